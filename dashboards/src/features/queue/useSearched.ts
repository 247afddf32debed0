import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { taskName } from '@/shared/recallWords'
import { useStaffName } from '@/shared/staff/StaffNames'
import { isIn, matches, views, type View } from './tasks'

/** The tasks of a view in which the words are found that the reader searches for, and how many each view has. */
export function useSearched(tasks: readonly Task[] | undefined, view: View, search: string) {
  const { t } = useTranslation()
  const { session, storeName } = useChain()
  const staffName = useStaffName()
  const me = session.id
  const words = search.trim()

  const counts = useMemo(
    () =>
      tasks &&
      (Object.fromEntries(views.map((each) => [each, tasks.filter((task) => isIn(each, task, me)).length])) as Record<View, number>),
    [tasks, me],
  )
  const shown = useMemo(() => {
    const said = (task: Task) => [
      taskName(t, task.kind, task.title),
      task.title,
      task.member,
      task.why,
      task.offer ?? '',
      task.store === null ? '' : storeName(task.store),
      task.assignee === null ? '' : staffName(task.assignee),
    ]
    return (tasks ?? []).filter((task) => isIn(view, task, me) && (words === '' || matches(words, said(task))))
  }, [tasks, view, words, me, t, storeName, staffName])
  return { shown, counts }
}
