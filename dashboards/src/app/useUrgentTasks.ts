import { useEffect, useRef, useState } from 'react'
import { useEvents } from '@/live/useEvents'
import { afterEvents, nothingUrgent } from '@/live/urgentTasks'
import { recall, remember } from '@/shared/memory'
import { countInTitle } from '@/shared/ui/documentTitle'
import { chime, wakeChime } from './chime'

/** Counts the tasks that cannot wait in the title of whichever page is open, and rings for each that comes up, if the reader wants it. */
export function useUrgentTasks() {
  // What is counted on is not what is drawn: two words may come between two drawings.
  const counted = useRef(nothingUrgent)
  const [waiting, setWaiting] = useState(0)
  const [rings, setRings] = useState(() => recall('ring') === 'on')

  useEvents({
    onEvents: (events) => {
      const before = counted.current
      counted.current = afterEvents(before, events)
      setWaiting(counted.current.waiting.size)
      if (rings && counted.current.arrived > before.arrived) chime()
    },
    // What was taken during a break was told to nobody: better to count anew than to count what is done.
    onHealed: () => {
      counted.current = nothingUrgent
      setWaiting(0)
    },
  })

  useEffect(() => {
    countInTitle(waiting)
    return () => countInTitle(0)
  }, [waiting])

  useEffect(() => {
    if (!rings) return
    addEventListener('pointerdown', wakeChime)
    addEventListener('keydown', wakeChime)
    return () => {
      removeEventListener('pointerdown', wakeChime)
      removeEventListener('keydown', wakeChime)
    }
  }, [rings])

  return {
    waiting,
    rings,
    switchRinging: () => {
      setRings(!rings)
      remember('ring', rings ? 'off' : 'on')
      if (rings) return
      wakeChime()
      chime()
    },
  }
}
