import { useTranslation } from 'react-i18next'
import type { Member, TierGap } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { givenName } from '@/shared/givenName'
import { Badge } from '@/shared/ui/Badge'
import { Card } from '@/shared/ui/Card'
import { Facts } from '../Facts'
import lists from '../Lists.module.css'
import styles from '../Member.module.css'

/** Her tier, what it is good for, and what is missing for the next. */
export function TierCard({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { tier } = member
  const date = (at: string) => format.date(Date.parse(at))
  const gap = ({ spend, withinDays, points, friends, invitation }: TierGap) =>
    format.list([
      ...(spend === null ? [] : [withinDays === null ? t('member.tier.spend', { amount: format.money(spend) }) : t('member.tier.spendWithin', { amount: format.money(spend), days: format.number(withinDays) })]),
      ...(points === null ? [] : [t('member.tier.points', { count: points, formatted: format.number(points) })]),
      ...(friends === null ? [] : [t('member.tier.friends', { count: friends, formatted: format.number(friends) })]),
      ...(invitation ? [t('member.tier.invitation')] : []),
    ])
  return (
    <Card title={t('member.tier.title')} aside={tier.isAtRisk && <Badge tone="warn">{t('member.tier.atRisk')}</Badge>} className={styles.whole}>
      <Facts
        facts={[
          [t('member.tier.now'), tier.title === null ? t('members.noTier') : givenName(t, tier.title)] as const,
          ...(tier.since === null ? [] : [[t('member.tier.since'), date(tier.since)] as const]),
          ...(tier.until === null ? [] : [[t('member.tier.until'), date(tier.until)] as const]),
          [t('member.tier.spent'), `${format.money(tier.spent)} · ${t('member.tier.orders', { count: tier.orders, formatted: format.number(tier.orders) })}`] as const,
        ]}
      />
      {tier.next && (
        <>
          <h3 className={lists.sub}>{t('member.tier.next', { tier: givenName(t, tier.next.title) })}</h3>
          <ul className={lists.bullets}>
            {tier.next.missing.map((missing, index) => (
              <li key={index}>{gap(missing)}</li>
            ))}
          </ul>
        </>
      )}
      {tier.benefits.length > 0 && (
        <>
          <h3 className={lists.sub}>{t('member.tier.benefits')}</h3>
          <ul className={lists.bullets}>
            {tier.benefits.map(({ name, title, left, usesAYear }) => (
              <li key={name}>
                {givenName(t, title)}
                {left !== null && usesAYear !== null && <span className={styles.soft}> · {t('member.tier.left', { left: format.number(left), of: format.number(usesAYear) })}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
