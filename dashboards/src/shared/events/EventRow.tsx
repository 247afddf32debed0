import { memo } from 'react'
import type { CommittedEvent } from '@/api/types'
import { RelativeTime } from '../clock/RelativeTime'
import { MemberLink } from '../ui/MemberLink'
import { Icon } from '../ui/Icon'
import { StageChip } from '../ui/StageChip'
import styles from './EventRow.module.css'
import { look } from './look'
import { extras, sentence, type Words } from './sentence'
import { changeOf } from './stageSentence'

interface EventRowProps {
  event: CommittedEvent
  words: Words
  /** Whether it is said of whom: on a member's own page it need not be. */
  isNamed?: boolean
}

/** Rendered once: an event never changes. Only its "ago" goes on by itself. */
export const EventRow = memo(function EventRow({ event, words, isNamed = true }: EventRowProps) {
  const { icon, tone } = look(event)
  const change = changeOf(event)
  const at = Date.parse(event.at)
  return (
    <div className={styles.row} data-tone={tone}>
      <span className={styles.icon}>
        <Icon name={icon} size={16} />
      </span>
      <p className={styles.what}>
        {isNamed && (
          <>
            <MemberLink id={event.member} className={styles.member} />{' '}
          </>
        )}
        {sentence(event, words)}
        {extras(event, words).map((extra) => (
          <span key={extra} className={styles.extra}>
            {' · '}
            {extra}
          </span>
        ))}
      </p>
      {change && (
        <p className={styles.change}>
          {change.from && (
            <>
              <StageChip stage={change.from} />
              <Icon name="arrow" size={13} />
            </>
          )}
          <StageChip stage={change.to} />
        </p>
      )}
      <p className={styles.where}>
        {event.store ? words.storeName(event.store) : words.t('feed.someone')} · <RelativeTime at={at} format={words.format} />
      </p>
      <time className={styles.when} dateTime={event.at} title={words.format.exact(at)}>
        {words.format.clock(at)}
      </time>
    </div>
  )
})
