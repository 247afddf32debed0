import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '@/api/types'
import { useChain, useMay } from '@/shared/chain/ChainContext'
import { taskName } from '@/shared/recallWords'
import { Badge } from '@/shared/ui/Badge'
import { Button } from '@/shared/ui/Button'
import { Due } from './Due'
import { Reasons } from './Reasons'
import { Standing } from './Standing'
import { TaskActionBar } from './TaskActionBar'
import styles from './TaskDesk.module.css'
import { TaskMember } from './TaskMember'
import type { Delay, Wish } from './wishes'

interface TaskDeskProps {
  task: Task
  /** Whether it has left the queue while the reader had it before her. */
  isGone: boolean
  /** Whether it is looked at as of the past, where nothing can be done. */
  isPast: boolean
  isKeyed: boolean
  heading: Ref<HTMLHeadingElement>
  onWish: (wish: Wish) => void
  onSnooze: (delay: Delay) => void
  onNext: () => void
}

/** The one task at hand: who she is, why, what to say, and what came of it. */
export function TaskDesk({ task, isGone, isPast, isKeyed, heading, onWish, onSnooze, onNext }: TaskDeskProps) {
  const { t } = useTranslation()
  const { session, storeName } = useChain()
  const maySee = useMay('see_members')
  return (
    <article className={styles.desk} aria-labelledby="task-at-hand">
      <header className={styles.head}>
        <div>
          <h2 id="task-at-hand" ref={heading} tabIndex={-1} className={styles.title}>
            {taskName(t, task.kind, task.title)}
          </h2>
          <p className={styles.standing}>
            {task.escalated && <Badge tone="bad">{t('queue.escalated')}</Badge>}
            {!isPast && (
              <span>
                <Standing task={task} me={session.id} />
              </span>
            )}
            {task.store !== null && <span>{storeName(task.store)}</span>}
          </p>
        </div>
        <Due task={task} size="large" />
      </header>
      {isGone && (
        <p className={styles.gone} role="status">
          <span>{t('queue.gone')}</span>
          <Button onClick={onNext}>{t('queue.next')}</Button>
        </p>
      )}
      {maySee && <TaskMember id={task.member} except={task.id} />}
      <Reasons task={task} />
      {!isGone && !isPast && <TaskActionBar task={task} isKeyed={isKeyed} onWish={onWish} onSnooze={onSnooze} />}
    </article>
  )
}
