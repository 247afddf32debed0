import { memo } from 'react'
import type { CommittedEvent } from '@/api/types'
import { RelativeTime } from '@/shared/clock/RelativeTime'
import { Icon } from '@/shared/ui/Icon'
import { StageChip } from '@/shared/ui/StageChip'
import { look } from './look'
import styles from './FeedRow.module.css'
import { extras, sentence, type Words } from './sentence'
import { changeOf } from './stageSentence'

interface FeedRowProps {
  event: CommittedEvent
  words: Words
}

/** Rendered once: an event never changes. Only its "ago" goes on by itself. */
export const FeedRow = memo(function FeedRow({ event, words }: FeedRowProps) {
  const { icon, tone } = look(event)
  const change = changeOf(event)
  const at = Date.parse(event.at)
  return (
    <li className={styles.row} data-tone={tone}>
      <span className={styles.icon}>
        <Icon name={icon} size={16} />
      </span>
      <p className={styles.what}>
        <strong className={styles.member}>{event.member}</strong> {sentence(event, words)}
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
    </li>
  )
})
