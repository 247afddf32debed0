import { expect, it } from 'vitest'
import { duesOf } from './due'
import { li } from './memberExample'

const kindsOf = (...[changes]: Parameters<typeof li>) => duesOf(li(changes)).map(({ kind }) => kind)

it('tells what is due, the next first', () => {
  expect(duesOf(li())).toMatchObject([
    { kind: 'step', about: 'dormancy', at: '2026-03-11T08:00:00Z' },
    { kind: 'runEnds', about: 'dormancy' },
    { kind: 'cardEnds', about: 'annual' },
    { kind: 'pointsExpire', about: 300 },
    { kind: 'tierEnds', about: 'Pro' },
  ])
})

it('names her stage where what is due next is nothing else', () => {
  expect(kindsOf({ nextDueAt: '2026-03-02T00:00:00Z' })[0]).toBe('standing')
  expect(kindsOf({ nextDueAt: null })).not.toContain('standing')
})

it('keeps a call that is late, and forgets a first-month task that can be done no more', () => {
  const call = { kind: 'recall_call', dueAt: '2026-02-20T00:00:00Z' }
  const gone = { name: 'first_service', done: false, doneAt: null, dueAt: '2026-02-20T00:00:00Z', points: 0, reward: null }
  const kinds = kindsOf({ careTasks: [call as never], tasks: [gone] })
  expect(kinds[0]).toBe('care')
  expect(kinds).not.toContain('memberTask')
})
