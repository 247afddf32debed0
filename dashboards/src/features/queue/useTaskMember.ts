import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { useFreshened } from '@/live/useFreshened'
import { useChain } from '@/shared/chain/ChainContext'
import { useAt } from '@/shared/time/useAt'

/** Whom a task is about, as she is now or was at the instant that is looked at: asked for once, however many parts of the desk want it. */
export function useTaskMember(id: string, enabled = true) {
  const { i18n } = useTranslation()
  const { chain } = useChain()
  const at = useAt()
  const queryKey = ['taskMember', chain.id, id, i18n.language, at]
  useFreshened(queryKey, (event) => at === undefined && event.member === id)
  return useQuery({
    queryKey,
    enabled,
    queryFn: () =>
      answer(
        api.GET('/v1/chains/{chain}/members/{id}', {
          params: { path: { chain: chain.id, id }, query: { language: i18n.language, ...(at === undefined ? {} : { at }) } },
        }),
      ),
  })
}
