import { useTranslation } from 'react-i18next'
import { useClock, useNow } from '@/shared/clock/ClockContext'
import { useFormat } from '@/shared/format/useFormat'
import styles from './ServerTime.module.css'

/** From this speed on seconds are a blur, and a clock read once a second would lag behind the events. */
const fast = 10

export function ServerTime() {
  const { t } = useTranslation()
  const format = useFormat()
  const clock = useClock()
  const isFast = clock !== undefined && clock.speed >= fast
  const now = useNow(isFast ? 100 : 1_000)
  if (clock === undefined || now === undefined) return <span />
  const speed = format.number(clock.speed)
  return (
    <div className={styles.time} role="group" aria-label={t('clock.label')}>
      <time className={styles.clock} dateTime={new Date(now).toISOString()} title={t('clock.label')}>
        <span className={styles.day}>{format.day(now)}</span> {isFast ? format.coarseClock(now) : format.clock(now)}
      </time>
      {clock.speed !== 1 && (
        <span className={styles.simulated} title={t('clock.simulatedHint', { speed })}>
          {t('clock.simulated', { speed })}
        </span>
      )}
    </div>
  )
}
