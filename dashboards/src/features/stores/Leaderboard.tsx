import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { given } from '@/api/given'
import type { LeaderboardRow } from '@/api/types'
import { useFreshened } from '@/live/useFreshened'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import type { Days } from '@/shared/period/period'
import { useStaffName } from '@/shared/staff/StaffNames'
import { DataTable, type Column } from '@/shared/table/DataTable'
import { useAt } from '@/shared/time/useAt'
import { Badge } from '@/shared/ui/Badge'
import { Card } from '@/shared/ui/Card'
import { Loaded } from '@/shared/ui/Loaded'
import styles from './Leaderboard.module.css'

/** What may change it: somebody came, or renewed, or a task was done. */
const concerns = /^(task_completed|purchase|visit|card_)/

/** Staff by the members who came back and the cards that were renewed after their work. How many calls somebody made moves nobody up. */
export function Leaderboard({ days }: { days: Days | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  const staffName = useStaffName()
  const at = useAt()
  const { chain, store, storeName, session } = useChain()
  const queryKey = ['leaderboard', chain.id, store, days]
  useFreshened(queryKey, ({ type }) => at === undefined && concerns.test(type), 30_000)
  const query = useQuery({
    queryKey,
    queryFn: () => answer(api.GET('/v1/chains/{chain}/leaderboard', { params: { path: { chain: chain.id }, query: given({ store, ...days }) } })),
    enabled: days !== undefined,
    placeholderData: keepPreviousData,
  })
  const items = query.data?.items

  const columns = useMemo((): Column<LeaderboardRow>[] => {
    const places = new Map(items?.map(({ staff }, index) => [staff, index + 1]))
    const count = (id: 'returned' | 'renewals' | 'booked' | 'done', isExtra = false): Column<LeaderboardRow> => ({
      id,
      title: t(`stores.leaders.${id}`),
      value: (row) => row[id],
      show: (row) => format.number(row[id]),
      isNumber: true,
      isExtra,
    })
    return [
      { id: 'place', title: t('stores.leaders.place'), value: ({ staff }) => places.get(staff), isNumber: true },
      {
        id: 'staff',
        title: t('stores.leaders.staff'),
        value: ({ staff }) => staffName(staff),
        show: ({ staff }) => (
          <span className={styles.name}>
            {staffName(staff)}
            {staff === session.id && <Badge tone="accent">{t('stores.leaders.you')}</Badge>}
          </span>
        ),
      },
      { id: 'stores', title: t('stores.store'), value: ({ stores }) => format.list(stores.map(storeName)), isExtra: true },
      count('returned'),
      count('renewals'),
      {
        id: 'revenue',
        title: t('stores.leaders.revenue'),
        value: ({ returnedRevenue, renewalRevenue }) => returnedRevenue + renewalRevenue,
        show: ({ returnedRevenue, renewalRevenue }) => format.money(returnedRevenue + renewalRevenue),
        isNumber: true,
      },
      count('booked', true),
      count('done', true),
    ]
  }, [items, t, format, staffName, storeName, session.id])

  return (
    <Card title={t('stores.leaders.title')}>
      <p className={styles.meaning}>{t('stores.leaders.meaning')}</p>
      <Loaded query={query} height={220}>
        {({ items: rows }) => (
          <DataTable title={t('stores.leaders.title')} isTitleHidden columns={columns} rows={rows} rowId={({ staff }) => staff} empty={t('stores.leaders.none')} />
        )}
      </Loaded>
    </Card>
  )
}
