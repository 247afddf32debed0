import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import styles from './PastBand.module.css'
import { returnToPresent } from './useJourney'

/** Stays in sight on every page while it shows the past. */
export function PastBand({ instant }: { instant: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className={styles.band} role="region" aria-label={t('timeTravel.past')}>
      <Icon name="past" />
      <p className={styles.words} role="status">
        <strong>{t('timeTravel.past')}</strong>
        <time dateTime={new Date(instant).toISOString()}>
          {format.day(instant)} {format.coarseClock(instant)}
        </time>
        <span className={styles.readOnly}>{t('timeTravel.readOnly')}</span>
      </p>
      <Button className={styles.back} onClick={returnToPresent}>
        {t('timeTravel.back')}
      </Button>
    </div>
  )
}
