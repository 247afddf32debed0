import { describe, expect, it } from 'vitest'
import { instantOf, wallClockOf } from './wallClock'

const iso = (wallClock: string, zone: string) => {
  const instant = instantOf(wallClock, zone)
  return instant === undefined ? undefined : new Date(instant).toISOString()
}

describe('the clock on a store’s wall', () => {
  it('shows an instant as the store has it', () => {
    expect(wallClockOf(Date.parse('2026-03-01T23:30:05Z'), 'Asia/Shanghai')).toBe('2026-03-02T07:30')
    expect(wallClockOf(Date.parse('2026-03-02T00:10:00Z'), 'America/New_York')).toBe('2026-03-01T19:10')
  })

  it('is read back as the same instant, in winter as in summer', () => {
    expect(iso('2026-03-02T07:30', 'Asia/Shanghai')).toBe('2026-03-01T23:30:00.000Z')
    expect(iso('2026-01-15T12:00', 'America/New_York')).toBe('2026-01-15T17:00:00.000Z')
    expect(iso('2026-07-15T12:00', 'America/New_York')).toBe('2026-07-15T16:00:00.000Z')
  })

  it('shows some times twice, of which the earlier is meant, and some never', () => {
    expect(iso('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z')
    expect(iso('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z')
    expect(iso('2026-03-08T03:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z')
  })

  it('is right also in the hours about a change of clocks', () => {
    expect(iso('2026-03-08T01:30', 'America/New_York')).toBe('2026-03-08T06:30:00.000Z')
    expect(iso('2026-11-01T02:30', 'America/New_York')).toBe('2026-11-01T07:30:00.000Z')
  })

  it('knows what is no time', () => {
    expect(instantOf('soon', 'Asia/Shanghai')).toBeUndefined()
  })
})
