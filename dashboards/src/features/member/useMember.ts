import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { useEvents } from '@/live/useEvents'
import { useChain } from '@/shared/chain/ChainContext'
import { useAt } from '@/shared/time/useAt'
import { concernedBy, keyOf, type Part } from './keys'
import { addToTimeline } from './timeline/useTimeline'

/** All about a member: as she is, or as she was at the instant that is looked at. */
export function useMember(id: string) {
  const { chain } = useChain()
  const { i18n } = useTranslation()
  const at = useAt()
  const query = { language: i18n.language, ...(at === undefined ? {} : { at }) }
  return useQuery({
    queryKey: [...keyOf(chain.id, id, 'view'), query],
    queryFn: ({ signal }) => answer(api.GET('/v1/chains/{chain}/members/{id}', { params: { path: { chain: chain.id, id }, query }, signal })),
    refetchOnMount: 'always',
  })
}

/** Has the parts of a member that something concerned asked again, at once; nothing else. */
export function useLiveMember(id: string): void {
  const { chain } = useChain()
  const queries = useQueryClient()
  const at = useAt()
  const again = (part: Part) => void queries.invalidateQueries({ queryKey: keyOf(chain.id, id, part) })
  useEvents({
    onEvents: (events) => {
      const hers = events.filter(({ member }) => member === id)
      if (hers.length === 0 || at !== undefined) return
      addToTimeline(queries, chain.id, id, hers)
      for (const part of new Set(hers.flatMap(concernedBy))) again(part)
    },
    onHealed: () => void queries.invalidateQueries({ queryKey: ['member', chain.id, id] }),
  })
}
