import { expect, it } from 'vitest'
import { event } from '@/testing/examples'
import { byDay, withFresh } from './order'

const at = (position: number, instant: string) => ({ ...event(position), at: instant })
const dayIn = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10)

it('stands newest first, and an act that came in late at its own time', () => {
  const known = [at(9, '2026-03-01T08:00:00Z'), at(4, '2026-02-01T08:00:00Z')]
  const positions = withFresh(known, [at(11, '2026-02-20T08:00:00Z'), at(10, '2026-03-01T08:00:00Z')]).map(({ position }) => position)
  expect(positions).toEqual([10, 9, 11, 4])
})

it('puts events under the days of the store, not of the reader', () => {
  const days = byDay([at(3, '2026-03-01T17:00:00Z'), at(2, '2026-03-01T15:00:00Z'), at(1, '2026-03-01T02:00:00Z')], dayIn)
  expect(days.map(({ day, events }) => [day, events.length])).toEqual([
    ['2026-03-02', 1],
    ['2026-03-01', 2],
  ])
})
