import { useTranslation } from 'react-i18next'
import type { CampaignPreview } from '@/api/types'
import { formatFor } from '@/shared/format/format'
import styles from './Campaigns.module.css'

/** When it goes next, in each zone by the clocks there. */
export function NextRuns({ runs, isPaused }: { runs: CampaignPreview['nextRuns']; isPaused: boolean }) {
  const { t, i18n } = useTranslation()
  if (runs.length === 0) return <p className={styles.soft}>{t(isPaused ? 'campaigns.noneWhilePaused' : 'campaigns.noneLeft')}</p>
  return (
    <ul className={styles.zones} aria-label={t('campaigns.nextRuns')}>
      {runs.map(({ zone, at }) => {
        const format = formatFor(i18n.language, { currency: undefined, timeZone: zone })
        const instant = Date.parse(at)
        return (
          <li key={zone}>
            <span className={styles.soft}>{zone}</span>
            <time dateTime={at}>
              {format.day(instant)} {format.coarseClock(instant)}
            </time>
          </li>
        )
      })}
    </ul>
  )
}
