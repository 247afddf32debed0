import type { Virtualizer } from '@tanstack/react-virtual'
import type { ReactNode } from 'react'
import styles from './DrawnRows.module.css'

interface DrawnRowsProps<Row> {
  label: string
  items: readonly Row[]
  rows: Virtualizer<HTMLDivElement, Element>
  /** What of an item is drawn. */
  children: (item: Row, index: number) => ReactNode
}

/** The rows of a list that are in sight, in the room that all of them would take; each is measured once it is drawn. */
export function DrawnRows<Row>({ label, items, rows, children }: DrawnRowsProps<Row>) {
  return (
    <ol className={styles.list} aria-label={label} style={{ blockSize: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index]
        return (
          item !== undefined && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className={styles.place}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={items.length}
              aria-posinset={index + 1}
            >
              {children(item, index)}
            </li>
          )
        )
      })}
    </ol>
  )
}
