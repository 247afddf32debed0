import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveState } from '@/live/LiveContext'
import { EventRow } from '@/shared/events/EventRow'
import { useWords } from '@/shared/events/useWords'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Icon } from '@/shared/ui/Icon'
import { chosen, type Choice } from './choice'
import { FeedFilter } from './FeedFilter'
import styles from './Feed.module.css'
import { useHold } from './useHold'

export function Feed() {
  const { t } = useTranslation()
  const words = useWords()
  const { format } = words
  const list = useRef<HTMLOListElement>(null)
  const [choice, setChoice] = useState<Choice>('all')
  const hold = useHold(useLiveState())
  const events = useMemo(() => chosen(hold.shown.events, choice), [hold.shown.events, choice])

  const toTop = () => list.current?.scrollTo({ top: 0 })
  const catchUp = () => {
    toTop()
    hold.release()
  }
  const choose = (kind: Choice) => {
    toTop()
    setChoice(kind)
  }

  return (
    <Card
      className={styles.feed}
      headerClassName={styles.header}
      title={t('feed.title')}
      aside={
        <Button look="quiet" aria-pressed={hold.isPaused} onClick={() => hold.set('button', !hold.isPaused)}>
          <Icon name={hold.isPaused ? 'play' : 'pause'} size={15} />
          {hold.isPaused ? t('feed.resume') : t('feed.pause')}
        </Button>
      }
    >
      <FeedFilter choice={choice} onChoose={choose} />
      <div
        className={styles.window}
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && hold.set('pointer', true)}
        onPointerLeave={() => hold.set('pointer', false)}
      >
        {hold.isHeld && (hold.isPaused || hold.unseen > 0) && (
          <button type="button" className={styles.unseen} onClick={catchUp}>
            {hold.unseen > 0
              ? t('feed.unseen', { count: hold.unseen, formatted: format.number(hold.unseen) })
              : t('feed.paused')}
          </button>
        )}
        {events.length === 0 && (
          <p className={styles.nothing}>{choice === 'all' ? t('feed.nothing') : t('feed.nothingOfKind')}</p>
        )}
        <ol
          ref={list}
          className={styles.list}
          tabIndex={0}
          aria-label={t('feed.title')}
          onScroll={({ currentTarget }) => hold.set('scrolled', currentTarget.scrollTop > 8)}
        >
          {events.map((event) => (
            <li key={event.position}>
              <EventRow event={event} words={words} />
            </li>
          ))}
        </ol>
      </div>
    </Card>
  )
}
