import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { writeAddress } from '@/shared/address/useAddress'
import { useChain } from '@/shared/chain/ChainContext'
import { toast } from '@/shared/ui/toasts'
import { documentOf, type Draft } from './draft'

/** Puts a campaign, and shows it. */
export function useSaving(version: string | undefined) {
  const { t } = useTranslation()
  const { chain } = useChain()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (draft: Draft) =>
      answer(
        api.PUT('/v1/chains/{chain}/campaigns/{campaign}', {
          params: { path: { chain: chain.id, campaign: draft.name } },
          body: documentOf(draft),
          headers: version === undefined ? {} : { 'If-Match': version },
        }),
      ),
    onSuccess: async ({ name, title }) => {
      toast('good', t('campaigns.saved', { title }))
      queries.removeQueries({ queryKey: ['campaign', chain.id, name] })
      queries.removeQueries({ queryKey: ['campaignPreview', chain.id, name] })
      await queries.invalidateQueries({ queryKey: ['campaigns', chain.id] })
      writeAddress({ view: undefined, campaign: name })
    },
  })
}
