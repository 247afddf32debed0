import { describe, expect, it } from 'vitest'
import { courseOf, monthsOf } from './past'

const cohorts = [
  { month: '2025-12', members: 0, active: [0, 0, 0] },
  { month: '2026-01', members: 100, active: [100, 40] },
  { month: '2026-02', members: 30, active: [30] },
]

describe('the past of a chain', () => {
  it('begins with the month in which the first member was heard of, by the store’s clock', () => {
    const months = monthsOf({ cohorts, timeZone: 'Asia/Shanghai' })
    expect(months.map(({ begins }) => new Date(begins).toISOString())).toEqual(['2025-12-31T16:00:00.000Z', '2026-01-31T16:00:00.000Z'])
  })

  it('counts in each month all who came in it, whenever they had joined', () => {
    expect(monthsOf({ cohorts, timeZone: 'UTC' }).map(({ came }) => came)).toEqual([100, 70])
  })

  it('is empty while nobody has come', () => {
    expect(monthsOf({ cohorts: [], timeZone: 'UTC' })).toEqual([])
  })

  it('is drawn from its beginning to the present, by the months that are over', () => {
    const months = [
      { begins: 0, came: 50 },
      { begins: 40, came: 100 },
      { begins: 80, came: 3 },
    ]
    expect(courseOf(months, 0, 100)).toBe('M0,100 L200.0,54.0 L600.0,8.0 L1000,8.0 L1000,100 Z')
    expect(courseOf(months.slice(0, 2), 0, 100)).toBe('')
  })
})
