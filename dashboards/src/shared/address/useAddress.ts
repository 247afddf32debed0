import { useSyncExternalStore } from 'react'

/**
 * What the address bar remembers, so that a link shows another person the same thing. Never what somebody searches for: a name or
 * a phone number must not be in an address.
 */
export type Field =
  | 'lang'
  | 'page'
  // Where and when: they stay when the page changes.
  | 'chain'
  | 'store'
  | 'at'
  // What one page shows: gone with it.
  | 'member'
  | 'tab'
  | 'stage'
  | 'flag'
  | 'group'
  | 'r'
  | 'f'
  | 'm'
  | 'segment'
  | 'campaign'
  | 'playbook'
  | 'step'
  | 'from'
  | 'to'
  | 'period'
  | 'view'
  | 'sort'
  | 'version'

export type Fields = Partial<Record<Field, string | undefined>>

const stays: readonly Field[] = ['lang', 'chain', 'store', 'at']
const changed = 'engagement:address'

export function readAddress(field: Field): string | undefined {
  return new URLSearchParams(location.search).get(field) ?? undefined
}

/** The address as it would be with these fields. */
export function addressWith(fields: Fields): string {
  return withFields(new URL(location.href), fields)
}

/** The address of another page: of this one's only where and when it is stays. */
export function addressOf(fields: Fields): string {
  const url = new URL(location.href)
  const kept = new URLSearchParams(stays.flatMap((field) => (url.searchParams.has(field) ? [[field, url.searchParams.get(field) ?? '']] : [])))
  url.search = kept.toString()
  return withFields(url, fields)
}

/** Sets or, with undefined, takes away fields. The path and everything else in the address stay. */
export function writeAddress(fields: Fields, how: 'push' | 'replace' = 'push'): void {
  goTo(addressWith(fields), how)
}

export function goTo(address: string, how: 'push' | 'replace' = 'push'): void {
  if (address === location.href) return
  if (how === 'push') history.pushState(null, '', address)
  else history.replaceState(null, '', address)
  dispatchEvent(new Event(changed))
}

export function useAddress(field: Field): string | undefined {
  return useSyncExternalStore(subscribe, () => readAddress(field))
}

/** Everything that is in the address, to make links of it that hold what it holds when they are drawn. */
export function useWholeAddress(): string {
  return useSyncExternalStore(subscribe, () => location.href)
}

function withFields(url: URL, fields: Fields): string {
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) url.searchParams.delete(field)
    else url.searchParams.set(field, value)
  }
  return url.href
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener)
  addEventListener(changed, listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener(changed, listener)
  }
}
