import { useSyncExternalStore } from 'react'

/** What the address bar remembers, so that a link shows another person the same thing. */
export type Field = 'chain' | 'store' | 'lang' | 'page'

const changed = 'engagement:address'

export function readAddress(field: Field): string | undefined {
  return new URLSearchParams(location.search).get(field) ?? undefined
}

/** The address as it would be with these fields. */
export function addressWith(fields: Partial<Record<Field, string | undefined>>): string {
  const url = new URL(location.href)
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) url.searchParams.delete(field)
    else url.searchParams.set(field, value)
  }
  return url.href
}

/** Sets or, with undefined, takes away fields. The path and everything else in the address stay. */
export function writeAddress(fields: Partial<Record<Field, string | undefined>>, how: 'push' | 'replace' = 'push'): void {
  const url = addressWith(fields)
  if (url === location.href) return
  if (how === 'push') history.pushState(null, '', url)
  else history.replaceState(null, '', url)
  dispatchEvent(new Event(changed))
}

export function useAddress(field: Field): string | undefined {
  return useSyncExternalStore(subscribe, () => readAddress(field))
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener)
  addEventListener(changed, listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener(changed, listener)
  }
}
