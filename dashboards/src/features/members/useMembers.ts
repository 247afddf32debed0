import { keepPreviousData, useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import type { CommittedEvent, MemberRow } from '@/api/types'
import { useEvents } from '@/live/useEvents'
import { useChain } from '@/shared/chain/ChainContext'
import { rowsAfter } from './rows'
import { withoutGaps, type Narrowing } from './sought'

interface Page {
  items: MemberRow[]
  next?: string | null
}

const size = 100
const minute = 60_000

/** The members that are looked for, a page at a time as the reader comes to them. Their rows follow what is told of them. */
export function useMembers(words: string, narrowing: Narrowing, segment: string | undefined) {
  const { chain } = useChain()
  const queries = useQueryClient()
  const key = ['members', chain.id, segment ?? narrowing, segment === undefined ? words : '']
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      segment === undefined ? find(chain.id, words, narrowing, pageParam, signal) : findIn(chain.id, segment, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
    // Words that were searched for are not kept for long.
    gcTime: words === '' ? 5 * minute : 0,
  })

  useEvents({
    onEvents: (events: readonly CommittedEvent[]) =>
      queries.setQueryData<InfiniteData<Page, string | undefined>>(
        key,
        (known) => known && { ...known, pages: known.pages.map((page) => ({ ...page, items: rowsAfter(page.items, events) })) },
      ),
    onHealed: () => void queries.invalidateQueries({ queryKey: key }),
  })
  return { query, rows: query.data?.pages.flatMap(({ items }) => items) ?? [] }
}

/** Words go in the body: what is in an address ends up in logs. */
function find(chain: string, words: string, narrowing: Narrowing, cursor: string | undefined, signal: AbortSignal): Promise<Page> {
  const body = { ...narrowing, ...withoutGaps({ q: words === '' ? undefined : words, cursor }), limit: size }
  return answer(api.POST('/v1/chains/{chain}/members/search', { params: { path: { chain } }, body, signal }))
}

function findIn(chain: string, segment: string, cursor: string | undefined, signal: AbortSignal): Promise<Page> {
  const query = { limit: String(size), ...withoutGaps({ cursor }) }
  return answer(api.GET('/v1/chains/{chain}/segments/{segment}/members', { params: { path: { chain, segment }, query }, signal }))
}
