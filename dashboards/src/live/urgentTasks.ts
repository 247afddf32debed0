import type { CommittedEvent } from '@/api/types'

const hour = 3_600_000

/** What a reader is told of tasks that cannot wait. */
export interface UrgentTasks {
  /** Those that came up since she looks on and that nobody has taken, by member and number. */
  readonly waiting: ReadonlySet<string>
  /** How many came up in all: it rings when this grows. */
  readonly arrived: number
}

export const nothingUrgent: UrgentTasks = { waiting: new Set(), arrived: 0 }

/** Whether a task that has come up is a complaint, or due within the hour. */
function isUrgent(kind: unknown, dueAt: unknown, openedAt: string): boolean {
  return kind === 'complaint' || (typeof dueAt === 'string' && Date.parse(dueAt) - Date.parse(openedAt) <= hour)
}

/** What cannot wait once these events, newest first, are known. A task that was opened and taken meanwhile troubles nobody. */
export function afterEvents(before: UrgentTasks, events: readonly CommittedEvent[]): UrgentTasks {
  const waiting = new Set(before.waiting)
  const fresh = new Set<string>()
  let hasChanged = false
  for (const { type, member, at, data } of events.toReversed()) {
    if (!type.startsWith('task_')) continue
    const { number, kind, dueAt } = (data ?? {}) as Record<string, unknown>
    const task = `${member} ${String(number)}`
    if (type === 'task_opened' && isUrgent(kind, dueAt, at)) {
      waiting.add(task)
      fresh.add(task)
      hasChanged = true
    } else if (type !== 'task_opened' && type !== 'task_escalated' && type !== 'task_released') {
      hasChanged = waiting.delete(task) || hasChanged
      fresh.delete(task)
    }
  }
  return hasChanged ? { waiting, arrived: before.arrived + fresh.size } : before
}
