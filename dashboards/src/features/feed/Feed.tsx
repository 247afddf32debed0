import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveState } from '@/live/LiveContext'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { useFormat } from '@/shared/format/useFormat'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Icon } from '@/shared/ui/Icon'
import { usePaced } from '@/shared/usePaced'
import { choiceOf, chosen, type Choice } from './choice'
import { EventList } from './EventList'
import { FeedFilter } from './FeedFilter'
import styles from './Feed.module.css'
import { useHold } from './useHold'

/** As often as an eye can follow a list that moves, in milliseconds. */
const pace = 250

export function Feed() {
  const { t } = useTranslation()
  const format = useFormat()
  const list = useRef<HTMLDivElement>(null)
  const choice = choiceOf(useAddress('view'))
  const hold = useHold(usePaced(useLiveState(), pace))
  const events = useMemo(() => chosen(hold.shown.events, choice), [hold.shown.events, choice])

  const toTop = () => list.current?.scrollTo({ top: 0 })
  const catchUp = () => {
    toTop()
    hold.release()
  }
  const choose = (kind: Choice) => {
    toTop()
    writeAddress({ view: kind === 'all' ? undefined : kind }, 'replace')
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
        // Whoever goes through the list by keyboard reads it too.
        onFocus={() => hold.set('focus', true)}
        onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && hold.set('focus', false)}
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
        <EventList events={events} list={list} onScroll={(top) => hold.set('scrolled', top > 8)} />
      </div>
    </Card>
  )
}
