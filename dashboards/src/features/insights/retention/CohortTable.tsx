import { useTranslation } from 'react-i18next'
import type { Cohorts } from '@/api/types'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { useFormat } from '@/shared/format/useFormat'
import { DownloadButton } from '@/shared/table/DownloadButton'
import { Segmented } from '@/shared/ui/Segmented'
import { heatOf } from '../heat'
import heatStyles from '../heat.module.css'
import styles from './CohortTable.module.css'
import { averageAt, isRunning, shareOf } from './cohorts'

type Cohort = Cohorts['cohorts'][number]

/** A row for each month of joining, a column for each month after it: a triangle, since later months have yet to come. */
export function CohortTable({ cohorts }: { cohorts: readonly Cohort[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const isCounts = useAddress('view') === 'counts'
  const after = Array.from({ length: cohorts[0]?.active.length ?? 0 }, (_, k) => k)
  const said = (cohort: Cohort, k: number) => {
    const share = shareOf(cohort, k)
    if (share === undefined) return '–'
    return isCounts ? format.number(cohort.active[k] ?? 0) : format.percent(share)
  }

  return (
    <>
      <div className={styles.tools}>
        <Segmented
          label={t('insights.cohorts.view')}
          value={isCounts ? 'counts' : 'shares'}
          options={[
            { id: 'shares', name: t('insights.cohorts.shares') },
            { id: 'counts', name: t('insights.cohorts.counts') },
          ]}
          onChoose={(view) => writeAddress({ view: view === 'counts' ? view : undefined }, 'replace')}
        />
        <DownloadButton
          name={t('insights.cohorts.title')}
          table={() => ({
            header: [t('insights.cohorts.joined'), t('insights.members'), ...after.map((k) => t('insights.cohorts.after', { k }))],
            rows: cohorts.map((cohort) => [
              cohort.month,
              cohort.members,
              ...after.map((k) => (isCounts ? cohort.active[k] : shareOf(cohort, k))),
            ]),
          })}
        />
      </div>
      <div className={styles.window} tabIndex={0} role="group" aria-label={t('insights.cohorts.title')}>
        <table className={styles.table}>
          <caption className="hidden-but-read">{t('insights.cohorts.meaning')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('insights.cohorts.joined')}</th>
              <th scope="col">{t('insights.members')}</th>
              {after.map((k) => (
                <th key={k} scope="col" title={t('insights.cohorts.after', { k })}>
                  {k === 0 ? t('insights.cohorts.same') : `+${k}`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohorts.map((cohort) => (
              <tr key={cohort.month}>
                <th scope="row">{format.calendarMonth(cohort.month)}</th>
                <td className={styles.members}>{format.number(cohort.members)}</td>
                {after.map((k) =>
                  k < cohort.active.length ? (
                    <td key={k} className={heatStyles.heat} data-heat={heatOf(shareOf(cohort, k) ?? 0, 1)} data-running={isRunning(cohort, k)}>
                      {said(cohort, k)}
                    </td>
                  ) : (
                    <td key={k} />
                  ),
                )}
              </tr>
            ))}
          </tbody>
          {!isCounts && (
            <tfoot>
              <tr>
                <th scope="row">{t('insights.cohorts.average')}</th>
                <td />
                {after.map((k) => {
                  const average = averageAt(cohorts, k)
                  return <td key={k}>{average === undefined ? '' : format.percent(average)}</td>
                })}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      <p className={styles.note}>{t('insights.cohorts.note')}</p>
    </>
  )
}
