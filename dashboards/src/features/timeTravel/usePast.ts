import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import { useChain, useMay } from '@/shared/chain/ChainContext'
import { monthsOf, type MonthOfPast } from './past'

/** As far back as the server counts. */
const months = '60'
const year = 365 * 86_400_000

/**
 * Where the past of what is looked at begins, and how many came in each of its months. Until that is known, and for whoever may not
 * know it, it is taken to begin a year ago.
 */
export function usePast(now: number): { first: number; months: readonly MonthOfPast[] } {
  const { chain, store } = useChain()
  const maySee = useMay('see_figures')
  const { data } = useQuery({
    queryKey: ['past', chain.id, store],
    queryFn: () => answer(api.GET('/v1/chains/{chain}/cohorts', { params: { path: { chain: chain.id }, query: given({ store, months }) } })),
    enabled: maySee,
    staleTime: Infinity,
  })
  const known = useMemo(() => (data ? monthsOf(data) : []), [data])
  // A past may be older than the months that are counted.
  const began = data?.began == null ? Infinity : Date.parse(data.began)
  const first = Math.min(began, known[0]?.begins ?? Infinity)
  return { first: Number.isFinite(first) ? first : now - year, months: known }
}
