import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommittedEvent } from '@/api/types'
import { EventRow } from '@/shared/events/EventRow'
import { useWords } from '@/shared/events/useWords'
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
      <ol className={styles.list} aria-label={t('feed.title')} style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const event = events[index]
          return (
            event && (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                className={styles.place}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={events.length}
                aria-posinset={index + 1}
              >
                <EventRow event={event} words={words} />
              </li>
            )
          )
        })}
      </ol>
    </div>
  )
})
