import { useQuery } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import { mayInChain, useChain } from '@/shared/chain/ChainContext'

/** The policy in force for what is looked at: the store's where one is picked. Undefined for who may not see the chain's. */
export function usePolicy() {
  const { chain, store, session } = useChain()
  return useQuery({
    queryKey: ['policyInForce', chain.id, store],
    queryFn: () =>
      store === undefined
        ? answer(api.GET('/v1/chains/{chain}/policy', { params: { path: { chain: chain.id } } }))
        : answer(api.GET('/v1/chains/{chain}/stores/{store}/policy', { params: { path: { chain: chain.id, store } } })),
    enabled: store !== undefined || mayInChain(session, 'see_policy'),
    staleTime: 60_000,
  })
}
