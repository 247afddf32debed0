import { useTranslation } from 'react-i18next'
import type { Chain, Session } from '@/api/types'
import { Queue } from '@/features/queue/Queue'
import { useLink } from '@/live/LiveContext'
import boardStyles from './BoardPage.module.css'
import styles from './QueuePage.module.css'

interface QueuePageProps {
  chain: Chain
  store: string | undefined
  session: Session
  storeNames: ReadonlyMap<string, string>
}

export function QueuePage({ chain, store, session, storeNames }: QueuePageProps) {
  const { t } = useTranslation()
  const { link } = useLink()
  const isStale = link.kind === 'reconnecting' || link.kind === 'offline'
  return (
    <main id="queue" className={`${boardStyles.page} ${styles.page}`} tabIndex={-1}>
      <h1 className="hidden-but-read">{t('queue.title')}</h1>
      {isStale && <p className={boardStyles.stale}>{t('link.stale')}</p>}
      <Queue chain={chain.id} store={store} me={session.id} storeNames={storeNames} />
    </main>
  )
}
