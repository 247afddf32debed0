import type { CommittedEvent } from '@/api/types'
import { kinds } from './kinds'
import { newestFirst } from './liveState'
import type { LiveStore } from './LiveStore'

export interface Followers {
  /** What was told since the last call, newest first; of a flood only what is kept of it. */
  onEvents: (events: readonly CommittedEvent[]) => void
  /** The connection stands again, or has skipped what it could not deliver: anything may have happened. */
  onHealed: () => void
}

/**
 * Follows what is told without rendering anything, at most once in each interval of milliseconds, and at once after a quiet time.
 * Returns how to stop.
 */
export function follow(store: LiveStore, { onEvents, onHealed }: Followers, interval: number): () => void {
  let seen = store.current.position
  let snapshots = store.current.snapshots
  let wasLive = store.getLink().kind === 'live'
  let last = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined

  const hasHealed = () => {
    const isLive = store.getLink().kind === 'live'
    const healed = (isLive && !wasLive) || (snapshots > 0 && store.current.snapshots !== snapshots)
    wasLive = isLive
    snapshots = store.current.snapshots
    return healed
  }

  const look = () => {
    timer = undefined
    last = performance.now()
    const { events, position, since } = store.current
    // Who followed before there was anything to follow hears all that came after the beginning.
    const after = seen ?? since
    seen = position
    if (hasHealed()) onHealed()
    if (after === undefined || position === undefined || position <= after) return
    const fresh = newestFirst(kinds.flatMap((kind) => events[kind].filter((event) => event.position > after)))
    if (fresh.length > 0) onEvents(fresh)
  }

  const stop = store.subscribe(() => {
    // A break that is over before the next look is a break all the same.
    if (store.getLink().kind !== 'live') wasLive = false
    timer ??= setTimeout(look, Math.max(0, last + interval - performance.now()))
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}
