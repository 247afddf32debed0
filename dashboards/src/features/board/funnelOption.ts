import type { CustomSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

type Option = ComposeOption<CustomSeriesOption | GridComponentOption>
type RenderItem = NonNullable<CustomSeriesOption['renderItem']>

interface Bar {
  count: number
  colour: string
}

interface Funnel {
  bars: readonly Bar[]
  /** The count that takes the whole width. */
  largest: number
  isJoined: boolean
  moves: boolean
}

export const rowHeight = 40
const barHeight = 24
/** An empty stage still shows where it stands. */
const leastWidth = 3

/** Bars about a common middle, each joined to the next by a band, so that the way from stage to stage reads as one. */
export function funnelOption(funnel: Funnel): Option {
  const { bars, largest, moves } = funnel
  return {
    animation: moves,
    animationDuration: 500,
    animationDurationUpdate: 350,
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { show: false, type: 'value', min: -largest / 2, max: largest / 2 },
    yAxis: { show: false, type: 'category', inverse: true, data: bars.map((_, index) => String(index)) },
    series: [
      {
        type: 'custom',
        silent: true,
        data: bars.map(({ count }, index) => [count, index]),
        renderItem: drawWith(funnel),
      },
    ],
  }
}

function drawWith({ bars, isJoined }: Funnel): RenderItem {
  return ({ dataIndex }, api) => {
    const bar = bars[dataIndex]
    if (!bar) return { type: 'group', children: [] }

    const [middle = 0, y = 0] = api.coord([0, dataIndex])
    const halfOf = ({ count }: Bar) => {
      const size = api.size?.([count, 0])
      return Math.max(leastWidth, Array.isArray(size) ? (size[0] ?? 0) : 0) / 2
    }
    const half = halfOf(bar)
    const next = isJoined ? bars[dataIndex + 1] : undefined
    const nextHalf = next ? halfOf(next) : half
    const top = y + barHeight / 2
    const bottom = y + rowHeight - barHeight / 2
    return {
      type: 'group',
      children: [
        {
          type: 'polygon',
          transition: ['shape'],
          shape: {
            points: [
              [middle - half, top],
              [middle + half, top],
              [middle + nextHalf, bottom],
              [middle - nextHalf, bottom],
            ],
          },
          style: { fill: bar.colour, opacity: next ? 0.16 : 0 },
        },
        {
          type: 'rect',
          transition: ['shape'],
          shape: { x: middle - half, y: y - barHeight / 2, width: half * 2, height: barHeight, r: 6 },
          style: { fill: bar.colour },
        },
      ],
    }
  }
}
