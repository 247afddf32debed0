import { useEffect, useState } from 'react'
import { useLive } from './LiveContext'
import type { LiveState } from './liveState'

/**
 * A part of what the stream has told, rendered at once after a quiet time and then no more often than once in each interval of
 * milliseconds: for what is dear to draw and not read any faster.
 */
export function usePacedState<Part>(part: (state: LiveState) => Part, interval: number): Part {
  const { store } = useLive()
  const [shown, show] = useState(() => part(store.getState()))

  useEffect(() => {
    let last = -Infinity
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = () => {
      timer = undefined
      last = performance.now()
      show(() => part(store.getState()))
    }
    const listen = () => {
      timer ??= setTimeout(draw, Math.max(0, last + interval - performance.now()))
    }
    listen()
    const stop = store.subscribe(listen)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [store, part, interval])

  return shown
}
