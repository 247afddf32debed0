import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import { useFormat } from '@/shared/format/useFormat'
import styles from '../Member.module.css'

/** What makes up her balance, in the order in which it is spent. */
export function PointsLots({ lots }: { lots: readonly components['schemas']['PointsLot'][] }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (lots.length === 0) return null
  return (
    <details className={styles.details}>
      <summary>{t('member.points.lots', { count: lots.length, formatted: format.number(lots.length) })}</summary>
      <ul className={styles.list}>
        {lots.map(({ earnedAt, left, usableFrom, isUsable, expiresAt }, index) => (
          <li key={index} className={styles.line}>
            <strong className={styles.amount}>{format.number(left)}</strong>
            <span className={styles.grow}>
              {t('member.points.earned', { on: format.date(Date.parse(earnedAt)) })}
              {!isUsable && usableFrom !== null && ` · ${t('member.points.usableFrom', { on: format.date(Date.parse(usableFrom)) })}`}
            </span>
            <span className={styles.soft}>{expiresAt === null ? t('member.points.noExpiry') : t('member.points.expires', { on: format.date(Date.parse(expiresAt)) })}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
