import { useTranslation } from 'react-i18next'
import { Queue } from '@/features/queue/Queue'
import { useChain } from '@/shared/chain/ChainContext'
import { PageFrame } from '@/shared/ui/PageFrame'

export default function QueuePage() {
  const { t } = useTranslation()
  const { chain, store, session, storeName } = useChain()
  return (
    <PageFrame title={t('queue.title')} isTitleHidden width="narrow">
      <Queue chain={chain.id} store={store} me={session.id} storeName={storeName} />
    </PageFrame>
  )
}
