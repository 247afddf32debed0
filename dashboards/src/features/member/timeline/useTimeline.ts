import { useInfiniteQuery, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import type { CommittedEvent } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { useAt } from '@/shared/time/useAt'
import { keyOf } from '../keys'
import { withFresh } from './order'

interface Page {
  items: CommittedEvent[]
  next?: string | null
}

type Pages = InfiniteData<Page, string | undefined>

const size = '60'

/** What happened to her, newest first, a page at a time; up to the instant that is looked at. */
export function useTimeline(member: string) {
  const { chain } = useChain()
  const at = useAt()
  const query = useInfiniteQuery({
    queryKey: [...keyOf(chain.id, member, 'timeline'), at ?? 'now'],
    queryFn: ({ pageParam, signal }): Promise<Page> => {
      const query = { limit: size, ...(pageParam === undefined ? {} : { before: pageParam }) }
      return answer(api.GET('/v1/chains/{chain}/members/{id}/timeline', { params: { path: { chain: chain.id, id: member }, query }, signal }))
    },
    initialPageParam: at,
    getNextPageParam: (page: Page) => page.next ?? undefined,
    refetchOnMount: 'always',
  })
  return { query, events: query.data?.pages.flatMap(({ items }) => items) ?? [] }
}

/** Puts what was told live where the timeline would have it: nothing is asked of the server for it. */
export function addToTimeline(queries: QueryClient, chain: string, member: string, fresh: readonly CommittedEvent[]): void {
  queries.setQueryData<Pages>([...keyOf(chain, member, 'timeline'), 'now'], (known) => {
    const [first, ...others] = known?.pages ?? []
    if (!known || !first) return known
    const all = new Set(known.pages.flatMap(({ items }) => items.map(({ position }) => position)))
    const unknown = fresh.filter(({ position }) => !all.has(position))
    return unknown.length === 0 ? known : { ...known, pages: [{ ...first, items: withFresh(first.items, unknown) }, ...others] }
  })
}
