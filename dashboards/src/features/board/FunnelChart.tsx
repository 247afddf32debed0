import { CustomChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { use as install } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect } from 'react'
import type { Stage, Stages } from '@/api/types'
import styles from '@/shared/chart/Chart.module.css'
import { resolveColour } from '@/shared/chart/resolveColour'
import { useDrawing } from '@/shared/chart/useDrawing'
import { useTheme } from '@/shared/theme/useTheme'
import { usePaced } from '@/shared/usePaced'
import { stageColour } from '@/shared/ui/StageChip'
import { funnelOption, rowHeight } from './funnelOption'

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
  const { place, chart } = useDrawing()
  const { isDark } = useTheme()

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
