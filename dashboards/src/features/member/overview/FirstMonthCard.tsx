import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { Card } from '@/shared/ui/Card'
import { Icon } from '@/shared/ui/Icon'
import { Share } from '@/shared/ui/Share'
import styles from '../Member.module.css'
import { memberTaskName } from '../memberTaskName'

/** The first month's tasks and how far she has come with them. */
export function FirstMonthCard({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { tasks, taskProgress: progress } = member
  return (
    <Card
      title={t('member.firstMonth.title')}
      aside={progress && <span className={styles.soft}>{t('member.firstMonth.progress', { done: progress.done, of: progress.of })}</span>}
    >
      {progress && <Share of={progress.of === 0 ? 0 : progress.done / progress.of} />}
      <ul className={styles.list}>
        {tasks.map(({ name, done, doneAt, dueAt, points, reward }) => (
          <li key={name} className={styles.line}>
            <Icon name={done ? 'tick' : 'clock'} size={16} />
            <span className={styles.grow}>
              {memberTaskName(t, name)}
              <span className={styles.softLine}>
                {done
                  ? t('member.firstMonth.done', { on: doneAt === null ? '' : format.date(Date.parse(doneAt)) })
                  : t(Date.parse(dueAt) < Date.parse(member.asOf) ? 'member.firstMonth.gone' : 'member.firstMonth.until', { on: format.date(Date.parse(dueAt)) })}
              </span>
            </span>
            {points > 0 && <span className={styles.soft}>{t('event.points', { count: points, amount: format.signed(points) })}</span>}
            {points === 0 && reward !== null && <span className={styles.soft}>{reward}</span>}
          </li>
        ))}
      </ul>
      {progress && progress.bonus > 0 && (
        <p className={styles.soft}>{t(progress.bonusEarned ? 'member.firstMonth.bonusEarned' : 'member.firstMonth.bonus', { points: format.number(progress.bonus) })}</p>
      )}
    </Card>
  )
}
