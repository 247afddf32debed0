import { useEffect, useRef } from 'react'
import { follow, type Followers } from './follow'
import { useLive } from './LiveContext'

/** Follows what is told, at most once in each interval. Nothing is asked of the server because of it unless the follower does. */
export function useEvents({ onEvents, onHealed }: Followers, interval = 400): void {
  const { store } = useLive()
  const latest = useRef({ onEvents, onHealed })
  useEffect(() => {
    latest.current = { onEvents, onHealed }
  })

  useEffect(
    () =>
      follow(
        store,
        { onEvents: (events) => latest.current.onEvents(events), onHealed: () => latest.current.onHealed() },
        interval,
      ),
    [store, interval],
  )
}
