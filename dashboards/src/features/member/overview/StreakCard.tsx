import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { Card } from '@/shared/ui/Card'
import { Stat, Stats } from '@/shared/ui/Stat'
import styles from '../Member.module.css'
import { useTimeline } from '../timeline/useTimeline'
import { streakWeeks } from './streakDays'

/** Her daily sign-ins: the run, and the last weeks as far as they are loaded. */
export function StreakCard({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { events } = useTimeline(member.id)
  const { streak } = member
  const days = (count: number) => t('members.days', { count, formatted: format.number(count) })
  return (
    <Card title={t('member.streak.title')}>
      {streak.total === 0 ? (
        <p className={styles.soft}>{t('member.streak.none')}</p>
      ) : (
        <>
          <Stats>
            <Stat label={t('member.streak.current')} value={days(streak.current)} tone={streak.current > 0 ? 'good' : 'plain'} />
            <Stat label={t('member.streak.longest')} value={days(streak.longest)} />
            <Stat label={t('member.streak.total')} value={days(streak.total)} />
          </Stats>
          <ol className={styles.weeks} aria-label={t('member.streak.weeks')}>
            {streakWeeks(streak, events, format.isoDay(Date.parse(member.asOf)), format.isoDay).map((week) => (
              <li key={week[0]?.day} className={styles.week}>
                {week.map(({ day, isSigned }) => (
                  <span key={day} className={styles.dayOfStreak} data-signed={isSigned} title={format.calendarDay(day)}>
                    {Number(day.slice(8))}
                    <span className="hidden-but-read">{t(isSigned ? 'member.streak.signed' : 'member.streak.missed')}</span>
                  </span>
                ))}
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  )
}
