import { useTranslation } from 'react-i18next'
import type { Today } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { Tile, type Comparison } from './Tile'
import styles from './TodayFigures.module.css'
import { useUsual } from './useUsual'

interface TodayFiguresProps {
  today: Today
  /** The instant up to which they are counted. */
  asOf: number
}

/** Below so many a percentage says more than there is to say. */
const fewest = 5

export function TodayFigures({ today, asOf }: TodayFiguresProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const usual = useUsual()

  const against = (figure: keyof Today, more: 'good' | 'bad' | 'plain'): Comparison | undefined => {
    if (usual === undefined) return undefined
    const average = usual.today[figure]
    const change = average === 0 ? 0 : today[figure] / average - 1
    const rounded = Math.round(change * 100)
    const direction = rounded > 0 ? 'up' : rounded < 0 ? 'down' : 'same'
    const good = direction === 'up' ? more : more === 'good' ? 'bad' : more === 'bad' ? 'good' : 'plain'
    const usually = average < 20 ? format.decimal(average) : format.number(Math.round(average))
    return {
      change: average < fewest ? '' : format.signedPercent(change),
      usually: t('today.usually', { amount: figure === 'revenue' ? format.money(Math.round(average)) : usually }),
      direction,
      tone: direction === 'same' ? 'plain' : good,
    }
  }
  const numbers = (figure: keyof Today) => format.number(today[figure])

  return (
    <section aria-label={t('board.today')} className={styles.today}>
      <dl className={styles.tiles}>
        <Tile
          label={t('today.revenue')}
          value={format.money(today.revenue)}
          comparison={against('revenue', 'good')}
          note={today.refunded > 0 ? t('today.revenueNet', { amount: format.money(today.revenue - today.refunded) }) : undefined}
        />
        <Tile label={t('today.purchases')} value={numbers('purchases')} comparison={against('purchases', 'good')} />
        <Tile label={t('today.visits')} value={numbers('visits')} comparison={against('visits', 'good')} />
        <Tile
          label={t('today.newMembers')}
          value={numbers('newMembers')}
          comparison={against('newMembers', 'good')}
          note={today.joined > 0 ? t('today.joined', { count: today.joined, formatted: numbers('joined') }) : undefined}
        />
        <Tile label={t('today.checkins')} value={numbers('checkins')} comparison={against('checkins', 'good')} />
        <Tile label={t('today.points')} value={format.signed(today.points)} comparison={against('points', 'plain')} />
        <Tile label={t('today.acts')} value={numbers('acts')} comparison={against('acts', 'plain')} />
        <Tile
          label={t('today.refunds')}
          value={numbers('refunds')}
          comparison={against('refunds', 'bad')}
          note={today.refunded > 0 ? format.money(today.refunded) : undefined}
        />
      </dl>
      {usual && (
        <p className={styles.basis}>
          {t('today.basis', { count: usual.days, formatted: format.number(usual.days), weekday: format.weekdayOf(asOf) })}
        </p>
      )}
    </section>
  )
}
