import { expect, it } from 'vitest'
import { notBefore, readClock } from './serverClock'

const clock = { shown: 1_000_000, when: 500, speed: 720 }

it('runs as fast as the server says', () => {
  expect(readClock(clock, 500)).toBe(1_000_000)
  expect(readClock(clock, 1_500)).toBe(1_000_000 + 720_000)
})

it('is moved on by a board that is ahead of it, and by no other', () => {
  expect(readClock(notBefore(clock, 3_000_000, 1_500), 1_500)).toBe(3_000_000)
  expect(notBefore(clock, 1_000_000, 1_500)).toBe(clock)
})
