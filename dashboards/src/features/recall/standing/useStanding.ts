import { useInfiniteQuery } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import type { PlaybookMember } from '@/api/types'
import { kindOf } from '@/live/kinds'
import { useFreshened } from '@/live/useFreshened'
import { useChain } from '@/shared/chain/ChainContext'
import type { StandingPlace } from './place'

interface Page {
  items: PlaybookMember[]
  next: string | undefined
}

const size = 50
/** A list that is being read must not move under the reader's eyes all the time, in milliseconds. */
const pace = 10_000

/** Who stands in a place of a playbook, in the order of their ids, a page at a time. */
export function useStanding(playbook: string, place: StandingPlace) {
  const { chain, store } = useChain()
  const key = ['standing', chain.id, store, playbook, place]
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(chain.id, playbook, place, store, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: Page) => next,
  })
  useFreshened(key, (event) => kindOf(event) === 'recall' || kindOf(event) === 'messages', pace)
  return query
}

/** In a large chain the server answers pages that hold few or nobody: they are put together until one is full. */
async function read(
  chain: string,
  playbook: string,
  place: StandingPlace,
  store: string | undefined,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page> {
  const where = place === 'heldOut' ? { heldOut: 'true' } : { heldOut: 'false', step: String(place) }
  const items: PlaybookMember[] = []
  let next = cursor
  do {
    const query = given({ ...where, store, limit: String(size - items.length), cursor: next })
    const page = await answer(
      api.GET('/v1/chains/{chain}/recall/{playbook}/members', { params: { path: { chain, playbook }, query }, signal }),
    )
    items.push(...page.items)
    next = page.next ?? undefined
  } while (next !== undefined && items.length < size)
  return { items, next }
}
