import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '@/api/types'
import { useNow } from '@/shared/clock/ClockContext'
import { useFormat } from '@/shared/format/useFormat'
import { taskName } from '@/shared/recallWords'
import { useStaffName } from '@/shared/staff/StaffNames'
import { MemberLink } from '@/shared/ui/MemberLink'
import styles from './Queue.module.css'
import { TaskActions } from './TaskActions'
import { urgency } from './tasks'

interface TaskRowProps {
  chain: string
  task: Task
  me: string
  storeName: (id: string) => string
  onDone: (task: Task) => void
  onRefused: (member: string) => void
}

export const TaskRow = memo(function TaskRow({ chain, task, me, storeName, onDone, onRefused }: TaskRowProps) {
  const { t } = useTranslation()
  return (
    <li className={styles.row}>
      <Due dueAt={Date.parse(task.dueAt)} />
      <div className={styles.what}>
        <p className={styles.title}>{taskName(t, task.kind, task.title)}</p>
        <p>
          <MemberLink id={task.member} />
          {task.store != null && ` · ${storeName(task.store)}`}
        </p>
        <p className={styles.why}>{[task.why, task.offer, task.script].filter(Boolean).join(' · ')}</p>
        <p className={styles.who}>
          <Standing task={task} me={me} />
        </p>
      </div>
      <TaskActions chain={chain} task={task} me={me} onDone={onDone} onRefused={onRefused} />
    </li>
  )
})

/** What is left of the time for it, by the server's clock. */
function Due({ dueAt }: { dueAt: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  return (
    <p className={styles.due} data-urgency={now === undefined ? undefined : urgency(dueAt, now)}>
      <time dateTime={new Date(dueAt).toISOString()} title={format.exact(dueAt)}>
        {now === undefined ? format.coarseClock(dueAt) : format.relative(dueAt, now)}
      </time>
      {now !== undefined && dueAt <= now && <span className={styles.overdue}>{t('queue.overdue')}</span>}
    </p>
  )
}

function Standing({ task, me }: { task: Task; me: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const staffName = useStaffName()
  const name = task.assignee == null ? '–' : staffName(task.assignee)
  const who = task.assignee === me ? t('queue.you', { name }) : name
  return (
    <>
      {task.escalated && <span className={styles.escalated}>{t('queue.escalated')}</span>}
      {task.state === 'open' && t('queue.nobody')}
      {task.state === 'claimed' && t('queue.has', { who })}
      {task.state === 'snoozed' &&
        t('queue.snoozed', { who, until: format.exact(Date.parse(task.snoozedUntil ?? task.dueAt)) })}
    </>
  )
}
