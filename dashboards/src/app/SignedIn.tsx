import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { Chain, Session } from '@/api/types'
import { useAddress } from '@/shared/address/useAddress'
import { late } from '@/shared/late/late'
import { Notice } from '@/shared/ui/Notice'
import { ChainPage } from './ChainPage'
import { Failure } from './Failure'
import { Header } from './Header'
import { NoChain } from './NoChain'

const AccountPage = late(() => import('@/features/account/AccountPage'))

export function SignedIn({ session }: { session: Session }) {
  const wanted = useAddress('chain')
  const page = useAddress('page')
  const chains = useQuery({
    queryKey: ['chains'],
    queryFn: async () => (await answer(api.GET('/v1/chains'))).items,
    // Where there is none yet, somebody is about to create one.
    refetchInterval: ({ state }) => (state.data?.length === 0 ? 3_000 : false),
  })

  if (page === 'account') {
    return (
      <>
        <Header session={session} />
        <Suspense>
          <AccountPage session={session} />
        </Suspense>
      </>
    )
  }
  if (chains.isPending) return <Header session={session} />
  if (chains.isError) return <Failure failure={chains.error} onRetry={() => void chains.refetch()} />

  const chain = wanted === undefined ? chains.data[0] : chains.data.find(({ id }) => id === wanted)
  if (chain) return <ChainPage key={chain.id} session={session} chains={chains.data} chain={chain} />
  return (
    <>
      <Header session={session} chains={chains.data} />
      <main>{wanted === undefined || chains.data.length === 0 ? <NoChain /> : <UnknownChain id={wanted} />}</main>
    </>
  )
}

function UnknownChain({ id }: { id: Chain['id'] }) {
  const { t } = useTranslation()
  return (
    <Notice title={t('failure.title')} role="alert">
      <p>{t('failure.unknownChain', { chain: id })}</p>
    </Notice>
  )
}
