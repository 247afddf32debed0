import { useState } from 'react'
import type { CommittedEvent } from '@/api/types'
import { EventRow } from '@/shared/events/EventRow'
import { useWords } from '@/shared/events/useWords'
import { byDay } from './order'
import styles from './Timeline.module.css'

/** Events under their days. What was there when they were first shown is no news; what comes later glows for a moment. */
export function TimelineDays({ events }: { events: readonly CommittedEvent[] }) {
  const words = useWords()
  const [newest] = useState(() => Math.max(0, ...events.map(({ position }) => position)))
  return byDay(events, words.format.day).map(({ day, events: ofDay }) => (
    <section key={day} aria-label={day}>
      <h3 className={styles.day}>{day}</h3>
      <ol>
        {ofDay.map((event) => (
          <li key={event.position} className={event.position > newest ? styles.fresh : undefined}>
            <EventRow event={event} words={words} isNamed={false} />
          </li>
        ))}
      </ol>
    </section>
  ))
}
