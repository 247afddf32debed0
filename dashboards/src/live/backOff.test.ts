import { expect, it } from 'vitest'
import { backOff } from './backOff'

it('grows up to half a minute, and strays by a fifth either way', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((failures) => backOff(failures, () => 0.5))).toEqual([
    1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 30_000,
  ])
  expect(backOff(0, () => 0)).toBe(800)
  expect(backOff(0, () => 1)).toBe(1_200)
})
