import { CustomChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use as install, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { Stage, Stages } from '@/api/types'
import { useTheme } from '@/shared/theme/useTheme'
import { usePaced } from '@/shared/usePaced'
import { stageColour } from '@/shared/ui/StageChip'
import styles from './FunnelChart.module.css'
import { funnelOption, rowHeight } from './funnelOption'
import { resolveColour } from '@/shared/chart/resolveColour'

install([CustomChart, GridComponent, CanvasRenderer])

interface FunnelChartProps {
  stages: readonly Stage[]
  counts: Stages
  /** The count that takes the whole width, common to all charts that are compared. */
  largest: number
  /** Whether one stage leads to the next. */
  isJoined: boolean
}

/** Longer than a bar takes to move: one that is sent on before it arrived only trembles, and the drawing would never rest. */
const pace = 2_000

export default function FunnelChart({ stages, counts, largest, isJoined }: FunnelChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const { isDark } = useTheme()

  useEffect(() => {
    if (!place.current) return
    const drawn = init(place.current)
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(place.current)
    chart.current = drawn
    return () => {
      observer.disconnect()
      drawn.dispose()
      chart.current = undefined
    }
  }, [])

  const shown = usePaced(counts, pace)
  const bars = stages.map((stage) => ({ stage, count: shown[stage] }))
  const signature = bars.map(({ count }) => count).join()

  useEffect(() => {
    const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches
    const coloured = bars.map((bar) => ({ count: bar.count, colour: resolveColour(stageColour(bar.stage)) }))
    chart.current?.setOption(funnelOption({ bars: coloured, largest, isJoined, moves }), { lazyUpdate: true })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- The signature stands for the bars, which are new each time.
  }, [signature, largest, isJoined, isDark])

  return <div ref={place} className={styles.chart} style={{ blockSize: stages.length * rowHeight }} />
}
