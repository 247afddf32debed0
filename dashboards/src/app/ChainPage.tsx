import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { answer, api } from '@/api/client'
import type { Chain, Session } from '@/api/types'
import { LiveProvider } from '@/live/LiveProvider'
import { useAddress } from '@/shared/address/useAddress'
import { ClockProvider } from '@/shared/clock/ClockProvider'
import { PlaceContext } from '@/shared/format/useFormat'
import { StaffNames } from '@/shared/staff/StaffNames'
import { BoardPage } from './BoardPage'
import { Header } from './Header'
import { QueuePage } from './QueuePage'
import { commonTimeZone } from './commonTimeZone'
import { storeToWatch, storesToPick } from './ownStores'
import { pageOf } from './pages'

interface ChainPageProps {
  session: Session
  chains: readonly Chain[]
  chain: Chain
}

export function ChainPage({ session, chains, chain }: ChainPageProps) {
  const wanted = useAddress('store')
  const page = pageOf(useAddress('page'))
  const { data: stores } = useQuery({
    queryKey: ['stores', chain.id],
    queryFn: async () =>
      (await answer(api.GET('/v1/chains/{chain}/stores', { params: { path: { chain: chain.id } } }))).items,
  })
  const { data: colleagues } = useQuery({
    queryKey: ['colleagues', chain.id],
    queryFn: async () =>
      (await answer(api.GET('/v1/chains/{chain}/colleagues', { params: { path: { chain: chain.id } } }))).items,
  })
  const store = storeToWatch(session, wanted, stores)

  const place = useMemo(
    () => ({
      currency: chain.currency,
      timeZone: commonTimeZone((stores ?? []).filter(({ id }) => store === undefined || id === store)),
    }),
    [chain.currency, stores, store],
  )
  const storeNames = useMemo(() => new Map(stores?.map(({ id, name }) => [id, name])), [stores])
  const staffNames = useMemo(() => new Map(colleagues?.map(({ id, name }) => [id, name])), [colleagues])

  return (
    <LiveProvider chain={chain.id} store={store}>
      <ClockProvider>
        <PlaceContext value={place}>
          <StaffNames value={staffNames}>
            <Header session={session} chains={chains} chain={chain} stores={storesToPick(session, stores)} store={store} />
            {page === 'board' ? (
              <BoardPage key={store} chain={chain} storeNames={storeNames} />
            ) : (
              <QueuePage key={store} chain={chain} store={store} session={session} storeNames={storeNames} />
            )}
          </StaffNames>
        </PlaceContext>
      </ClockProvider>
    </LiveProvider>
  )
}
