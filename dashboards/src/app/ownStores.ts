import type { Session, Store } from '@/api/types'

/** Whether somebody belongs to stores, and sees no further. */
export function isOfStores(session: Session): boolean {
  return session.rights.see_board === 'own_stores'
}

/** The stores that somebody may look at. */
export function storesToPick(session: Session, stores: readonly Store[] | undefined): readonly Store[] | undefined {
  return isOfStores(session) ? stores?.filter(({ id }) => session.stores.includes(id)) : stores
}

/**
 * The store to watch, of the one in the address and those there are; undefined for the whole chain. Until the stores are known the
 * address is believed, so that the right one is watched from the start.
 */
export function storeToWatch(session: Session, wanted: string | undefined, stores: readonly Store[] | undefined): string | undefined {
  if (isOfStores(session)) return session.stores.includes(wanted ?? '') ? wanted : session.stores[0]
  return stores === undefined || stores.some(({ id }) => id === wanted) ? wanted : undefined
}
