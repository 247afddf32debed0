import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { Session } from '@/api/types'
import { LiveContext, type Live } from '@/live/LiveContext'
import { LiveLink } from '@/live/LiveLink'
import { LiveStore } from '@/live/LiveStore'
import { ChainContext, type ChainView } from '@/shared/chain/ChainContext'
import { PlaceContext } from '@/shared/format/useFormat'
import { FakeTransport } from './FakeTransport'

const everything = new Proxy({}, { get: () => 'own_chain', has: () => true })

const session: Session = { id: 'a1', name: 'Mei', role: 'chain_headquarters', chain: 'glow', stores: [], rights: everything, hasAccount: true }

const view: ChainView = {
  chain: { id: 'glow', name: 'Glow', currency: 'CNY', timeZone: 'Asia/Shanghai' },
  store: undefined,
  stores: [{ id: 'north', name: 'North', timeZone: 'Asia/Shanghai' }],
  storeName: (id) => (id === 'north' ? 'North' : id),
  session,
}

/** Renders a page of a chain by itself, as headquarters unless said otherwise; what is told goes in by the store that comes back. */
export function renderInChain(page: ReactNode, changes: Partial<ChainView> = {}) {
  const store = new LiveStore((draw) => draw())
  const transport = new FakeTransport()
  const live: Live = { store, link: new LiveLink(transport, store, { isOnline: () => true, onSignedOut: () => undefined }) }
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const shown = render(
    <QueryClientProvider client={queries}>
      <LiveContext value={live}>
        <PlaceContext value={{ currency: 'CNY', timeZone: 'Asia/Shanghai' }}>
          <ChainContext value={{ ...view, ...changes }}>{page}</ChainContext>
        </PlaceContext>
      </LiveContext>
    </QueryClientProvider>,
  )
  return { ...shown, store, queries, transport }
}
