import { describe, expect, it } from 'vitest'
import { event, task } from '@/testing/examples'
import { changedSince, shown, urgency, withMember, withTask } from './tasks'

const first = task('a', { dueAt: '2026-03-01T08:10:00Z', member: 'li' })
const queue = [
  first,
  task('b', { dueAt: '2026-03-01T09:00:00Z', member: 'wang', state: 'claimed', assignee: 'me' }),
  task('c', { dueAt: '2026-03-01T10:00:00Z', member: 'li', escalated: true }),
]
const ids = (tasks: readonly { id: string }[]) => tasks.map(({ id }) => id)

describe('the queue', () => {
  it('replaces what one member needs, and leaves all others where they are', () => {
    expect(ids(withMember(queue, 'li', [task('d', { dueAt: '2026-03-01T09:30:00Z', member: 'li' })]))).toEqual(['b', 'd'])
    expect(ids(withMember(queue, 'zhao', [task('d', { dueAt: '2026-03-01T08:00:00Z', member: 'zhao' })]))).toEqual(['d', 'a', 'b', 'c'])
  })

  it('keeps a task that was taken, and lets go of one that is closed', () => {
    const taken = withTask(queue, { ...first, state: 'claimed', assignee: 'me' })
    expect(taken.map(({ state }) => state)).toEqual(['claimed', 'claimed', 'open'])
    expect(ids(withTask(queue, { ...first, state: 'done', closedAt: '2026-03-01T08:00:00Z' }))).toEqual(['b', 'c'])
  })

  it('shows what is asked for', () => {
    expect(ids(shown(queue, 'all', 'me'))).toEqual(['a', 'b', 'c'])
    expect(ids(shown(queue, 'open', 'me'))).toEqual(['a', 'c'])
    expect(ids(shown(queue, 'mine', 'me'))).toEqual(['b'])
    expect(ids(shown(queue, 'escalated', 'me'))).toEqual(['c'])
  })

  it('is urgent within the hour, and overdue from the very instant', () => {
    expect(urgency(1_000, 1_000)).toBe('overdue')
    expect(urgency(3_601_000, 1_000)).toBe('soon')
    expect(urgency(3_601_001, 1_000)).toBe('later')
  })

  it('asks again about each member once', () => {
    const told = [9, 8, 7, 6].map((position) => ({ ...event(position, 'task_claimed'), member: position > 7 ? 'li' : 'wang' }))
    expect(changedSince(told, 6)).toEqual(['li', 'wang'])
    expect(changedSince(told, 9)).toEqual([])
  })
})
