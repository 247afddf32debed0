import { useTranslation } from 'react-i18next'
import { useLink } from '@/live/LiveContext'
import { Button } from '@/shared/ui/Button'
import styles from './Connection.module.css'
import { Countdown } from './Countdown'

export function Connection() {
  const { t } = useTranslation()
  const { link, retryNow } = useLink()
  return (
    <div className={styles.connection} data-link={link.kind}>
      <span className={styles.lamp} />
      <span role="status" aria-label={t('link.label')}>
        {/* Read out once: a countdown that is told each second would drown everything else. */}
        <span className={link.kind === 'reconnecting' ? 'hidden-but-read' : undefined}>{t(`link.${link.kind}`)}</span>
      </span>
      {link.kind === 'reconnecting' && <Countdown until={link.retryAt} />}
      {(link.kind === 'reconnecting' || link.kind === 'offline') && (
        <Button look="quiet" className={styles.retry} onClick={retryNow}>
          {t('link.retry')}
        </Button>
      )}
    </div>
  )
}
