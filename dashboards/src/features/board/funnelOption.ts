import type { CustomSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

type Option = ComposeOption<CustomSeriesOption | GridComponentOption>
type RenderItem = NonNullable<CustomSeriesOption['renderItem']>

export interface Bar {
  count: number
  colour: string
}

export const rowHeight = 40
const barHeight = 24
/** An empty stage still shows where it stands. */
const leastWidth = 3

/** Bars about a common middle, each joined to the next by a band, so that the way from stage to stage reads as one. */
export function funnelOption(bars: readonly Bar[], largest: number, moves: boolean): Option {
  const axis = { show: false } as const
  return {
    animation: moves,
    animationDuration: 500,
    animationDurationUpdate: 350,
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { ...axis, type: 'value', min: -largest / 2, max: largest / 2 },
    yAxis: { ...axis, type: 'category', inverse: true, data: bars.map((_, index) => String(index)) },
    series: [{ type: 'custom', silent: true, data: bars.map(({ count }, index) => [count, index]), renderItem: draw(bars) }],
  }
}

function draw(bars: readonly Bar[]): RenderItem {
  return ({ dataIndex }, api) => {
    const [middle = 0, y = 0] = api.coord([0, dataIndex])
    const widthOf = (bar: Bar) => {
      const size = api.size?.([bar.count, 0])
      return Math.max(leastWidth, Array.isArray(size) ? (size[0] ?? 0) : 0)
    }
    const bar = bars[dataIndex]
    const next = bars[dataIndex + 1]
    if (!bar) return { type: 'group', children: [] }

    const width = widthOf(bar)
    const rectangle = { x: middle - width / 2, y: y - barHeight / 2, width, height: barHeight, r: 6 }
    const upper = y + barHeight / 2
    const lower = y + rowHeight - barHeight / 2
    const band = next && [
      [middle - width / 2, upper],
      [middle + width / 2, upper],
      [middle + widthOf(next) / 2, lower],
      [middle - widthOf(next) / 2, lower],
    ]
    return {
      type: 'group',
      children: [
        ...(band ? [{ type: 'polygon' as const, transition: ['shape'] as ['shape'], shape: { points: band }, style: { fill: bar.colour, opacity: 0.16 } }] : []),
        { type: 'rect' as const, transition: ['shape'] as ['shape'], shape: rectangle, style: { fill: bar.colour } },
      ],
    }
  }
}
