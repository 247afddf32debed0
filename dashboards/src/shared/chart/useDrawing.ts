import { init, type EChartsType } from 'echarts/core'
import { useEffect, useRef } from 'react'

/** A place for a drawing, and the drawing in it, which follows the size of its place and ends with it. */
export function useDrawing() {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)

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

  return { place, chart }
}
