import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { ClockContext } from '@/shared/clock/ClockContext'
import { useFormat } from '@/shared/format/useFormat'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Loaded } from '@/shared/ui/Loaded'
import { choiceOf, ofChoice, type Choice } from './choice'
import { EventList } from './EventList'
import styles from './Feed.module.css'
import { FeedFilter } from './FeedFilter'
import { usePastFeed } from './usePastFeed'

const ignored = () => undefined

/** What had happened by a past instant, with the filters of the present; how long ago is said as of that instant. */
export function PastFeed({ at }: { at: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const list = useRef<HTMLDivElement>(null)
  const choice = choiceOf(useAddress('view'))
  const query = usePastFeed(at)
  const clock = useMemo(() => ({ shown: Date.parse(at), when: 0, speed: 0 }), [at])
  const choose = (kind: Choice) => {
    list.current?.scrollTo({ top: 0 })
    writeAddress({ view: kind === 'all' ? undefined : kind }, 'replace')
  }

  return (
    <Card className={styles.feed} headerClassName={styles.header} title={t('board.thenTitle')}>
      <p className={styles.asOf}>{t('board.asOf', { at: format.exact(Date.parse(at)) })}</p>
      <FeedFilter choice={choice} onChoose={choose} />
      <div className={styles.window}>
        <Loaded query={query} height={480}>
          {({ pages }) => {
            const events = ofChoice(pages.flatMap(({ items }) => items), choice)
            return (
              <>
                {events.length === 0 && (
                  <p className={styles.nothing}>{t(query.hasNextPage ? 'feed.noneYet' : choice === 'all' ? 'feed.nothing' : 'feed.nothingOfKind')}</p>
                )}
                <ClockContext value={clock}>
                  <EventList events={events} list={list} onScroll={ignored} />
                </ClockContext>
                {query.hasNextPage && (
                  <Button className={styles.earlier} disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('feed.earlier')}
                  </Button>
                )}
              </>
            )
          }}
        </Loaded>
      </div>
    </Card>
  )
}
