import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { Member } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { useAt } from '@/shared/time/useAt'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Loaded } from '@/shared/ui/Loaded'
import { keyOf } from '../keys'
import styles from '../Member.module.css'
import { MessageRow } from './MessageRow'

/** Her messages, the latest planned first, each with everything that was decided about it. */
export function MessagesCard({ member }: { member: Member }) {
  const { t, i18n } = useTranslation()
  const { chain } = useChain()
  const isPast = useAt() !== undefined
  const query = useInfiniteQuery({
    queryKey: [...keyOf(chain.id, member.id, 'messages'), i18n.language],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/v1/chains/{chain}/messages', {
          params: {
            path: { chain: chain.id },
            query: { member: member.id, limit: '20', language: i18n.language, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchOnMount: 'always',
  })
  return (
    <Card title={t('member.messages.title')} className={styles.whole}>
      {isPast && <p className={styles.soft}>{t('member.present')}</p>}
      <Loaded query={query} height={120}>
        {({ pages }) => {
          const messages = pages.flatMap(({ items }) => items)
          return messages.length === 0 ? (
            <p className={styles.soft}>{t('member.messages.none')}</p>
          ) : (
            <ul className={styles.list}>
              {messages.map((message) => (
                <MessageRow key={message.id} message={message} />
              ))}
            </ul>
          )
        }}
      </Loaded>
      {query.hasNextPage && (
        <Button look="quiet" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('member.timeline.earlier')}
        </Button>
      )}
    </Card>
  )
}
