import { useQuery } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import type { Board } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'

/** The board as it was at an instant, as RFC 3339. */
export function readBoard(chain: string, store: string | undefined, at: string): Promise<Board> {
  const query = store === undefined ? { at } : { at, store }
  return answer(api.GET('/v1/chains/{chain}/board', { params: { path: { chain }, query } }))
}

export function useBoardAt(at: string) {
  const { chain, store } = useChain()
  return useQuery({
    queryKey: ['boardAt', chain.id, store, at],
    queryFn: () => readBoard(chain.id, store, at),
    // The past does not change.
    staleTime: Infinity,
  })
}
