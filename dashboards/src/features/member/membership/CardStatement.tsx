import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { i18next } from '@/shared/i18n'
import { DataTable, type Column } from '@/shared/table/DataTable'
import { Loaded } from '@/shared/ui/Loaded'
import { keyOf } from '../keys'

interface Line {
  position: number
  at: string
  type: string
  change: { total: number; uses: number }
  balance: { total: number; uses: number }
}

/** Everything that moved what is on a card, as it was told. */
export function CardStatement({ member, card }: { member: string; card: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { chain } = useChain()
  const query = useQuery({
    queryKey: [...keyOf(chain.id, member, 'cards'), card],
    queryFn: () =>
      answer(
        api.GET('/v1/chains/{chain}/members/{id}/cards/{card}/statement', {
          params: { path: { chain: chain.id, id: member, card }, query: { limit: '500' } },
        }),
      ),
    refetchOnMount: 'always',
  })
  const what = (type: string) => (i18next.exists(`member.cards.line.${type}`) ? t(`member.cards.line.${type}` as 'member.cards.line.card_used') : type)
  const columns: Column<Line>[] = [
    { id: 'at', title: t('member.when'), value: ({ at }) => at, show: ({ at }) => format.exact(Date.parse(at)) },
    { id: 'what', title: t('member.what'), value: ({ type }) => what(type) },
    { id: 'money', title: t('member.cards.money'), isNumber: true, value: ({ change }) => change.total, show: ({ change }) => (change.total === 0 ? '' : format.money(change.total)) },
    { id: 'usesChange', title: t('member.cards.usesColumn'), isNumber: true, value: ({ change }) => change.uses, show: ({ change }) => (change.uses === 0 ? '' : format.signed(change.uses)) },
    { id: 'balance', title: t('member.cards.balance'), isNumber: true, value: ({ balance }) => balance.total, show: ({ balance }) => format.money(balance.total) },
    { id: 'usesLeft', title: t('member.cards.usesLeft'), isNumber: true, isExtra: true, value: ({ balance }) => balance.uses },
  ]
  return (
    <Loaded query={query} height={140}>
      {({ items }) => (
        <DataTable title={t('member.cards.statementOf', { card })} columns={columns} rows={items} rowId={({ position }) => String(position)} empty={t('member.cards.noLines')} />
      )}
    </Loaded>
  )
}
