import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import { useFreshened } from '@/live/useFreshened'
import type { Days } from '@/shared/period/period'
import { useAt } from '@/shared/time/useAt'

/** Dear to work out, and read at a glance: asked again not more often than this while things happen. */
const pace = 15_000

/** How each store stands, now or at the past instant in the address. */
export function useStoreFigures(chain: string, days: Days | undefined) {
  const at = useAt()
  const queryKey = ['store-figures', chain, days, at]
  useFreshened(queryKey, () => at === undefined, pace)
  return useQuery({
    queryKey,
    queryFn: () => answer(api.GET('/v1/chains/{chain}/stores/figures', { params: { path: { chain }, query: given({ at, ...days }) } })),
    enabled: days !== undefined,
    placeholderData: keepPreviousData,
  })
}
