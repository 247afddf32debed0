import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import { useFreshened } from '@/live/useFreshened'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { useChain } from '@/shared/chain/ChainContext'
import { useAt } from '@/shared/time/useAt'
import { Button } from '@/shared/ui/Button'
import { Loaded } from '@/shared/ui/Loaded'
import { Select } from '@/shared/ui/Select'
import { Insight } from '../Insight'
import { RenewalTable } from './RenewalTable'

const reaches = ['15', '30', '60', '90'] as const
const usual = '60'
const page = '100'

/** Whose card ends soon: to be renewed before it does. */
export default function RenewalsSection() {
  const { t } = useTranslation()
  const { chain, store } = useChain()
  const at = useAt()
  const wanted = useAddress('view')
  const withinDays = reaches.find((reach) => reach === wanted) ?? usual
  const queryKey = ['insight', 'renewals', chain.id, store, withinDays, at]
  useFreshened(queryKey, ({ type }) => at === undefined && type.startsWith('card_'))
  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }: { pageParam: string | undefined }) =>
      answer(
        api.GET('/v1/chains/{chain}/renewals', {
          params: { path: { chain: chain.id }, query: given({ store, at, withinDays, limit: page, cursor }) },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  })

  return (
    <Insight
      title={t('insights.renewals.title')}
      meaning={t('insights.renewals.meaning')}
      method={t('insights.renewals.method')}
      asOf={query.data?.pages[0]?.asOf}
      aside={
        <Select
          label={t('insights.renewals.within')}
          value={withinDays}
          options={reaches.map((id) => ({ id, name: t('insights.renewals.withinDays', { count: Number(id) }) }))}
          onPick={(reach) => writeAddress({ view: reach === usual ? undefined : reach }, 'replace')}
        />
      }
    >
      <Loaded query={query} height={360}>
        {({ pages }) => (
          <>
            <RenewalTable renewals={pages.flatMap(({ items }) => items)} withinDays={Number(withinDays)} isWhole={!query.hasNextPage} />
            {query.hasNextPage && (
              <div>
                <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
                  {t('insights.renewals.more')}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Insight>
  )
}
