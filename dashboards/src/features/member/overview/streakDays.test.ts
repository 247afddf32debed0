import { expect, it } from 'vitest'
import { event } from '@/testing/examples'
import { streakWeeks } from './streakDays'

const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)

it('shows whole weeks from Monday, up to today, with the days of the run and those that were told', () => {
  const streak = { current: 3, longest: 9, total: 12, lastDate: '2026-03-04' }
  const earlier = { ...event(1, 'checkin'), at: '2026-02-24T09:00:00Z' }
  const weeks = streakWeeks(streak, [earlier], '2026-03-05', dayOf, 2)
  expect(weeks.map((week) => week[0]?.day)).toEqual(['2026-02-23', '2026-03-02'])
  expect(weeks[1]).toHaveLength(4)
  expect(weeks.flat().filter(({ isSigned }) => isSigned).map(({ day }) => day)).toEqual(['2026-02-24', '2026-03-02', '2026-03-03', '2026-03-04'])
})
