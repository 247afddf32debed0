import { useEffect, useRef } from 'react'
import type { CommittedEvent } from '@/api/types'
import { usePaced } from '@/shared/usePaced'
import { useLink, useLiveState } from './LiveContext'

interface Followers {
  /** What was told since the last call, newest first; of a flood only what is kept of it. */
  onEvents: (events: readonly CommittedEvent[]) => void
  /** The connection stands again: anything may have happened. */
  onHealed: () => void
}

/** Follows what is told, at most once in each interval. Nothing is asked of the server because of it unless the follower does. */
export function useEvents({ onEvents, onHealed }: Followers, interval = 400): void {
  const { events, position } = usePaced(useLiveState(), interval)
  const { link } = useLink()
  const seen = useRef<number>(undefined)
  const isLive = link.kind === 'live'
  const wasLive = useRef(isLive)
  const latest = useRef({ onEvents, onHealed })
  useEffect(() => {
    latest.current = { onEvents, onHealed }
  })

  useEffect(() => {
    if (position === undefined) return
    const after = seen.current
    seen.current = position
    if (after === undefined || after === position) return
    const fresh = Object.values(events)
      .flatMap((ofKind) => ofKind.filter((event) => event.position > after))
      .toSorted((one, other) => other.position - one.position)
    if (fresh.length > 0) latest.current.onEvents(fresh)
  }, [events, position])

  useEffect(() => {
    if (isLive && !wasLive.current) latest.current.onHealed()
    wasLive.current = isLive
  }, [isLive])
}
