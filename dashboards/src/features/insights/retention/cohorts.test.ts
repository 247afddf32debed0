import { describe, expect, it } from 'vitest'
import { averageAt, isRunning, shareOf, sinceBeginning } from './cohorts'

const january = { month: '2026-01', members: 100, active: [100, 40, 10] }
const february = { month: '2026-02', members: 300, active: [300, 30] }
const march = { month: '2026-03', members: 50, active: [20] }
const cohorts = [january, february, march]

describe('cohorts', () => {
  it('say what share of those who joined came again', () => {
    expect(shareOf(january, 1)).toBe(0.4)
    expect(shareOf(march, 1)).toBeUndefined()
    expect(shareOf({ month: '2025-12', members: 0, active: [0, 0, 0, 0] }, 1)).toBeUndefined()
  })

  it('average over members, not over months, and leave out the running month', () => {
    expect(averageAt(cohorts, 0)).toBe(1)
    expect(averageAt(cohorts, 1)).toBe(0.4)
    expect(averageAt(cohorts, 2)).toBeUndefined()
  })

  it('know which month is still running', () => {
    expect(isRunning(january, 2)).toBe(true)
    expect(isRunning(january, 1)).toBe(false)
  })

  it('begin with the first month in which anybody joined', () => {
    const before = { month: '2025-12', members: 0, active: [0, 0, 0, 0] }
    expect(sinceBeginning([before, ...cohorts])).toEqual(cohorts)
    expect(sinceBeginning([before])).toEqual([])
  })
})
