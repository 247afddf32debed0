import { describe, expect, it } from 'vitest'
import { scheduleOf, timingOf } from './cron'

describe('a schedule', () => {
  it.each([
    ['0 0 10 * * ?', { rhythm: 'daily', time: '10:00' }],
    ['0 30 9 ? * MON', { rhythm: 'weekly', time: '09:30', weekdays: [1] }],
    ['0 0 18 ? * MON,THU,SUN', { rhythm: 'weekly', time: '18:00', weekdays: [1, 4, 7] }],
    ['0 5 8 15 * ?', { rhythm: 'monthly', time: '08:05', monthDay: '15' }],
    ['0 0 10 1 1,4,7,10 ?', { rhythm: 'monthly', monthDay: '1', months: [1, 4, 7, 10] }],
    ['0 0 10 L * ?', { rhythm: 'monthly', monthDay: 'L' }],
  ])('%s is understood, and written again as it was', (cron, chosen) => {
    expect(timingOf({ cron })).toMatchObject(chosen)
    expect(scheduleOf(timingOf({ cron }))).toEqual({ cron })
  })

  it.each(['0 0 10 1 JAN-MAR ?', '0 0 10 * 6 ?', '0 0/30 10 * * ?', '30 0 10 * * ?', '0 0 10 ? * MON-FRI', '0 0 10 1 * ? 2027', 'nonsense', ''])(
    '%s stays the cron that it is',
    (cron) => {
      expect(timingOf({ cron }).rhythm).toBe('cron')
      expect(scheduleOf(timingOf({ cron }))).toEqual({ cron })
    },
  )

  it('of one time is a local date and time', () => {
    expect(timingOf({ at: '2026-05-01T10:00:00' })).toMatchObject({ rhythm: 'once', at: '2026-05-01T10:00' })
    expect(scheduleOf(timingOf({ at: '2026-05-01T10:00:00' }))).toEqual({ at: '2026-05-01T10:00:00' })
  })

  it('has the days of the week in their order, whichever was chosen first', () => {
    expect(timingOf({ cron: '0 0 10 ? * SUN,MON' }).weekdays).toEqual([1, 7])
  })
})
