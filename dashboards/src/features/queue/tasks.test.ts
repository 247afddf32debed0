import { describe, expect, it } from 'vitest'
import { event, task } from '@/testing/examples'
import { following, isIn, matches, membersWithTasksIn, neighbour, timeLeft, urgency, withMember, withTask, type View } from './tasks'

const first = task('a', { dueAt: '2026-03-01T08:10:00Z', member: 'li' })
const queue = [
  first,
  task('b', { dueAt: '2026-03-01T09:00:00Z', member: 'wang', state: 'claimed', assignee: 'me' }),
  task('c', { dueAt: '2026-03-01T10:00:00Z', member: 'li', escalated: true }),
]
const shown = (view: View) => queue.filter((each) => isIn(view, each, 'me'))
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
    expect(ids(shown('all'))).toEqual(['a', 'b', 'c'])
    expect(ids(shown('open'))).toEqual(['a', 'c'])
    expect(ids(shown('mine'))).toEqual(['b'])
    expect(ids(shown('escalated'))).toEqual(['c'])
  })

  it('is urgent within the hour, and overdue from the very instant', () => {
    expect(urgency(1_000, 1_000)).toBe('overdue')
    expect(urgency(3_601_000, 1_000)).toBe('soon')
    expect(urgency(3_601_001, 1_000)).toBe('later')
  })

  it('asks again about each member once, and about nobody else', () => {
    const told = [9, 8, 7, 6].map((position) => ({ ...event(position, 'task_claimed'), member: position > 7 ? 'li' : 'wang' }))
    expect(membersWithTasksIn([...told, event(5, 'visit')])).toEqual(['li', 'wang'])
  })

  it('brings up the next that can be worked on, and begins anew at its end', () => {
    const busy = [...queue, task('d', { dueAt: '2026-03-01T11:00:00Z', state: 'claimed', assignee: 'else' })]
    expect(following(busy, first, 'me')?.id).toBe('b')
    expect(following(busy, queue[2] ?? first, 'me')?.id).toBe('a')
    expect(following([first], first, 'me')).toBeUndefined()
  })

  it('goes on by due time after a task that has left the list', () => {
    const gone = task('gone', { dueAt: '2026-03-01T09:30:00Z' })
    expect(following(queue, gone, 'me')?.id).toBe('c')
  })

  it('is walked up and down, and has two ends', () => {
    expect(neighbour(queue, first, 1)?.id).toBe('b')
    expect(neighbour(queue, first, -1)?.id).toBe('a')
    expect(neighbour(queue, undefined, 1)?.id).toBe('a')
    expect(neighbour([], undefined, 1)).toBeUndefined()
  })

  it('drains the time of a task from when it came up to when it is due', () => {
    expect(timeLeft(0, 100, 25)).toBe(0.75)
    expect(timeLeft(0, 100, 200)).toBe(0)
    expect(timeLeft(100, 100, 50)).toBe(0)
  })

  it('finds tasks by all the words that are searched for', () => {
    expect(matches('call LI', ['Call her', 'li', 'North'])).toBe(true)
    expect(matches('call south', ['Call her', 'li', 'North'])).toBe(false)
  })
})
