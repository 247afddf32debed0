import { describe, expect, it } from 'vitest'
import { inAddress, reachable, stepped, type Step } from './journey'

const after = (from: string, step: Step, count: number, zone = 'Asia/Shanghai') =>
  new Date(stepped(Date.parse(from), step, count, zone)).toISOString()

describe('a journey through the past', () => {
  it('goes on and back by days, weeks and months', () => {
    expect(after('2026-03-10T04:00:00Z', 'day', -1)).toBe('2026-03-09T04:00:00.000Z')
    expect(after('2026-03-10T04:00:00Z', 'week', 1)).toBe('2026-03-17T04:00:00.000Z')
    expect(after('2026-03-10T04:00:00Z', 'month', -1)).toBe('2026-02-10T04:00:00.000Z')
  })

  it('comes to the last of a month that is shorter', () => {
    expect(after('2026-03-31T04:00:00Z', 'month', -1)).toBe('2026-02-28T04:00:00.000Z')
    expect(after('2026-01-31T04:00:00Z', 'month', -2)).toBe('2025-11-30T04:00:00.000Z')
  })

  it('keeps the time of day where clocks have changed in between', () => {
    expect(after('2026-03-09T16:00:00Z', 'week', -1, 'America/New_York')).toBe('2026-03-02T17:00:00.000Z')
  })

  it('goes no further back than the chain’s beginning, and no further on than the present', () => {
    expect(reachable(50, 1_000_000, 9_000_000)).toBe(1_000_000)
    expect(reachable(2_000_000, 1_000_000, 9_000_000)).toBe(2_000_000)
    expect(reachable(9_000_000, 1_000_000, 9_000_000)).toBeUndefined()
  })

  it('is written into the address to the minute', () => {
    expect(inAddress(Date.parse('2026-03-10T04:05:59.123Z'))).toBe('2026-03-10T04:05Z')
  })
})
