import { useTranslation } from 'react-i18next'
import { mayInChain, useChain, useMay } from '@/shared/chain/ChainContext'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import { PageFrame } from '@/shared/ui/PageFrame'
import { PolicyParts } from './PolicyParts'
import { usePolicy } from './draft/usePolicy'

/** The rules that members are judged by: the chain's, or with a store picked what that store does differently. */
export default function PolicyPage() {
  const { t } = useTranslation()
  const { chain, store, storeName, session } = useChain()
  const maySee = useMay('see_policy') && (store !== undefined || mayInChain(session, 'see_policy'))
  const title = store === undefined ? t('pages.policy') : t('policy.titleOf', { store: storeName(store) })
  return (
    <PageFrame title={title} intro={t(store === undefined ? 'policy.intro' : 'policy.introStore')}>
      {maySee ? <Parts chain={chain.id} store={store} /> : <Empty>{t('policy.notYours')}</Empty>}
    </PageFrame>
  )
}

function Parts({ chain, store }: { chain: string; store: string | undefined }) {
  const policy = usePolicy({ chain, store })
  return (
    <Loaded query={policy} height={520}>
      {(loaded) => <PolicyParts scope={{ chain, store }} loaded={loaded} />}
    </Loaded>
  )
}
