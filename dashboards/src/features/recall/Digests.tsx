import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { Button } from '@/shared/ui/Button'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import { DigestCard } from './DigestCard'
import styles from './Digests.module.css'
import { byDay } from './byDay'

const page = '24'
const minute = 60_000

/** What each day brought each store, yesterday first. A digest is made once a day and never changes. */
export function Digests() {
  const { t } = useTranslation()
  const format = useFormat()
  const { chain, store } = useChain()
  const query = useInfiniteQuery({
    queryKey: ['digests', chain.id, store],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/v1/chains/{chain}/digests', { params: { path: { chain: chain.id }, query: given({ store, limit: page, cursor: pageParam }) } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: minute,
  })
  return (
    <Loaded query={query} height={320}>
      {({ pages }) => {
        const days = byDay(pages.flatMap(({ items }) => items))
        if (days.length === 0) return <Empty>{t('recall.digest.none')}</Empty>
        return (
          <>
            {days.map(({ day, digests }) => (
              <section key={day} className={styles.day} aria-label={format.calendarDay(day)}>
                <h2 className={styles.date}>{format.calendarDay(day)}</h2>
                <div className={styles.cards}>
                  {digests.map((digest) => (
                    <DigestCard key={digest.store} digest={digest} />
                  ))}
                </div>
              </section>
            ))}
            {query.hasNextPage && (
              <div>
                <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('recall.digest.more')}
                </Button>
              </div>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
