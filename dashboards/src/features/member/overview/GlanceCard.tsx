import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { Card } from '@/shared/ui/Card'
import { Stat, Stats } from '@/shared/ui/Stat'
import styles from '../Member.module.css'

/** The figures that say most. */
export function GlanceCard({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { rfm, value, points, forecast } = member
  return (
    <Card title={t('member.glance.title')} className={styles.whole}>
      <Stats>
        <Stat
          label={t('member.glance.recency')}
          value={rfm.recencyDays === null ? '–' : t('members.days', { count: rfm.recencyDays, formatted: format.number(rfm.recencyDays) })}
          hint={rfm.recencyDays === null ? t('member.glance.never') : undefined}
        />
        <Stat label={t('member.glance.frequency')} value={format.number(rfm.frequency)} hint={t('member.glance.window')} />
        <Stat label={t('member.glance.monetary')} value={format.money(rfm.monetary)} hint={t('member.glance.window')} />
        <Stat label={t('member.value.total')} value={format.money(value.total)} hint={t('member.value.totalHint')} />
        <Stat label={t('member.points.balance')} value={format.number(points.balance)} tone={points.owed > 0 ? 'bad' : 'plain'} />
        {forecast && <Stat label={t('member.forecast.alive')} value={format.percent(forecast.alive)} tone={forecast.alive < 0.5 ? 'warn' : 'plain'} />}
      </Stats>
    </Card>
  )
}
