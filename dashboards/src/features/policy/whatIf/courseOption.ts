import type { SimulationReport } from '@/api/types'
import type { Format } from '@/shared/format/format'

interface Names {
  baseline: string
  draft: string
}

/** The drawing of one figure, day by day, in both worlds: what would have been over a dashed line of what was. */
export function courseOption(report: SimulationReport, figure: string, names: Names, format: Format) {
  const values = (world: 'baseline' | 'draft') => report.days.map(({ figures }) => figures[world][figure] ?? 0)
  return (colour: (token: string) => string) => ({
    color: [colour('var(--ink-soft)'), colour('var(--accent)')],
    grid: { left: 8, right: 12, top: 36, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: colour('var(--ink-soft)') } },
    tooltip: { trigger: 'axis', confine: true, valueFormatter: (value: unknown) => (typeof value === 'number' ? format.number(value) : '') },
    xAxis: { type: 'category', data: report.days.map(({ day }) => format.calendarDay(day)), axisLine: { lineStyle: { color: colour('var(--line-strong)') } } },
    yAxis: {
      type: 'value',
      scale: true,
      axisLabel: { formatter: (value: number) => format.number(value) },
      splitLine: { lineStyle: { color: colour('var(--line)') } },
    },
    series: [
      { type: 'line', name: names.baseline, symbol: 'none', lineStyle: { type: 'dashed' }, data: values('baseline') },
      { type: 'line', name: names.draft, symbol: 'none', lineStyle: { width: 2.5 }, data: values('draft') },
    ],
  })
}
