import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import { kindOf } from '@/live/kinds'
import { useEvents } from '@/live/useEvents'
import { useRecallWatch } from '@/live/useRecallWatch'
import { useChain } from '@/shared/chain/ChainContext'
import type { Days } from '@/shared/period/period'

/** How often figures of chosen days are asked for again while things happen, in milliseconds. */
const pace = 5_000

/**
 * What playbooks and campaigns do and bring on some days. Over all days the hub tells it by itself; of other days it is asked again,
 * now and then, when something has happened that they may count.
 */
export function useRecall(days: Days | undefined) {
  const { chain, store } = useChain()
  const queries = useQueryClient()
  const key = ['recall', chain.id, store, days?.from, days?.to]
  const isAllDays = days !== undefined && days.from === undefined && days.to === undefined
  const query = useQuery({
    queryKey: key,
    queryFn: () =>
      answer(api.GET('/v1/chains/{chain}/recall', { params: { path: { chain: chain.id }, query: given({ store, from: days?.from, to: days?.to }) } })),
    enabled: days !== undefined,
    placeholderData: keepPreviousData,
  })
  useRecallWatch(chain.id, store, isAllDays, (figures) => {
    // An answer that is still on its way may be older than what the hub has just told.
    void queries.cancelQueries({ queryKey: key })
    queries.setQueryData(key, figures)
  })
  const freshen = () => {
    if (!isAllDays) void queries.invalidateQueries({ queryKey: key })
  }
  useEvents({ onEvents: (events) => events.some((event) => kindOf(event) !== 'flags') && freshen(), onHealed: freshen }, pace)
  return query
}
