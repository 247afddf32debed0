import type { CommittedEvent, Task } from '@/api/types'

/** Which of the queue's tasks are shown. */
export type View = 'all' | 'open' | 'mine' | 'escalated'

export const views: readonly View[] = ['all', 'open', 'mine', 'escalated']

export type Urgency = 'overdue' | 'soon' | 'later'

const hour = 3_600_000

/** What is due first stands first, as the server lists it. */
export function inOrder(tasks: readonly Task[]): Task[] {
  return tasks.toSorted((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt) || (one.id < other.id ? -1 : 1))
}

/** The queue once the open tasks of one member are known anew: hers are replaced, all others stay. */
export function withMember(tasks: readonly Task[], member: string, fresh: readonly Task[]): Task[] {
  return inOrder([...tasks.filter((task) => task.member !== member), ...fresh])
}

/** The queue once one of its tasks is known anew; what is closed leaves it. */
export function withTask(tasks: readonly Task[], fresh: Task): Task[] {
  const others = tasks.filter(({ id }) => id !== fresh.id)
  return fresh.closedAt === null ? inOrder([...others, fresh]) : others
}

export function shown(tasks: readonly Task[], view: View, me: string): readonly Task[] {
  switch (view) {
    case 'open':
      return tasks.filter(({ state }) => state === 'open')
    case 'mine':
      return tasks.filter(({ assignee }) => assignee === me)
    case 'escalated':
      return tasks.filter(({ escalated }) => escalated)
    default:
      return tasks
  }
}

export function urgency(dueAt: number, now: number): Urgency {
  if (dueAt <= now) return 'overdue'
  return dueAt - now <= hour ? 'soon' : 'later'
}

/** Whose tasks changed after a position: newest events first, as the live state keeps them. */
export function changedSince(events: readonly CommittedEvent[], position: number): string[] {
  return [...new Set(events.filter((event) => event.position > position).map(({ member }) => member))]
}
