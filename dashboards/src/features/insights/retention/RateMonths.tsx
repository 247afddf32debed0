import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RateMonth } from '@/api/types'
import { Chart } from '@/shared/chart/Chart'
import { useFormat } from '@/shared/format/useFormat'
import { DataTable, type Column } from '@/shared/table/DataTable'
import styles from './RateMonths.module.css'
import { drawLines } from '../lines'

const height = 210

/** The rates of twelve months: two courses, and the same as a table. The running month is in the table only: it is not over. */
export function RateMonths({ months }: { months: readonly RateMonth[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const over = useMemo(() => months.slice(0, -1), [months])
  const running = months.at(-1)?.month

  const draw = useCallback(
    (name: string, token: string, value: (month: RateMonth) => number | null) => (colour: (token: string) => string) =>
      drawLines({
        labels: over.map(({ month }) => format.calendarMonth(month)),
        lines: [{ name, colour: token, values: over.map(value) }],
        say: format.finePercent,
        least: 0,
      })(colour),
    [over, format],
  )
  const repurchase = useMemo(
    () => draw(t('insights.rates.repurchaseMonth'), 'var(--accent)', ({ repurchaseRate }) => repurchaseRate),
    [draw, t],
  )
  const churn = useMemo(() => draw(t('insights.rates.churnMonth'), 'var(--bad)', ({ churnRate }) => churnRate), [draw, t])

  const share = (value: number | null) => (value === null ? '–' : format.finePercent(value))
  const columns: Column<RateMonth>[] = [
    {
      id: 'month',
      title: t('insights.month'),
      value: ({ month }) => month,
      show: ({ month }) => (month === running ? t('insights.running', { month: format.calendarMonth(month) }) : format.calendarMonth(month)),
    },
    { id: 'buyers', title: t('insights.rates.buyers'), value: ({ buyers }) => buyers, show: ({ buyers }) => format.number(buyers), isNumber: true },
    {
      id: 'returning',
      title: t('insights.rates.returning'),
      value: ({ returning }) => returning,
      show: ({ returning }) => format.number(returning),
      isNumber: true,
      isExtra: true,
    },
    {
      id: 'repurchaseRate',
      title: t('insights.rates.repurchaseMonth'),
      value: ({ repurchaseRate }) => repurchaseRate,
      show: ({ repurchaseRate }) => share(repurchaseRate),
      isNumber: true,
    },
    {
      id: 'lost',
      title: t('insights.rates.becameLost'),
      value: ({ becameLost }) => becameLost,
      show: ({ becameLost }) => format.number(becameLost),
      isNumber: true,
      isExtra: true,
    },
    { id: 'churnRate', title: t('insights.rates.churnMonth'), value: ({ churnRate }) => churnRate, show: ({ churnRate }) => share(churnRate), isNumber: true },
  ]

  return (
    <>
      <div className={styles.courses}>
        <figure>
          <figcaption className={styles.caption}>{t('insights.rates.repurchaseMonth')}</figcaption>
          <Chart label={t('insights.rates.repurchaseMonth')} height={height} option={repurchase} />
        </figure>
        <figure>
          <figcaption className={styles.caption}>{t('insights.rates.churnMonth')}</figcaption>
          <Chart label={t('insights.rates.churnMonth')} height={height} option={churn} />
        </figure>
      </div>
      <DataTable
        title={t('insights.rates.months')}
        columns={columns}
        rows={months}
        rowId={({ month }) => month}
        empty={t('insights.rates.noMonths')}
      />
    </>
  )
}
