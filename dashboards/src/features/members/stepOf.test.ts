import { expect, it } from 'vitest'
import { scoreOf } from './sought'
import { stepOf } from './stepOf'

it.each([
  ['ArrowDown', 3, 4],
  ['ArrowUp', 0, 0],
  ['PageDown', 95, 99],
  ['Home', 42, 0],
  ['End', 0, 99],
  ['a', 5, undefined],
])('%s leads on from row %i to %s of a hundred', (key, from, to) => {
  expect(stepOf(key, from, 100)).toBe(to)
})

it('takes only what is a score for one, whatever an address says', () => {
  expect(['1', '5', '0', '6', 'x', undefined].map(scoreOf)).toEqual([1, 5, undefined, undefined, undefined, undefined])
})
