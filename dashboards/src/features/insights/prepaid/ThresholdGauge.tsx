import { useTranslation } from 'react-i18next'
import type { Liability } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import styles from './ThresholdGauge.module.css'

/** From this part of the threshold on somebody should know. */
const near = 0.8

/** How far what is prepaid is from the amount that a regulator wants to hear of. */
export function ThresholdGauge({ liability, isOfOneStore }: { liability: Liability; isOfOneStore: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { prepaid, threshold, isOverThreshold } = liability
  if (threshold <= 0) return null
  const share = prepaid / threshold
  const level = isOverThreshold ? 'over' : share >= near ? 'near' : 'under'
  const amounts = { share: format.finePercent(share), threshold: format.money(threshold) }
  const words = {
    over: t('insights.prepaid.over', amounts),
    near: t('insights.prepaid.near', amounts),
    under: isOfOneStore ? t('insights.prepaid.ofStore', amounts) : t('insights.prepaid.under', amounts),
  }[level]
  return (
    <div className={styles.gauge} data-level={level}>
      <div
        className={styles.track}
        role="meter"
        aria-label={t('insights.prepaid.gauge')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(Math.min(1, share) * 100)}
        aria-valuetext={words}
      >
        <span className={styles.bar} style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />
      </div>
      <p className={styles.words} role={level === 'over' ? 'alert' : undefined}>
        {words}
      </p>
    </div>
  )
}
