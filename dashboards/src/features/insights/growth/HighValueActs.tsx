import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { HighValue } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { DataTable, type Column } from '@/shared/table/DataTable'
import { Loaded } from '@/shared/ui/Loaded'
import { Insight } from '../Insight'
import { growthOf } from './change'
import { useActName } from './useActName'

/** What members paid before and after an act that is held to be worth much. */
export function HighValueActs() {
  const { t } = useTranslation()
  const format = useFormat()
  const actName = useActName()
  const { chain } = useChain()
  const query = useQuery({
    queryKey: ['high-value-acts', chain.id],
    queryFn: () => answer(api.GET('/v1/chains/{chain}/high-value-acts', { params: { path: { chain: chain.id } } })),
  })
  const columns = useMemo((): Column<HighValue>[] => {
    const mean = (value: number | null) => (value === null ? '–' : format.money(Math.round(value)))
    return [
      { id: 'act', title: t('insights.acts.act'), value: ({ kind }) => actName(kind) },
      { id: 'acts', title: t('insights.acts.count'), value: ({ acts }) => acts, show: ({ acts }) => format.number(acts), isNumber: true },
      {
        id: 'measured',
        title: t('insights.acts.measured'),
        value: ({ measured }) => measured,
        show: ({ measured }) => format.number(measured),
        isNumber: true,
        isExtra: true,
      },
      { id: 'before', title: t('insights.acts.before'), value: ({ meanBefore }) => meanBefore, show: ({ meanBefore }) => mean(meanBefore), isNumber: true },
      { id: 'after', title: t('insights.acts.after'), value: ({ meanAfter }) => meanAfter, show: ({ meanAfter }) => mean(meanAfter), isNumber: true },
      {
        id: 'change',
        title: t('insights.acts.change'),
        value: growthOf,
        show: (row) => {
          const growth = growthOf(row)
          return growth === undefined ? '–' : format.signedPercent(growth)
        },
        isNumber: true,
      },
    ]
  }, [t, format, actName])

  return (
    <Insight title={t('insights.acts.title')} meaning={t('insights.acts.meaning')} method={t('insights.acts.method')}>
      <Loaded query={query} height={160}>
        {({ items }) => (
          <DataTable title={t('insights.acts.title')} isTitleHidden columns={columns} rows={items} rowId={({ kind }) => kind} empty={t('insights.acts.none')} />
        )}
      </Loaded>
    </Insight>
  )
}
