import { useTranslation } from 'react-i18next'
import { useFormat } from '../format/useFormat'
import styles from './Interval.module.css'
import { reach } from './verdict'

interface IntervalProps {
  /** Shares, −1 to 1. */
  difference: number
  low: number
  high: number
  isConclusive: boolean
}

/** A point with a bar across it, on an axis around zero: as long as the bar crosses zero, nothing is proven. */
export function Interval({ difference, low, high, isConclusive }: IntervalProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const end = reach(low, high)
  const place = (share: number) => `${((share + end) / (2 * end)) * 100}%`
  const points = (share: number) => format.signed(Math.round(share * 100))
  return (
    <div
      role="img"
      className={styles.interval}
      data-conclusive={isConclusive}
      data-direction={difference < 0 ? 'down' : 'up'}
      aria-label={t('recall.uplift.picture', { difference: points(difference), low: points(low), high: points(high) })}
    >
      <div className={styles.axis}>
        <span className={styles.zero} />
        <span className={styles.bar} style={{ insetInlineStart: place(low), inlineSize: `${((high - low) / (2 * end)) * 100}%` }} />
        <span className={styles.point} style={{ insetInlineStart: place(difference) }} />
      </div>
      <div className={styles.scale}>
        <span>{points(-end)}</span>
        <span>0</span>
        <span>{t('recall.uplift.ofHundred', { count: points(end) })}</span>
      </div>
    </div>
  )
}
