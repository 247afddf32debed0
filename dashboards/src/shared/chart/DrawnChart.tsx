import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { use as install, type EChartsCoreOption } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect } from 'react'
import { useTheme } from '../theme/useTheme'
import styles from './Chart.module.css'
import { resolveColour } from './resolveColour'
import { useDrawing } from './useDrawing'

install([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, CanvasRenderer])

export interface DrawnChartProps {
  /** What it shows, for who cannot see it. */
  label: string
  /** In CSS pixels. */
  height: number
  /** The drawing, of colours that the theme gives: `colour('var(--accent)')`. Drawn anew when it is another function. */
  option: (colour: (token: string) => string) => EChartsCoreOption
  /** Called with the place of the point that was chosen. */
  onPick?: ((dataIndex: number, seriesIndex: number) => void) | undefined
}

export default function DrawnChart({ label, height, option, onPick }: DrawnChartProps) {
  const { place, chart } = useDrawing()
  const { isDark } = useTheme()

  useEffect(() => {
    const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches
    chart.current?.setOption(
      {
        animation: moves,
        textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: resolveColour('var(--ink-soft)') },
        ...option(resolveColour),
      },
      { notMerge: true },
    )
  }, [option, isDark, chart])

  useEffect(() => {
    const drawn = chart.current
    if (!drawn || !onPick) return
    const pick = (event: { dataIndex?: number; seriesIndex?: number }) => onPick(event.dataIndex ?? 0, event.seriesIndex ?? 0)
    drawn.on('click', pick)
    return () => {
      drawn.off('click', pick)
    }
  }, [onPick, chart])

  return <div ref={place} role="img" aria-label={label} className={styles.chart} style={{ blockSize: height }} />
}
