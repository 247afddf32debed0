interface Ticker {
  subscribe: (listener: () => void) => () => void
  ticks: () => number
}

const tickers = new Map<number, Ticker>()

/** One timer for all who share an interval, and none while nobody listens. */
export function tickerEvery(interval: number): Ticker {
  const known = tickers.get(interval)
  if (known) return known
  const made = makeTicker(interval)
  tickers.set(interval, made)
  return made
}

function makeTicker(interval: number): Ticker {
  const listeners = new Set<() => void>()
  let ticks = 0
  let timer: ReturnType<typeof setInterval> | undefined
  return {
    ticks: () => ticks,
    subscribe: (listener) => {
      listeners.add(listener)
      timer ??= setInterval(() => {
        ticks++
        for (const each of listeners) each()
      }, interval)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
  }
}
