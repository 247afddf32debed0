import type { EChartsCoreOption } from 'echarts/core'

interface Line {
  name: string
  /** A token of the theme. */
  colour: string
  values: readonly (number | null)[]
}

interface Lines {
  /** What stands along the bottom. */
  labels: readonly string[]
  lines: readonly Line[]
  /** How a value is written, in the tip as well as beside the axis. */
  say: (value: number) => string
  /** Where the axis begins and ends; as the values want it where that is missing. */
  least?: number
  most?: number
}

/** Courses over time, all on one axis. A point that is not known breaks its line. */
export function drawLines({ labels, lines, say, least, most }: Lines) {
  return (colour: (token: string) => string): EChartsCoreOption => ({
    grid: { left: 4, right: 12, top: lines.length > 1 ? 34 : 14, bottom: 4, containLabel: true },
    legend: { show: lines.length > 1, top: 0, left: 0, icon: 'roundRect', itemHeight: 4, textStyle: { color: colour('var(--ink-soft)') } },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colour('var(--surface)'),
      borderColor: colour('var(--line-strong)'),
      textStyle: { color: colour('var(--ink)'), fontSize: 13 },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? say(value) : '–'),
    },
    xAxis: {
      type: 'category',
      data: labels,
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('var(--line)') } },
      axisLabel: { color: colour('var(--ink-soft)'), hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      ...(least === undefined ? {} : { min: least }),
      ...(most === undefined ? {} : { max: most }),
      axisLabel: { color: colour('var(--ink-soft)'), formatter: say },
      splitLine: { lineStyle: { color: colour('var(--line)') } },
    },
    series: lines.map((line) => ({
      name: line.name,
      type: 'line',
      data: line.values,
      color: colour(line.colour),
      lineStyle: { width: 2.5 },
      symbol: 'circle',
      symbolSize: 7,
    })),
  })
}
