import { useInfiniteQuery } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import type { CommittedEvent } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'

const size = '100'

interface Page {
  items: CommittedEvent[]
  next?: string | null
}

/** What had happened by an instant, the latest first, page by page back to the beginning. */
export function usePastFeed(at: string) {
  const { chain, store } = useChain()
  return useInfiniteQuery({
    queryKey: ['feedAt', chain.id, store, at],
    queryFn: ({ pageParam, signal }): Promise<Page> =>
      answer(
        api.GET('/v1/chains/{chain}/feed/past', {
          params: { path: { chain: chain.id }, query: given({ at, store, limit: size, before: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    // The past hardly changes: only what is told late is added to it.
    staleTime: Infinity,
  })
}
