import { useTranslation } from 'react-i18next'
import { useClock, useNow } from '@/shared/clock/ClockContext'
import { useFormat } from '@/shared/format/useFormat'
import styles from './ServerTime.module.css'

export function ServerTime() {
  const { t } = useTranslation()
  const format = useFormat()
  const clock = useClock()
  const now = useNow()
  if (clock === undefined || now === undefined) return <span />
  const speed = format.number(clock.speed)
  return (
    <div className={styles.time} role="group" aria-label={t('clock.label')}>
      <time className={styles.clock} dateTime={new Date(now).toISOString()} title={t('clock.label')}>
        <span className={styles.day}>{format.day(now)}</span> {format.clock(now)}
      </time>
      {clock.speed !== 1 && (
        <span className={styles.simulated} title={t('clock.simulatedHint', { speed })}>
          {t('clock.simulated', { speed })}
        </span>
      )}
    </div>
  )
}
