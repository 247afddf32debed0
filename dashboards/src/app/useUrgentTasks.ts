import { useEffect, useState } from 'react'
import { useEvents } from '@/live/useEvents'
import { afterEvents, nothingUrgent } from '@/live/urgentTasks'
import { recall, remember } from '@/shared/memory'
import { countInTitle } from '@/shared/ui/documentTitle'
import { chime, wakeChime } from './chime'

/** Counts the tasks that cannot wait in the title of whichever page is open, and rings for each that comes up, if the reader wants it. */
export function useUrgentTasks() {
  const [tasks, setTasks] = useState(nothingUrgent)
  const [rings, setRings] = useState(() => recall('ring') === 'on')
  const waiting = tasks.waiting.size

  useEvents({
    onEvents: (events) => {
      const after = afterEvents(tasks, events)
      if (after === tasks) return
      setTasks(after)
      if (rings && after.arrived > tasks.arrived) chime()
    },
    // What was taken during a break was told to nobody: better to count anew than to count what is done.
    onHealed: () => setTasks(nothingUrgent),
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
