import { useQuery } from '@tanstack/react-query'
import { answer, api } from '@/api/client'
import { useFreshened } from '@/live/useFreshened'
import { useChain } from '@/shared/chain/ChainContext'

export function useCampaigns() {
  const { chain } = useChain()
  return useQuery({
    queryKey: ['campaigns', chain.id],
    queryFn: async () => (await answer(api.GET('/v1/chains/{chain}/campaigns', { params: { path: { chain: chain.id } } }))).items,
  })
}

/** One campaign, with the version that a change of it is made of. */
export function useCampaign(campaign: string) {
  const { chain } = useChain()
  return useQuery({
    queryKey: ['campaign', chain.id, campaign],
    queryFn: async () => {
      const call = api.GET('/v1/chains/{chain}/campaigns/{campaign}', { params: { path: { chain: chain.id, campaign } } })
      return { campaign: await answer(call), version: (await call).response.headers.get('ETag') }
    },
  })
}

/** What campaigns have brought: to the whole chain, and over all days. */
export function useCampaignFigures() {
  const { chain, store } = useChain()
  const key = ['campaignFigures', chain.id, store]
  useFreshened(key, ({ type }) => type === 'campaign_reached' || type === 'member_returned')
  return useQuery({
    queryKey: key,
    queryFn: async () =>
      (await answer(api.GET('/v1/chains/{chain}/recall', { params: { path: { chain: chain.id }, query: store === undefined ? {} : { store } } }))).campaigns,
  })
}

const latest = '20'

/** A campaign's latest runs, and what became of all of its messages. */
export function runsQuery(chain: string, campaign: string) {
  return {
    queryKey: ['campaignRuns', chain, campaign],
    queryFn: () =>
      answer(api.GET('/v1/chains/{chain}/campaigns/{campaign}/runs', { params: { path: { chain, campaign }, query: { limit: latest } } })),
  }
}

export function useCampaignRuns(campaign: string) {
  const { chain } = useChain()
  const query = runsQuery(chain.id, campaign)
  useFreshened(query.queryKey, ({ type }) => type === 'campaign_reached' || type.startsWith('message_'))
  return useQuery(query)
}

/** The segments that the chain keeps. */
export function useSegments() {
  const { chain } = useChain()
  return useQuery({
    queryKey: ['segments', chain.id, 'items'],
    queryFn: async () => (await answer(api.GET('/v1/chains/{chain}/segments', { params: { path: { chain: chain.id } } }))).items,
  })
}
