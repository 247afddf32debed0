import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommittedEvent } from '@/api/types'
import { EventRow } from '@/shared/events/EventRow'
import { useWords } from '@/shared/events/useWords'
import { DrawnRows } from '@/shared/ui/DrawnRows'
import styles from './EventList.module.css'

interface EventListProps {
  events: readonly CommittedEvent[]
  list: RefObject<HTMLDivElement | null>
  onScroll: (top: number) => void
}

const usualHeight = 62

/** The events, of which only those in sight are drawn: in a rush hundreds come by in a second. */
export const EventList = memo(function EventList({ events, list, onScroll }: EventListProps) {
  const { t } = useTranslation()
  const words = useWords()
  const rows = useVirtualizer({
    count: events.length,
    getScrollElement: () => list.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => events[index]?.position ?? index,
    overscan: 3,
  })
  return (
    <div
      ref={list}
      className={styles.window}
      tabIndex={0}
      role="group"
      aria-label={t('feed.title')}
      onScroll={({ currentTarget }) => onScroll(currentTarget.scrollTop)}
    >
      <DrawnRows label={t('feed.title')} items={events} rows={rows}>
        {(event) => <EventRow event={event} words={words} />}
      </DrawnRows>
    </div>
  )
})
