import { useTranslation } from 'react-i18next'
import type { Task } from '@/api/types'
import { useNow } from '@/shared/clock/ClockContext'
import { useFormat } from '@/shared/format/useFormat'
import { useAt } from '@/shared/time/useAt'
import styles from './Due.module.css'
import { DueRing } from './DueRing'
import { timeLeft, urgency } from './tasks'

interface DueProps {
  task: Pick<Task, 'openedAt' | 'dueAt'>
  /** Large on the desk, small in the list. */
  size?: 'small' | 'large'
}

/** What is left of the time for a task: by the server's clock, or as of the past instant that is looked at. */
export function Due({ task, size = 'small' }: DueProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const at = useAt()
  const present = useNow()
  const now = at === undefined ? present : Date.parse(at)
  const dueAt = Date.parse(task.dueAt)
  const how = now === undefined ? undefined : urgency(dueAt, now)
  return (
    <span className={styles.due} data-urgency={how} data-size={size}>
      <DueRing
        left={now === undefined ? 1 : timeLeft(Date.parse(task.openedAt), dueAt, now)}
        urgency={how}
        size={size === 'large' ? 44 : 24}
      />
      <span className={styles.words}>
        <time dateTime={task.dueAt} title={format.exact(dueAt)}>
          {now === undefined ? format.coarseClock(dueAt) : format.relative(dueAt, now)}
        </time>
        {how === 'overdue' && <span className={styles.overdue}>{t('queue.overdue')}</span>}
        {size === 'large' && <span className={styles.exact}>{t('queue.dueAt', { at: format.exact(dueAt) })}</span>}
      </span>
    </span>
  )
}
