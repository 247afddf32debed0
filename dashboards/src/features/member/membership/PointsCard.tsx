import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { Member } from '@/api/types'
import { useChain, useMay } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { useAt } from '@/shared/time/useAt'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Loaded } from '@/shared/ui/Loaded'
import { Stat, Stats } from '@/shared/ui/Stat'
import { keyOf } from '../keys'
import styles from '../Member.module.css'
import { AdjustDialog } from './AdjustDialog'
import { PointsLines } from './PointsLines'
import { PointsLots } from './PointsLots'

/** Her points: what she can spend, when it runs out, how it came about. */
export function PointsCard({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { chain } = useChain()
  const isPast = useAt() !== undefined
  const mayAdjust = useMay('grant_privileges') && !isPast && member.erased !== true
  const [isAdjusting, setAdjusting] = useState(false)
  const query = useInfiniteQuery({
    queryKey: keyOf(chain.id, member.id, 'points'),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/v1/chains/{chain}/members/{id}/points', {
          params: { path: { chain: chain.id, id: member.id }, query: { limit: '50', ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchOnMount: 'always',
  })
  const { points } = member
  return (
    <Card title={t('member.points.title')} className={styles.whole} aside={mayAdjust && <Button onClick={() => setAdjusting(true)}>{t('member.points.adjust')}</Button>}>
      <Stats>
        <Stat label={t('member.points.balance')} value={format.number(points.balance)} tone={points.owed > 0 ? 'bad' : 'plain'} />
        <Stat label={t('member.points.usable')} value={format.number(points.usable)} />
        <Stat label={t('member.points.pending')} value={format.number(points.pending)} hint={t('member.points.pendingHint')} />
        {points.nextExpiryAt !== null && (
          <Stat label={t('member.points.expiring')} value={format.number(points.nextExpiring)} hint={t('member.points.on', { on: format.date(Date.parse(points.nextExpiryAt)) })} />
        )}
      </Stats>
      {isPast && <p className={styles.soft}>{t('member.present')}</p>}
      <Loaded query={query} height={160}>
        {({ pages }) => (
          <>
            <PointsLots lots={pages[0]?.lots ?? []} />
            <PointsLines lines={pages.flatMap(({ items }) => items)} />
            {query.hasNextPage && (
              <Button look="quiet" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('member.timeline.earlier')}
              </Button>
            )}
          </>
        )}
      </Loaded>
      {isAdjusting && <AdjustDialog member={member.id} onClose={() => setAdjusting(false)} />}
    </Card>
  )
}
