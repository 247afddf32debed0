import { useQuery } from '@tanstack/react-query'
import { Suspense, useMemo, useState } from 'react'
import { answer, api } from '@/api/client'
import type { Chain, Session } from '@/api/types'
import { TimeTravel } from '@/features/timeTravel/TimeTravel'
import { LiveProvider } from '@/live/LiveProvider'
import { useAddress } from '@/shared/address/useAddress'
import { ChainContext, may, type ChainView } from '@/shared/chain/ChainContext'
import { ClockProvider } from '@/shared/clock/ClockProvider'
import { PlaceContext } from '@/shared/format/useFormat'
import { StaffNames } from '@/shared/staff/StaffNames'
import { useAt } from '@/shared/time/useAt'
import { Boundary } from '@/shared/ui/Boundary'
import { Toasts } from '@/shared/ui/Toasts'
import { Crash } from './Failure'
import { Header } from './Header'
import { NotYours } from './NotYours'
import { Pages } from './Pages'
import styles from './Shell.module.css'
import { commonTimeZone } from './commonTimeZone'
import { storeToWatch, storesToPick } from './ownStores'
import { pageOf, pages } from './pages'
import { readingOnly } from './readingOnly'

interface ChainPageProps {
  session: Session
  chains: readonly Chain[]
  chain: Chain
}

export function ChainPage({ session, chains, chain }: ChainPageProps) {
  const wanted = useAddress('store')
  const page = pageOf(useAddress('page'))
  const isPast = useAt() !== undefined
  const [isTravelling, setTravelling] = useState(isPast)
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
      timeZone: commonTimeZone((stores ?? []).filter(({ id }) => store === undefined || id === store), chain),
    }),
    [chain, stores, store],
  )
  const view = useMemo<ChainView>(() => {
    const names = new Map(stores?.map(({ id, name }) => [id, name]))
    return {
      chain,
      store,
      stores: storesToPick(session, stores) ?? [],
      storeName: (id) => names.get(id) ?? id,
      // Nobody changes the past: on every page at once, whatever it offers in the present.
      session: isPast ? readingOnly(session) : session,
    }
  }, [chain, store, stores, session, isPast])
  const staffNames = useMemo(() => new Map(colleagues?.map(({ id, name }) => [id, name])), [colleagues])
  const { Page, needs } = pages[page]

  return (
    <LiveProvider chain={chain.id} store={store}>
      <ClockProvider>
        <PlaceContext value={place}>
          <StaffNames value={staffNames}>
            <ChainContext value={view}>
              <Header
                session={session}
                chains={chains}
                chain={chain}
                stores={storesToPick(session, stores)}
                store={store}
                travel={{ isOpen: isTravelling, onToggle: () => setTravelling(!isTravelling) }}
              />
              <div className={styles.shell}>
                <Pages session={session} page={page} />
                <div className={styles.content}>
                  <TimeTravel isOpen={isTravelling} onClose={() => setTravelling(false)} />
                  <Boundary key={page} fallback={<Crash />}>
                    <Suspense>
                      {may(session, needs) ? <Page key={store} /> : <NotYours page={page} />}
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
