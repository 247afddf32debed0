import { useTranslation } from 'react-i18next'
import type { Task } from '@/api/types'
import { useMay } from '@/shared/chain/ChainContext'
import { TaskWhy } from '@/shared/tasks/TaskWhy'
import styles from './Reasons.module.css'
import { Section } from './Section'
import { useTaskMember } from './useTaskMember'

/** Why the task is there, what to say and what to offer. */
export function Reasons({ task }: { task: Task }) {
  const { t } = useTranslation()
  const maySee = useMay('see_members')
  const { data: member } = useTaskMember(task.member, maySee)
  return (
    <div className={styles.reasons}>
      <Section title={t('queue.why')}>
        <p>
          <TaskWhy task={task} member={maySee ? member : undefined} />
        </p>
      </Section>
      {task.script !== null && (
        <Section title={t('queue.script')}>
          <blockquote className={styles.script}>{task.script}</blockquote>
        </Section>
      )}
      {task.offer !== null && (
        <Section title={t('queue.offer')}>
          <p className={styles.offer}>{task.offer}</p>
        </Section>
      )}
    </div>
  )
}
