import { createContext, use, useSyncExternalStore } from 'react'
import type { LiveLink } from './LiveLink'
import type { LiveState } from './liveState'
import type { Link, LiveStore } from './LiveStore'

export interface Live {
  store: LiveStore
  link: LiveLink
}

export const LiveContext = createContext<Live | undefined>(undefined)

export function useLive(): Live {
  const live = use(LiveContext)
  if (!live) throw new Error('There is no LiveProvider above this component.')
  return live
}

const whole = (state: LiveState) => state

/** What the stream has told. Whoever needs a part of it names that part, and is rendered anew only when it changes. */
export function useLiveState(): LiveState
export function useLiveState<Part>(part: (state: LiveState) => Part): Part
export function useLiveState<Part>(part?: (state: LiveState) => Part): LiveState | Part {
  const { store } = useLive()
  return useSyncExternalStore(store.subscribe, () => (part ?? whole)(store.getState()))
}

export function useLink(): { link: Link; retryNow: () => void } {
  const { store, link } = useLive()
  return { link: useSyncExternalStore(store.subscribe, store.getLink), retryNow: () => link.retryNow() }
}
