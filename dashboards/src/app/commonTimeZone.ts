import type { Chain, Store } from '@/api/types'

/**
 * The zone whose clocks are shown for these stores together: that in which they all live, else the chain's, whose days the figures
 * count. Undefined, meaning the reader's own, where the browser does not know it.
 */
export function commonTimeZone(stores: readonly Pick<Store, 'timeZone'>[], chain: Pick<Chain, 'timeZone'>): string | undefined {
  const [zone, ...others] = new Set(stores.map(({ timeZone }) => timeZone))
  const common = zone !== undefined && others.length === 0 ? zone : chain.timeZone
  return isKnown(common) ? common : undefined
}

/** A server's list of zones may be newer than a browser's. */
function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}
