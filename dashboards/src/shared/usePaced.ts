import { useEffect, useRef, useState } from 'react'

/** Follows a value, but not faster than once in each interval: for what is dear to draw and not read any faster. */
export function usePaced<T>(value: T, interval: number): T {
  const [shown, setShown] = useState(value)
  const lastChange = useRef(-Infinity)

  useEffect(() => {
    if (Object.is(value, shown)) return
    const wait = Math.max(0, lastChange.current + interval - performance.now())
    const timer = setTimeout(() => {
      lastChange.current = performance.now()
      setShown(value)
    }, wait)
    return () => clearTimeout(timer)
  }, [value, shown, interval])

  return shown
}
