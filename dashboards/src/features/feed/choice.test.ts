import { expect, it } from 'vitest'
import { apply, kept, nothingYet } from '@/live/liveState'
import { board, event } from '@/testing/examples'
import { chosen } from './choice'

const types = ['visit', 'stage_changed', 'flag_raised']
const recent = Array.from({ length: 900 }, (_, index) => event(index + 1, types[index % types.length]))
const { events } = apply(nothingYet, { position: 900, snapshot: { ...board(900), recent } })

it('is all kinds, newest first, and no more rows than a page can bear', () => {
  const positions = chosen(events, 'all').map(({ position }) => position)
  expect(positions).toEqual(Array.from({ length: kept }, (_, index) => 900 - index))
})

it('leaves out what only those who ask for its kind want to see', () => {
  const told = [event(1, 'message_planned'), event(2, 'message_released'), event(3, 'member_returned', { first: false }), event(4, 'member_returned', { first: true })]
  const { events: some } = apply(nothingYet, { position: 4, snapshot: { ...board(4), recent: told } })
  expect(chosen(some, 'all').map(({ position }) => position)).toEqual([4, 2])
  expect(chosen(some, 'messages').map(({ position }) => position)).toEqual([2, 1])
  expect(chosen(some, 'recall').map(({ position }) => position)).toEqual([4, 3])
})

it('is as much of one kind as if there were no other', () => {
  const flags = chosen(events, 'flags')
  expect(flags).toHaveLength(kept)
  expect(new Set(flags.map(({ type }) => type))).toEqual(new Set(['flag_raised']))
})
