import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberRow } from '@/api/types'
import { addressOf, goTo } from '@/shared/address/useAddress'
import { MemberGridRow } from './MemberGridRow'
import styles from './Members.module.css'
import { stepOf } from './stepOf'

interface MemberGridProps {
  rows: readonly MemberRow[]
  /** What is shown answers what was asked before. */
  isOld: boolean
  hasMore: boolean
  isFetchingMore: boolean
  onMore: () => void
}

const rowHeight = 57
/** How many rows before the end the next page is asked for. */
const ahead = 30

/** Only the rows in sight are drawn, however many there are; arrow keys go through them and Enter opens one. */
export function MemberGrid({ rows, isOld, hasMore, isFetchingMore, onMore }: MemberGridProps) {
  const { t } = useTranslation()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const [isFocused, setFocused] = useState(false)
  // eslint-disable-next-line react-hooks/incompatible-library -- It draws anew by itself when the list is scrolled.
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  })
  const drawn = virtual.getVirtualItems()
  const last = drawn.at(-1)?.index ?? 0
  const current = Math.min(active, rows.length - 1)

  useEffect(() => {
    if (hasMore && !isFetchingMore && last >= rows.length - ahead) onMore()
  }, [hasMore, isFetchingMore, last, rows.length, onMore])

  const press = (event: KeyboardEvent) => {
    const member = rows[current]
    if (event.key === 'Enter' && event.target === event.currentTarget && member) {
      event.preventDefault()
      goTo(addressOf({ page: 'member', member: member.id }))
      return
    }
    const next = stepOf(event.key, current, rows.length)
    if (next === undefined) return
    event.preventDefault()
    setActive(next)
    virtual.scrollToIndex(next)
  }

  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label={t('members.list')}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-busy={isOld}
      aria-activedescendant={isFocused && drawn.some(({ index }) => index === current) ? `${id}-${current}` : undefined}
      tabIndex={0}
      onKeyDown={press}
      onFocus={({ target, currentTarget }) => setFocused(target === currentTarget)}
      onBlur={() => setFocused(false)}
    >
      <div role="rowgroup" className={styles.heads}>
        <div role="row" aria-rowindex={1} className={styles.row}>
          {(['who', 'stage', 'flags', 'store', 'nextDue'] as const).map((column) => (
            <span key={column} role="columnheader" className={styles[column]}>
              {t(`members.column.${column}`)}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.rows} style={{ blockSize: virtual.getTotalSize() }}>
        {drawn.map(({ index, start, key }) => {
          const row = rows[index]
          return (
            row && (
              <MemberGridRow
                key={key}
                id={`${id}-${index}`}
                row={row}
                index={index}
                start={start}
                isActive={isFocused && index === current}
                measure={virtual.measureElement}
              />
            )
          )
        })}
      </div>
      {isFetchingMore && <p className={styles.coming}>{t('members.more')}</p>}
    </div>
  )
}
