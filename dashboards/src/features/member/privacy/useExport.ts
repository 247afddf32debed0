import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { useChain } from '@/shared/chain/ChainContext'
import { toastRefusal } from '@/shared/refusal/toastRefusal'
import { download } from '@/shared/table/csv'

/** Takes home everything that is known of her, for whom she asks to give it to. */
export function useExport(id: string) {
  const { t } = useTranslation()
  const { chain } = useChain()
  return useMutation({
    mutationFn: async () =>
      await answer(
        api.GET('/v1/chains/{chain}/members/{id}/export', { params: { path: { chain: chain.id, id } }, parseAs: 'text' }),
      ),
    onSuccess: (text) => download(`${id}.json`, text, 'application/json'),
    onError: (failure) => toastRefusal(t, failure),
  })
}
