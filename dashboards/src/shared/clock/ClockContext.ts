import { createContext, use, useSyncExternalStore } from 'react'
import { readClock, type ServerClock } from './serverClock'
import { tickerEvery } from './ticker'

export const ClockContext = createContext<ServerClock | undefined>(undefined)

const second = 1_000

/** Renders anew at each interval of real time. */
export function useTick(interval = second): void {
  const { subscribe, ticks } = tickerEvery(interval)
  useSyncExternalStore(subscribe, ticks)
}

/** The server's present, in milliseconds since 1970; undefined until the server has told it. */
export function useNow(interval = second): number | undefined {
  useTick(interval)
  const clock = use(ClockContext)
  // eslint-disable-next-line react-hooks/purity -- Reading a clock is what this hook is for; the tick above renews it.
  return clock && readClock(clock, performance.now())
}

export function useClock(): ServerClock | undefined {
  return use(ClockContext)
}
