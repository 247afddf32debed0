import { useTranslation } from 'react-i18next'
import type { Today } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { Figure } from '@/shared/ui/Figure'
import styles from './TodayFigures.module.css'

interface Tile {
  label: string
  value: string
  note?: string | undefined
}

export function TodayFigures({ today }: { today: Today }) {
  const { t } = useTranslation()
  const format = useFormat()
  const tiles: Tile[] = [
    {
      label: t('today.revenue'),
      value: format.money(today.revenue),
      note:
        today.refunded > 0 ? t('today.revenueNet', { amount: format.money(today.revenue - today.refunded) }) : undefined,
    },
    { label: t('today.purchases'), value: format.number(today.purchases) },
    { label: t('today.visits'), value: format.number(today.visits) },
    {
      label: t('today.newMembers'),
      value: format.number(today.newMembers),
      note:
        today.joined > 0
          ? t('today.joined', { count: today.joined, formatted: format.number(today.joined) })
          : undefined,
    },
    { label: t('today.checkins'), value: format.number(today.checkins) },
    { label: t('today.points'), value: format.signed(today.points) },
    { label: t('today.acts'), value: format.number(today.acts) },
    {
      label: t('today.refunds'),
      value: format.number(today.refunds),
      note: today.refunded > 0 ? format.money(today.refunded) : undefined,
    },
  ]

  return (
    <section aria-label={t('board.today')}>
      <dl className={styles.tiles}>
        {tiles.map(({ label, value, note }) => (
          <div key={label} className={styles.tile}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>
              <Figure>{value}</Figure>
            </dd>
            {note !== undefined && <dd className={styles.note}>{note}</dd>}
          </div>
        ))}
      </dl>
    </section>
  )
}
