import { useTranslation } from 'react-i18next'
import type { Task } from '@/api/types'
import styles from './Reasons.module.css'
import { Section } from './Section'

/** Why the task is there, what to say and what to offer. */
export function Reasons({ task }: { task: Task }) {
  const { t } = useTranslation()
  return (
    <div className={styles.reasons}>
      <Section title={t('queue.why')}>
        <p>{task.why}</p>
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
