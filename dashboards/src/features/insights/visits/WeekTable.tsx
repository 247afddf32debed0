import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { DownloadButton } from '@/shared/table/DownloadButton'
import { heatOf } from '../heat'
import heatStyles from '../heat.module.css'
import styles from './WeekTable.module.css'
import { hoursWithVisits, weekdays, type Hour } from './week'

/** Weekdays down, hours across; each cell says how many came and is shaded by it. */
export function WeekTable({ cells }: { cells: readonly Hour[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const hours = hoursWithVisits(cells)
  const visits = new Map(cells.map((cell) => [`${cell.weekday},${cell.hour}`, cell.visits]))
  const most = Math.max(...cells.map((cell) => cell.visits))

  return (
    <>
      <div className={styles.window} tabIndex={0} role="group" aria-label={t('insights.visits.title')}>
        <table className={styles.table}>
          <caption className="hidden-but-read">{t('insights.visits.caption')}</caption>
          <thead>
            <tr>
              <td />
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  {t('insights.visits.hour', { hour })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weekdays.map((weekday) => (
              <tr key={weekday}>
                <th scope="row">
                  <abbr title={format.weekday(weekday)}>{format.weekday(weekday, 'short')}</abbr>
                </th>
                {hours.map((hour) => {
                  const count = visits.get(`${weekday},${hour}`) ?? 0
                  return (
                    <td key={hour} className={heatStyles.heat} data-heat={heatOf(count, most)}>
                      {count === 0 ? '·' : format.number(count)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.foot}>
        <DownloadButton
          name={t('insights.visits.title')}
          table={() => ({
            header: [t('insights.visits.weekday'), t('insights.visits.hourColumn'), t('insights.visits.visits')],
            rows: cells.map((cell) => [format.weekday(cell.weekday), cell.hour, cell.visits]),
          })}
        />
      </div>
    </>
  )
}
