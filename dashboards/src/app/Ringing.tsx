import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import styles from './Ringing.module.css'
import { useUrgentTasks } from './useUrgentTasks'

/** Watches for tasks that cannot wait, on every page: how many there are, and whether it rings for them. */
export function Ringing() {
  const { t } = useTranslation()
  const format = useFormat()
  const { waiting, rings, switchRinging } = useUrgentTasks()
  const hint = t(rings ? 'queue.ringOff' : 'queue.ring')
  return (
    <>
      <Button look="quiet" className={styles.bell} aria-pressed={rings} title={hint} aria-label={t('queue.ring')} onClick={switchRinging}>
        <Icon name={rings ? 'speaker' : 'mute'} />
        {waiting > 0 && (
          <span className={styles.count} aria-hidden="true">
            {format.number(waiting)}
          </span>
        )}
      </Button>
      <span className="hidden-but-read" role="status" aria-label={t('pages.queue')}>
        {waiting > 0 && t('queue.urgentNow', { count: waiting, formatted: format.number(waiting) })}
      </span>
    </>
  )
}
