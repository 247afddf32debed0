import { useTranslation } from 'react-i18next'
import type { RfmGrid } from '@/api/types'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { useFormat } from '@/shared/format/useFormat'
import { DownloadButton } from '@/shared/table/DownloadButton'
import { Segmented } from '@/shared/ui/Segmented'
import { heatOf } from '../heat'
import { RfmCell } from './RfmCell'
import styles from './RfmTable.module.css'
import { countsOf, rangeAbove, rangeBelow, scoreOf, scores } from './grid'
import { useRangeWords } from './useRangeWords'

const recencies = [...scores].reverse()

/** Recency down, frequency across, money as the depth that is looked through: all of it or one score. */
export function RfmTable({ grid }: { grid: RfmGrid }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useRangeWords()
  const m = scoreOf(useAddress('m'))
  const count = countsOf(grid.cells, m)
  const most = Math.max(0, ...scores.flatMap((r) => scores.map((f) => count(r, f))))
  const cuts = grid.cutPoints
  const paid = cuts && m !== undefined ? words.money(cuts.monetary[m - 2], cuts.monetary[m - 1]) : undefined

  return (
    <>
      <div className={styles.tools}>
        <Segmented
          label={t('insights.rfm.money')}
          value={m === undefined ? 'all' : String(m)}
          options={[{ id: 'all', name: t('insights.rfm.anyMoney') }, ...scores.map((score) => ({ id: String(score), name: `M ${score}` }))]}
          onChoose={(id) => writeAddress({ m: id === 'all' ? undefined : id }, 'replace')}
        />
        <p className={styles.paid} role="status">
          {paid}
        </p>
        <DownloadButton
          name={t('insights.rfm.grid')}
          table={() => ({
            header: ['R', 'F', 'M', t('insights.members')],
            rows: grid.cells.map((cell) => [cell.r, cell.f, cell.m, cell.members]),
          })}
        />
      </div>
      <div className={styles.window} tabIndex={0} role="group" aria-label={t('insights.rfm.grid')}>
        <table className={styles.table}>
          <caption className="hidden-but-read">{t('insights.rfm.caption')}</caption>
          <thead>
            <tr>
              <td className={styles.corner}>{t('insights.rfm.corner')}</td>
              {scores.map((f) => (
                <th key={f} scope="col">
                  F {f}
                  <span className={styles.range}>{cuts && words.times(rangeAbove(cuts.frequency, f))}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {recencies.map((r) => (
              <tr key={r}>
                <th scope="row">
                  R {r}
                  <span className={styles.range}>{cuts && words.days(rangeBelow(cuts.recencyDays, r))}</span>
                </th>
                {scores.map((f) => (
                  <RfmCell key={f} r={r} f={f} m={m} members={count(r, f)} heat={heatOf(count(r, f), most)} of={grid.members} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>{t('insights.rfm.of', { count: grid.members, formatted: format.number(grid.members) })}</p>
    </>
  )
}
