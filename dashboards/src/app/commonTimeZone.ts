import type { Store } from '@/api/types'

/** The zone in which all of these stores live; undefined, meaning the reader's own, where they differ. */
export function commonTimeZone(stores: readonly Pick<Store, 'timeZone'>[]): string | undefined {
  const zones = new Set(stores.map(({ timeZone }) => timeZone))
  const [zone] = zones
  return zones.size === 1 && zone !== undefined && isKnown(zone) ? zone : undefined
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
