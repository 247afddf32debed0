import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { isNoise, kindOf, kinds } from '@/live/kinds'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import { Segmented } from '@/shared/ui/Segmented'
import type { PendingAct } from '../acts/useRecording'
import { PendingRow } from './PendingRow'
import styles from './Timeline.module.css'
import { TimelineDays } from './TimelineDays'
import { useTimeline } from './useTimeline'

const choices = ['all', ...kinds] as const
/** Rows that a chosen kind should have before the reader has to ask for earlier ones herself. */
const enough = 12
const mostPages = 8

/** Everything that happened to her, under the days on which it did. What happens now comes in by itself. */
export function Timeline({ member, pending }: { member: string; pending: readonly PendingAct[] }) {
  const { t } = useTranslation()
  const view = useAddress('view')
  const choice = choices.find((each) => each === view) ?? 'all'
  const { query, events } = useTimeline(member)
  const shown = events.filter((event) => (choice === 'all' ? !isNoise(event) : kindOf(event) === choice))
  const { hasNextPage, isFetching, fetchNextPage } = query
  const pages = query.data?.pages.length ?? 0
  useEffect(() => {
    if (shown.length < enough && hasNextPage && !isFetching && pages < mostPages) void fetchNextPage()
  }, [shown.length, hasNextPage, isFetching, pages, fetchNextPage])

  return (
    <Card title={t('member.timeline.title')} className={styles.timeline} headerClassName={styles.head}>
      <Segmented
        className={styles.kinds}
        look="chips"
        label={t('feed.filter')}
        value={choice}
        options={choices.map((id) => ({ id, name: t(`feed.${id}`) }))}
        onChoose={(id) => writeAddress({ view: id === 'all' ? undefined : id }, 'replace')}
      />
      <div className={styles.window} tabIndex={0} role="group" aria-label={t('member.timeline.title')}>
        {pending.length > 0 && (
          <ul>
            {pending.map((act) => (
              <PendingRow key={act.id} act={act} />
            ))}
          </ul>
        )}
        <Loaded query={query} height={420}>
          {() => (
            <>
              {shown.length === 0 && <div className={styles.empty}><Empty>{t(choice === 'all' ? 'member.timeline.nothing' : 'feed.nothingOfKind')}</Empty></div>}
              <TimelineDays events={shown} />
              {hasNextPage && (
                <div className={styles.more}>
                  <Button look="quiet" disabled={isFetching} onClick={() => void fetchNextPage()}>
                    {t('member.timeline.earlier')}
                  </Button>
                </div>
              )}
            </>
          )}
        </Loaded>
      </div>
    </Card>
  )
}
