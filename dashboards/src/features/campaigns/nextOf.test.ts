import { describe, expect, it } from 'vitest'
import { timingOf } from './cron'
import { nextOf } from './nextOf'

const next = (cron: string, now: string) => nextOf(timingOf({ cron }), now)

describe('the next time of a campaign', () => {
  it('is today until its time has come, and then the next of its days', () => {
    expect(next('0 0 10 ? * MON', '2026-03-09T09:59')).toBe('2026-03-09T10:00')
    expect(next('0 0 10 ? * MON', '2026-03-09T10:00')).toBe('2026-03-16T10:00')
    expect(next('0 0 10 ? * SUN', '2026-03-09T09:59')).toBe('2026-03-15T10:00')
    expect(next('0 30 8 * * ?', '2026-12-31T23:00')).toBe('2027-01-01T08:30')
  })

  it('keeps to its months and their lengths', () => {
    expect(next('0 0 10 1 1,4,7,10 ?', '2026-03-09T12:00')).toBe('2026-04-01T10:00')
    expect(next('0 0 10 31 * ?', '2026-04-01T00:00')).toBe('2026-05-31T10:00')
    expect(next('0 0 10 L * ?', '2026-02-09T00:00')).toBe('2026-02-28T10:00')
    expect(next('0 0 10 29 2 ?', '2026-03-09T00:00')).toBe('2028-02-29T10:00')
    expect(next('0 0 10 31 2 ?', '2026-03-09T00:00')).toBeUndefined()
  })

  it('does not come again for what goes once and has gone, and is left to the server where a cron says more', () => {
    const once = timingOf({ at: '2026-03-09T10:00:00' })
    expect(nextOf(once, '2026-03-09T09:00')).toBe('2026-03-09T10:00')
    expect(nextOf(once, '2026-03-09T10:00')).toBeUndefined()
    expect(next('0 0/30 10 * * ?', '2026-03-09T09:00')).toBeUndefined()
  })
})
