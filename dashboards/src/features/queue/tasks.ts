import type { CommittedEvent, Task } from '@/api/types'

/** Which of the queue's tasks are shown. */
export const views = ['all', 'open', 'mine', 'escalated'] as const

export type View = (typeof views)[number]

export type Urgency = 'overdue' | 'soon' | 'later'

const hour = 3_600_000

export function viewOf(address: string | undefined): View {
  return views.find((view) => view === address) ?? 'all'
}

function byDue(one: Task, other: Task): number {
  return Date.parse(one.dueAt) - Date.parse(other.dueAt) || (one.id < other.id ? -1 : Number(one.id > other.id))
}

/** What is due first stands first, as the server lists it. */
export function inOrder(tasks: readonly Task[]): Task[] {
  return tasks.toSorted(byDue)
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

export function isIn(view: View, task: Task, me: string): boolean {
  switch (view) {
    case 'open':
      return task.state === 'open'
    case 'mine':
      return task.assignee === me
    case 'escalated':
      return task.escalated
    default:
      return true
  }
}

/** Whether the reader could do it now: nobody else has it, and it is not put off. */
export function isWorkable(task: Task, me: string): boolean {
  return task.state === 'open' || (task.state === 'claimed' && task.assignee === me)
}

/** What to go on with after a task: the next of the list that can be worked on, from the top again at its end. */
export function following(tasks: readonly Task[], after: Task, me: string): Task | undefined {
  const others = tasks.filter((task) => task.id !== after.id && isWorkable(task, me))
  return others.find((task) => byDue(task, after) > 0) ?? others[0]
}

/** The neighbour of a task in the list, so many steps down or, below zero, up; it stops at the ends. */
export function neighbour(tasks: readonly Task[], from: Task | undefined, steps: number): Task | undefined {
  const at = tasks.findIndex(({ id }) => id === from?.id)
  if (at < 0) return steps > 0 ? tasks[0] : tasks.at(-1)
  return tasks[Math.min(tasks.length - 1, Math.max(0, at + steps))]
}

export function urgency(dueAt: number, now: number): Urgency {
  if (dueAt <= now) return 'overdue'
  return dueAt - now <= hour ? 'soon' : 'later'
}

/** What is left of the time that there was for it, from 1 when it came up to 0 when it is due. */
export function timeLeft(openedAt: number, dueAt: number, now: number): number {
  return dueAt <= openedAt ? 0 : Math.min(1, Math.max(0, (dueAt - now) / (dueAt - openedAt)))
}

/** Whose tasks are told of, each once. */
export function membersWithTasksIn(events: readonly CommittedEvent[]): string[] {
  return [...new Set(events.filter(({ type }) => type.startsWith('task_')).map(({ member }) => member))]
}

/** Whether all the words that were searched for are found in what is said about a task. */
export function matches(search: string, said: readonly string[]): boolean {
  const all = said.join(' ').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
