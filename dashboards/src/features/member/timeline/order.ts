import type { CommittedEvent } from '@/api/types'

/** Newest first, and of what happened at one instant what was told last. */
export function withFresh(known: readonly CommittedEvent[], fresh: readonly CommittedEvent[]): CommittedEvent[] {
  return [...fresh, ...known].toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at) || other.position - one.position)
}

export interface Day {
  day: string
  events: CommittedEvent[]
}

/** Events under the days on which they happened; days and events stay in the order in which they came. */
export function byDay(events: readonly CommittedEvent[], dayOf: (instant: number) => string): Day[] {
  const days: Day[] = []
  for (const event of events) {
    const day = dayOf(Date.parse(event.at))
    const last = days.at(-1)
    if (last?.day === day) last.events.push(event)
    else days.push({ day, events: [event] })
  }
  return days
}
