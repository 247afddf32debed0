import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useChain } from '@/shared/chain/ChainContext'
import { useClock, useNow } from '@/shared/clock/ClockContext'
import { useAt } from '@/shared/time/useAt'
import { readBoard } from './useBoardAt'
import { sameTimeBefore, steadily, usual, type Usual } from './usual'

const tenSeconds = 10_000

/** What such a weekday has usually brought by this time of day; undefined until that is known, or while there is no such day. */
export function useUsual(): Usual | undefined {
  const { chain, store } = useChain()
  const past = useAt()
  const speed = useClock()?.speed ?? 1
  const present = useNow(tenSeconds)
  const now = past === undefined ? present : Date.parse(past)
  const at = now === undefined ? undefined : steadily(now, past === undefined ? speed : 1)
  const { data } = useQuery({
    queryKey: ['usualDay', chain.id, store, at],
    queryFn: () => Promise.all(sameTimeBefore(at ?? 0).map((each) => readBoard(chain.id, store, new Date(each).toISOString()))),
    enabled: at !== undefined,
    staleTime: Infinity,
    // Each answer holds for its quarter of an hour only.
    gcTime: 60_000,
    placeholderData: keepPreviousData,
    select: usual,
  })
  return data
}
