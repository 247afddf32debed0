import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SimulationReport } from '@/api/types'
import { Chart } from '@/shared/chart/Chart'
import { useFormat } from '@/shared/format/useFormat'
import { Select } from '@/shared/ui/Select'
import { coursesOf } from './figures'
import { useFigureName } from './useFigureName'
import styles from './WhatIf.module.css'

/** One figure day by day in both worlds. */
export function DayByDay({ report }: { report: SimulationReport }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useFigureName()
  const [chosen, setChosen] = useState<string>()
  const courses = coursesOf(report)
  const figure = courses.find((name) => name === chosen) ?? courses[0]
  const [before, after] = [t(report.baseline === 'actual' ? 'policy.whatIf.baseline.actual' : 'policy.whatIf.baseline.present'), t('policy.whatIf.draft')]
  const option = useCallback(
    (colour: (token: string) => string) => ({
      color: [colour('var(--ink-soft)'), colour('var(--accent)')],
      grid: { left: 8, right: 12, top: 36, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, textStyle: { color: colour('var(--ink-soft)') } },
      tooltip: { trigger: 'axis', confine: true },
      xAxis: { type: 'category', data: report.days.map(({ day }) => format.date(day)), axisLine: { lineStyle: { color: colour('var(--line-strong)') } } },
      yAxis: { type: 'value', scale: true, splitLine: { lineStyle: { color: colour('var(--line)') } } },
      series: [
        { type: 'line', name: before, symbol: 'none', lineStyle: { type: 'dashed' }, data: report.days.map(({ figures }) => figures.baseline[figure ?? ''] ?? 0) },
        { type: 'line', name: after, symbol: 'none', lineStyle: { width: 2.5 }, data: report.days.map(({ figures }) => figures.draft[figure ?? ''] ?? 0) },
      ],
    }),
    [report, figure, before, after, format],
  )
  if (figure === undefined) return null
  return (
    <div className={styles.course}>
      <div className={styles.courseHead}>
        <h3>{t('policy.whatIf.dayByDay')}</h3>
        <Select label={t('policy.whatIf.figure')} value={figure} options={courses.map((id) => ({ id, name: nameOf(id) }))} onPick={setChosen} />
      </div>
      <Chart label={t('policy.whatIf.chart', { figure: nameOf(figure), from: format.date(report.from), to: format.date(report.to) })} height={240} option={option} />
    </div>
  )
}
