import { createContext, use, useSyncExternalStore } from 'react'
import { readClock, type ServerClock } from './serverClock'

export const ClockContext = createContext<ServerClock | undefined>(undefined)

const second = 1_000
let seconds = 0
const listeners = new Set<() => void>()
let ticking: ReturnType<typeof setInterval> | undefined

/** One interval for every time on the page; none when no time is shown. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  ticking ??= setInterval(() => {
    seconds++
    for (const each of listeners) each()
  }, second)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

/** Renders anew each second of real time. */
export function useTick(): void {
  useSyncExternalStore(subscribe, () => seconds)
}

/** The server's present, in milliseconds since 1970; undefined until the server has told it. */
export function useNow(): number | undefined {
  useTick()
  const clock = use(ClockContext)
  // eslint-disable-next-line react-hooks/purity -- Reading a clock is what this hook is for; the tick above renews it.
  return clock && readClock(clock, performance.now())
}

export function useClock(): ServerClock | undefined {
  return use(ClockContext)
}
