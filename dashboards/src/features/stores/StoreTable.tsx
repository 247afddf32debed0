import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoreFigures } from '@/api/types'
import { PageLink } from '@/shared/address/PageLink'
import { useFormat } from '@/shared/format/useFormat'
import { DataTable, type Column } from '@/shared/table/DataTable'
import { useAt } from '@/shared/time/useAt'
import { Badge } from '@/shared/ui/Badge'
import styles from './StoreStages.module.css'
import { attentionOf } from './totals'

/** Every figure of every store, to be put in order by any of them. Columns that nothing is known of are left out. */
export function StoreTable({ stores }: { stores: readonly StoreFigures[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const isPast = useAt() !== undefined
  const knowsTasks = stores.some(({ tasks }) => tasks !== null)
  const knowsLiability = stores.some(({ liability }) => liability !== null)

  const columns = useMemo((): Column<StoreFigures>[] => {
    const count = (id: string, title: string, value: (store: StoreFigures) => number | undefined, isExtra = false): Column<StoreFigures> => ({
      id,
      title,
      value,
      show: (store) => {
        const known = value(store)
        return known === undefined ? '–' : format.number(known)
      },
      isNumber: true,
      isExtra,
    })
    const money = (id: string, title: string, value: (store: StoreFigures) => number | null, isExtra = false): Column<StoreFigures> => ({
      id,
      title,
      value,
      show: (store) => {
        const known = value(store)
        return known === null ? '–' : format.money(known)
      },
      isNumber: true,
      isExtra,
    })
    const late = ({ tasks }: StoreFigures) => tasks?.overdue
    return [
      {
        id: 'store',
        title: t('stores.store'),
        value: ({ name }) => name,
        show: ({ store, name }) => (
          <PageLink to={{ store }} className={`${styles.name} ${styles.inTable}`} aria-label={t('stores.open', { name })}>
            {name}
          </PageLink>
        ),
      },
      count('members', t('stores.members'), ({ members }) => members),
      money('revenue', isPast ? t('stores.revenueThatDay') : t('stores.revenueToday'), ({ today }) => today.revenue - today.refunded),
      count('visits', isPast ? t('stores.visitsThatDay') : t('stores.visitsToday'), ({ today }) => today.visits, true),
      count('attention', t('stores.attention'), attentionOf),
      ...(knowsTasks
        ? [
            count('open', t('stores.openTasks'), ({ tasks }) => tasks?.open),
            {
              ...count('overdue', t('stores.overdue'), late),
              show: (store: StoreFigures) => {
                const overdue = late(store)
                if (overdue === undefined) return '–'
                return overdue > 0 ? <Badge tone="bad">{format.number(overdue)}</Badge> : format.number(overdue)
              },
            },
          ]
        : []),
      {
        id: 'nps',
        title: 'NPS',
        value: ({ nps }) => nps,
        show: ({ nps, npsAnswers }) => (
          <span title={t('stores.answers', { count: npsAnswers, formatted: format.number(npsAnswers) })}>
            {nps === null ? '–' : format.signed(Math.round(nps))}
          </span>
        ),
        isNumber: true,
        isExtra: true,
      },
      count('returned', t('stores.returned'), ({ returned }) => returned),
      money('returnedRevenue', t('stores.returnedRevenue'), ({ returnedRevenue }) => returnedRevenue, true),
      ...(knowsLiability ? [money('liability', t('stores.liability'), ({ liability }) => liability, true)] : []),
    ]
  }, [t, format, isPast, knowsTasks, knowsLiability])

  return <DataTable title={t('stores.sideBySide')} isTitleHidden columns={columns} rows={stores} rowId={({ store }) => store} empty={t('stores.none')} />
}
