import { useTranslation } from 'react-i18next'
import type { Forecast } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { Share } from '@/shared/ui/Share'
import styles from './Trial.module.css'

interface TrialProps {
  /** The end of what was known when the forecast was made. */
  madeAt: string
  holdout: NonNullable<Forecast['holdout']>
}

/** What was expected beside what came, and how far the one is from the other. */
export function Trial({ madeAt, holdout: { expectedVisits, actualVisits, until } }: TrialProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const most = Math.max(1, expectedVisits, actualVisits)
  const miss = actualVisits === 0 ? undefined : expectedVisits / actualVisits - 1
  const rows = [
    { word: t('insights.forecast.expected'), visits: Math.round(expectedVisits), colour: 'var(--line-strong)' },
    { word: t('insights.forecast.actual'), visits: actualVisits, colour: 'var(--accent)' },
  ]
  return (
    <>
      <p>
        {t('insights.forecast.span', {
          from: format.date(Date.parse(madeAt)),
          until: format.calendarDay(until),
        })}{' '}
        {miss !== undefined && t('insights.forecast.miss', { share: format.signedPercent(miss) })}
      </p>
      <dl className={styles.rows}>
        {rows.map(({ word, visits, colour }) => (
          <div key={word} className={styles.row}>
            <dt>{word}</dt>
            <dd className={styles.visits}>{t('insights.forecast.visits', { count: visits, formatted: format.number(visits) })}</dd>
            <dd className={styles.bar}>
              <Share of={visits / most} colour={colour} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
