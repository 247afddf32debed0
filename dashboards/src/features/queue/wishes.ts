import { answer, api } from '@/api/client'
import type { Task } from '@/api/types'

/** What somebody wants done with a task. */
export type Wish =
  | { do: 'claim' }
  | { do: 'release' }
  | { do: 'complete'; outcome: Outcome }
  | { do: 'snooze'; until: string }
  | { do: 'reassign'; to: string }

/** What comes of a task, in the order of their keys. */
export const outcomes = ['reached', 'booked', 'not_reached', 'not_interested', 'wrong_number', 'done'] as const

export type Outcome = (typeof outcomes)[number]

const hour = 3_600_000

/** For how long a task is put off, in milliseconds. */
export const delays = { hour, afternoon: 4 * hour, day: 24 * hour } as const

export type Delay = keyof typeof delays

/** The task as it will be if the server agrees. */
export function expected(task: Task, wish: Wish, me: string, now: string): Task {
  switch (wish.do) {
    case 'claim':
      return { ...task, state: 'claimed', assignee: me }
    case 'release':
      return { ...task, state: 'open', assignee: null }
    case 'complete':
      return { ...task, state: 'done', outcome: wish.outcome, closedAt: now }
    case 'snooze':
      return { ...task, state: 'snoozed', snoozedUntil: wish.until }
    case 'reassign':
      return { ...task, state: 'claimed', assignee: wish.to }
  }
}

export function ask(chain: string, task: string, wish: Wish, language: string): Promise<Task> {
  const params = { path: { chain, task }, query: { language } }
  switch (wish.do) {
    case 'claim':
      return answer(api.POST('/v1/chains/{chain}/tasks/{task}/claim', { params, body: {} }))
    case 'release':
      return answer(api.POST('/v1/chains/{chain}/tasks/{task}/release', { params, body: {} }))
    case 'complete':
      return answer(api.POST('/v1/chains/{chain}/tasks/{task}/complete', { params, body: { outcome: wish.outcome } }))
    case 'snooze':
      return answer(api.POST('/v1/chains/{chain}/tasks/{task}/snooze', { params, body: { until: wish.until } }))
    case 'reassign':
      return answer(api.POST('/v1/chains/{chain}/tasks/{task}/reassign', { params, body: { to: wish.to } }))
  }
}
