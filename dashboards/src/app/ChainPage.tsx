import { useQuery } from '@tanstack/react-query'
import { Suspense, useMemo } from 'react'
import { answer, api } from '@/api/client'
import type { Chain, Session } from '@/api/types'
import { LiveProvider } from '@/live/LiveProvider'
import { useAddress } from '@/shared/address/useAddress'
import { ChainContext, type ChainView } from '@/shared/chain/ChainContext'
import { ClockProvider } from '@/shared/clock/ClockProvider'
import { PlaceContext } from '@/shared/format/useFormat'
import { StaffNames } from '@/shared/staff/StaffNames'
import { Boundary } from '@/shared/ui/Boundary'
import { Toasts } from '@/shared/ui/Toasts'
import { Crash } from './Failure'
import { Header } from './Header'
import { Pages } from './Pages'
import styles from './Shell.module.css'
import { commonTimeZone } from './commonTimeZone'
import { storeToWatch, storesToPick } from './ownStores'
import { pageOf, pages } from './pages'

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
  const view = useMemo<ChainView>(() => {
    const names = new Map(stores?.map(({ id, name }) => [id, name]))
    return {
      chain,
      store,
      stores: storesToPick(session, stores) ?? [],
      storeName: (id) => names.get(id) ?? id,
      session,
    }
  }, [chain, store, stores, session])
  const staffNames = useMemo(() => new Map(colleagues?.map(({ id, name }) => [id, name])), [colleagues])
  const { Page } = pages[page]

  return (
    <LiveProvider chain={chain.id} store={store}>
      <ClockProvider>
        <PlaceContext value={place}>
          <StaffNames value={staffNames}>
            <ChainContext value={view}>
              <Header session={session} chains={chains} chain={chain} stores={storesToPick(session, stores)} store={store} />
              <div className={styles.shell}>
                <Pages session={session} page={page} />
                <div className={styles.content}>
                  <Boundary key={page} fallback={<Crash />}>
                    <Suspense>
                      <Page key={store} />
                    </Suspense>
                  </Boundary>
                </div>
              </div>
              <Toasts />
            </ChainContext>
          </StaffNames>
        </PlaceContext>
      </ClockProvider>
    </LiveProvider>
  )
}
