import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { Card } from '@/shared/ui/Card'
import { Stat, Stats } from '@/shared/ui/Stat'
import styles from '../Member.module.css'

/** What she is worth, with the sum it comes from. */
export function WorthCard({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { ltv, social, total, worthThreeTimesCost } = member.value
  return (
    <Card title={t('member.value.title')} className={styles.whole}>
      <Stats>
        <Stat label={t('member.value.total')} value={format.money(total)} hint={t('member.value.totalHint')} />
        <Stat
          label={t('member.value.ltv')}
          value={ltv ? format.money(ltv.value) : '–'}
          hint={
            ltv
              ? t('member.value.ltvSum', { order: format.money(ltv.averageOrder), orders: format.decimal(ltv.ordersPerYear), years: format.decimal(ltv.yearsKept) })
              : t('member.value.ltvNone')
          }
        />
        <Stat
          label={t('member.value.social')}
          value={format.money(social.value)}
          hint={t('member.value.socialSum', { willingness: format.percent(social.willingness), referrals: format.number(social.referrals), impact: format.money(social.impactOfOne) })}
        />
      </Stats>
      {worthThreeTimesCost !== null && <p className={styles.soft}>{t(worthThreeTimesCost ? 'member.value.worthIt' : 'member.value.notWorthIt')}</p>}
    </Card>
  )
}
