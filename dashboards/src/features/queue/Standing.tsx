import { useTranslation } from 'react-i18next'
import type { Task } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { useStaffName } from '@/shared/staff/StaffNames'

/** Who has a task, in words. */
export function Standing({ task, me }: { task: Task; me: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const staffName = useStaffName()
  const name = task.assignee === null ? '–' : staffName(task.assignee)
  const who = task.assignee === me ? t('queue.you', { name }) : name
  switch (task.state) {
    case 'open':
      return t('queue.nobody')
    case 'claimed':
      return t('queue.has', { who })
    case 'snoozed':
      return t('queue.snoozed', { who, until: format.exact(Date.parse(task.snoozedUntil ?? task.dueAt)) })
    default:
      return t('queue.closed')
  }
}
