import { useTranslation } from 'react-i18next'
import type { Task } from '@/api/types'
import { useChain, useMay } from '@/shared/chain/ChainContext'
import { Button } from '@/shared/ui/Button'
import { Delays } from './Delays'
import { Outcomes } from './Outcomes'
import { Reassign } from './Reassign'
import styles from './TaskActions.module.css'
import type { Delay, Wish } from './wishes'

interface TaskActionBarProps {
  task: Task
  isKeyed: boolean
  onWish: (wish: Wish) => void
  onSnooze: (delay: Delay) => void
}

/** What the reader can do with the task at hand: take it, and then close it, put it off or give it back. */
export function TaskActionBar({ task, isKeyed, onWish, onSnooze }: TaskActionBarProps) {
  const { t } = useTranslation()
  const { session } = useChain()
  const mayWork = useMay('work_on_tasks')
  const mayAssign = useMay('assign_tasks')
  const isMine = task.assignee === session.id
  const key = (name: string) =>
    isKeyed && (
      <kbd className={styles.key} aria-hidden="true">
        {name}
      </kbd>
    )
  return (
    <div className={styles.actions}>
      {mayWork && task.state === 'open' && (
        <Button look="primary" className={styles.claim} aria-keyshortcuts={isKeyed ? 'c' : undefined} onClick={() => onWish({ do: 'claim' })}>
          {key('C')}
          {t('queue.claim')}
        </Button>
      )}
      {mayWork && isMine && task.state === 'claimed' && (
        <>
          <Outcomes isKeyed={isKeyed} onChoose={(outcome) => onWish({ do: 'complete', outcome })} />
          <Delays onChoose={onSnooze} />
        </>
      )}
      <div className={styles.line}>
        {mayWork && isMine && (
          <Button aria-keyshortcuts={isKeyed ? 'r' : undefined} onClick={() => onWish({ do: 'release' })}>
            {key('R')}
            {t('queue.release')}
          </Button>
        )}
        {mayAssign && <Reassign task={task} onChoose={(to) => onWish({ do: 'reassign', to })} />}
      </div>
    </div>
  )
}
