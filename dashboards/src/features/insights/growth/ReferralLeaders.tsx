import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { ReferralLeader } from '@/api/types'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { DataTable, type Column } from '@/shared/table/DataTable'
import { Loaded } from '@/shared/ui/Loaded'
import { MemberLink } from '@/shared/ui/MemberLink'
import { Select } from '@/shared/ui/Select'
import { Insight } from '../Insight'

const measures = ['bought', 'friends', 'reach', 'value'] as const
const shown = '20'

/** The members who bring most others. */
export function ReferralLeaders() {
  const { t } = useTranslation()
  const format = useFormat()
  const { chain } = useChain()
  const wanted = useAddress('sort')
  const by = measures.find((measure) => measure === wanted) ?? 'bought'
  const query = useQuery({
    queryKey: ['referral-leaders', chain.id, by],
    queryFn: () =>
      answer(api.GET('/v1/chains/{chain}/referrals/leaders', { params: { path: { chain: chain.id }, query: { by, limit: shown } } })),
    placeholderData: keepPreviousData,
  })
  const columns = useMemo((): Column<ReferralLeader>[] => {
    const figure = (id: 'friends' | 'bought' | 'reach' | 'depth', isExtra = false): Column<ReferralLeader> => ({
      id,
      title: t(`insights.leaders.${id}`),
      value: (leader) => leader[id],
      show: (leader) => format.number(leader[id]),
      isNumber: true,
      isExtra,
    })
    return [
      { id: 'member', title: t('insights.leaders.member'), value: ({ member }) => member, show: ({ member }) => <MemberLink id={member} /> },
      figure('friends'),
      figure('bought'),
      figure('reach', true),
      figure('depth', true),
      { id: 'value', title: t('insights.leaders.value'), value: ({ value }) => value, show: ({ value }) => format.money(value), isNumber: true },
    ]
  }, [t, format])

  return (
    <Insight
      title={t('insights.leaders.title')}
      meaning={t('insights.leaders.meaning')}
      method={t('insights.leaders.method')}
      aside={
        <Select
          label={t('insights.leaders.by')}
          value={by}
          options={measures.map((id) => ({ id, name: t(`insights.leaders.byMeasure.${id}`) }))}
          onPick={(measure) => writeAddress({ sort: measure === 'bought' ? undefined : measure }, 'replace')}
        />
      }
    >
      <Loaded query={query} height={320}>
        {({ items }) => (
          <DataTable
            title={t('insights.leaders.title')}
            isTitleHidden
            columns={columns}
            rows={items}
            rowId={({ member }) => member}
            empty={t('insights.leaders.none')}
          />
        )}
      </Loaded>
    </Insight>
  )
}
