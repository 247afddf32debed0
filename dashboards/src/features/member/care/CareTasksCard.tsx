import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { PageLink } from '@/shared/address/PageLink'
import { Until } from '@/shared/clock/Until'
import { useFormat } from '@/shared/format/useFormat'
import { taskName } from '@/shared/recallWords'
import { useStaffName } from '@/shared/staff/StaffNames'
import { TaskWhy } from '@/shared/tasks/TaskWhy'
import { useAt } from '@/shared/time/useAt'
import { Badge } from '@/shared/ui/Badge'
import { Card } from '@/shared/ui/Card'
import lists from '../Lists.module.css'
import styles from '../Member.module.css'

/** What staff are to do for her, with what to say. They do it in the care queue. */
export function CareTasksCard({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const at = useAt()
  const staffName = useStaffName()
  return (
    <Card
      title={t('member.care.tasks')}
      aside={
        member.careTasks.length > 0 && (
          <PageLink to={{ page: 'queue' }} className={styles.link}>
            {t('member.care.toQueue')}
          </PageLink>
        )
      }
    >
      {member.careTasks.length === 0 && <p className={styles.soft}>{t('member.care.noTasks')}</p>}
      <ul className={lists.list}>
        {member.careTasks.map((task) => (
          <li key={task.id} className={lists.line}>
            <span className={lists.grow}>
              <strong>{taskName(t, task.kind, task.title)}</strong>
              <span className={styles.softLine}>
                <TaskWhy task={task} member={member} />
              </span>
              {task.script != null && <span className={lists.quote}>{task.script}</span>}
              {task.offer != null && <span className={styles.softLine}>{t('member.care.offer', { offer: task.offer })}</span>}
              <span className={styles.softLine}>{task.assignee == null ? t('queue.nobody') : t('queue.has', { who: staffName(task.assignee) })}</span>
            </span>
            <span className={lists.end} data-late={Date.parse(task.dueAt) < Date.parse(member.asOf)}>
              <strong>
                <Until at={task.dueAt} now={at === undefined ? undefined : Date.parse(at)} />
              </strong>
              <span className={styles.soft}>{format.exact(Date.parse(task.dueAt))}</span>
              {task.escalated && <Badge tone="bad">{t('queue.escalated')}</Badge>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
