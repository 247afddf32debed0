import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Renewal } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { DataTable, type Column } from '@/shared/table/DataTable'
import { MemberLink } from '@/shared/ui/MemberLink'
import { DaysLeft } from './DaysLeft'
import { useCardWords } from './useCardWords'

interface RenewalTableProps {
  renewals: readonly Renewal[]
  withinDays: number
  /** Whether these are all: a part of them cannot be put in another order. */
  isWhole: boolean
}

/** Her name is shown and not taken home: the CSV knows her by her id. */
export function RenewalTable({ renewals, withinDays, isWhole }: RenewalTableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const cardWords = useCardWords()
  const { storeName } = useChain()
  const columns = useMemo(
    (): Column<Renewal>[] => [
      {
        id: 'member',
        title: t('insights.renewals.member'),
        value: ({ member }) => member,
        show: ({ member, profile }) => <MemberLink id={member} name={profile?.name} />,
      },
      { id: 'card', title: t('insights.renewals.card'), value: (renewal) => cardWords(renewal) },
      {
        id: 'store',
        title: t('insights.renewals.store'),
        value: ({ store }) => (store === null ? undefined : storeName(store)),
        isExtra: true,
      },
      { id: 'daysLeft', title: t('insights.renewals.left'), value: ({ daysLeft }) => daysLeft, show: (renewal) => <DaysLeft renewal={renewal} />, isNumber: true },
      {
        id: 'ends',
        title: t('insights.renewals.ends'),
        value: ({ expiresAt }) => expiresAt,
        show: ({ expiresAt }) => format.day(Date.parse(expiresAt)),
        isExtra: true,
      },
      {
        id: 'price',
        title: t('insights.renewals.price'),
        value: ({ price }) => price,
        show: ({ price }) => (price === null ? '–' : format.money(price)),
        isNumber: true,
      },
      { id: 'saved', title: t('insights.renewals.saved'), value: ({ saved }) => saved, show: ({ saved }) => format.money(saved), isNumber: true },
      {
        id: 'step',
        title: t('insights.renewals.step'),
        value: ({ playbookStep }) => playbookStep,
        show: ({ playbookStep }) => (playbookStep === null ? '–' : format.number(playbookStep)),
        isNumber: true,
        isExtra: true,
      },
    ],
    [t, format, cardWords, storeName],
  )
  return (
    <DataTable
      title={t('insights.renewals.title')}
      isTitleHidden
      columns={columns}
      rows={renewals}
      rowId={({ member, card }) => `${member} ${card}`}
      isSortable={isWhole}
      empty={t('insights.renewals.none', { count: withinDays })}
    />
  )
}
