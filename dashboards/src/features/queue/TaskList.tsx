import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '@/api/types'
import { DrawnRows } from '@/shared/ui/DrawnRows'
import { TaskItem } from './TaskItem'
import styles from './TaskList.module.css'

interface TaskListProps {
  tasks: readonly Task[]
  chosen: Task | undefined
  onChoose: (task: Task, by: 'pointer' | 'keyboard') => void
}

const usualHeight = 92

/** The tasks, of which only those in sight are drawn: a chain may have thousands. */
export function TaskList({ tasks, chosen, onChoose }: TaskListProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  const at = tasks.findIndex(({ id }) => id === chosen?.id)
  // eslint-disable-next-line react-hooks/incompatible-library -- Nothing here is memoised by the compiler.
  const rows = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => list.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => tasks[index]?.id ?? index,
    overscan: 4,
  })

  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- Only when another is chosen: who scrolls on must not be pulled back.
  }, [chosen?.id])

  return (
    <div ref={list} className={styles.window}>
      <DrawnRows label={t('queue.title')} items={tasks} rows={rows}>
        {(task, index) => <TaskItem task={task} isChosen={index === at} onChoose={onChoose} />}
      </DrawnRows>
    </div>
  )
}
