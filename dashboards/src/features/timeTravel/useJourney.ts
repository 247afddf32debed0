import { use, useCallback } from 'react'
import { writeAddress } from '@/shared/address/useAddress'
import { PlaceContext } from '@/shared/format/useFormat'
import { useAt } from '@/shared/time/useAt'
import { inAddress, reachable, stepped, type Step } from './journey'
import { usePast } from './usePast'

/** Where in time somebody is, how far she can go, and the ways to go there. */
export function useJourney(now: number) {
  const { first, months } = usePast(now)
  const { timeZone } = use(PlaceContext)
  const at = useAt()
  const instant = at === undefined ? undefined : Date.parse(at)

  const go = useCallback(
    (wanted: number) => {
      const reached = reachable(wanted, first, now)
      // The way back leads to the present, not through every instant on the way.
      writeAddress({ at: reached === undefined ? undefined : inAddress(reached) }, instant === undefined ? 'push' : 'replace')
    },
    [first, now, instant],
  )
  return {
    first,
    months,
    timeZone,
    /** The past instant; undefined in the present. */
    instant,
    go,
    step: (step: Step, count: number) => go(stepped(instant ?? now, step, count, timeZone)),
  }
}

export type Journey = ReturnType<typeof useJourney>

export function returnToPresent(): void {
  writeAddress({ at: undefined })
}
