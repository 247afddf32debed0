import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { taskName } from '@/shared/recallWords'
import { Badge } from '@/shared/ui/Badge'
import { Due } from './Due'
import { Standing } from './Standing'
import styles from './TaskItem.module.css'

interface TaskItemProps {
  task: Task
  isChosen: boolean
  onChoose: (task: Task, by: 'pointer' | 'keyboard') => void
}

/** A task in the list: what, for whom, by when, and who has it. */
export const TaskItem = memo(function TaskItem({ task, isChosen, onChoose }: TaskItemProps) {
  const { t } = useTranslation()
  const { session, storeName } = useChain()
  return (
    <button
      type="button"
      className={styles.item}
      data-task={task.id}
      data-state={task.state}
      aria-current={isChosen ? 'true' : undefined}
      tabIndex={isChosen ? 0 : -1}
      // The browser counts no clicks where the keyboard pressed.
      onClick={({ detail }) => onChoose(task, detail === 0 ? 'keyboard' : 'pointer')}
    >
      <span className={styles.title}>{taskName(t, task.kind, task.title)}</span>
      <span className={styles.due}>
        <Due task={task} />
      </span>
      <span className={styles.who}>
        {task.member}
        {task.store !== null && ` · ${storeName(task.store)}`}
      </span>
      <span className={styles.standing}>
        {task.escalated && <Badge tone="bad">{t('queue.escalated')}</Badge>}
        <span>
          <Standing task={task} me={session.id} />
        </span>
      </span>
    </button>
  )
})
