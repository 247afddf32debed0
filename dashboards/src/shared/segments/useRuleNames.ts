import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { mayInChain, useChain } from '@/shared/chain/ChainContext'
import { givenName } from '@/shared/givenName'

interface Named {
  id: string
  name: string
}

/** What the chain's rules call its tiers and kinds of cards; nothing for who may not read the rules. */
export function useRuleNames(): { tiers: Named[]; cardKinds: Named[] } {
  const { t } = useTranslation()
  const { chain, session } = useChain()
  const { data } = useQuery({
    queryKey: ['policy', chain.id],
    enabled: mayInChain(session, 'see_policy'),
    queryFn: () => answer(api.GET('/v1/chains/{chain}/policy', { params: { path: { chain: chain.id } } })),
  })
  return {
    tiers: (data?.tiers?.ladder ?? []).map(({ name, title }) => ({ id: name, name: givenName(t, title ?? name) })),
    cardKinds: Object.keys(data?.cards?.kinds ?? {}).map((id) => ({ id, name: givenName(t, id) })),
  }
}
