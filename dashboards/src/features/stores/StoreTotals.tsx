import { useTranslation } from 'react-i18next'
import type { StoreFigures } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { useAt } from '@/shared/time/useAt'
import { Card } from '@/shared/ui/Card'
import { Stat, Stats } from '@/shared/ui/Stat'
import { totalsOf } from './totals'

export function StoreTotals({ stores }: { stores: readonly StoreFigures[] }) {
  const { t } = useTranslation()
  const { number, money } = useFormat()
  const day = useAt() === undefined ? t('stores.today') : t('stores.thatDay')
  const { members, revenue, visits, attention, overdue, returned } = totalsOf(stores)
  return (
    <Card title={t('stores.together', { count: stores.length, formatted: number(stores.length) })}>
      <Stats>
        <Stat label={t('stores.members')} value={number(members)} />
        <Stat label={t('stores.revenue')} value={money(revenue)} hint={day} />
        <Stat label={t('stores.visits')} value={number(visits)} hint={day} />
        <Stat label={t('stores.attention')} value={number(attention)} hint={t('stores.attentionHint')} tone={attention > 0 ? 'warn' : 'plain'} />
        {overdue !== undefined && <Stat label={t('stores.overdue')} value={number(overdue)} tone={overdue > 0 ? 'bad' : 'plain'} />}
        <Stat label={t('stores.returned')} value={number(returned)} hint={t('stores.returnedHint')} />
      </Stats>
    </Card>
  )
}
