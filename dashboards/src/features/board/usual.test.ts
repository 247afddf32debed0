import { describe, expect, it } from 'vitest'
import { board } from '@/testing/examples'
import { sameTimeBefore, steadily, usual } from './usual'

const withVisits = (visits: number) => board(1, { today: { ...board(1).today, visits } })
const nobody = board(1, { stages: { potential: 0, new: 0, effective: 0, active: 0, loyal: 0, dormant: 0, lost: 0 } })

describe('what a day usually brings', () => {
  it('is the average of the same weekdays before, up to the same time', () => {
    expect(usual([withVisits(4), withVisits(7)])).toMatchObject({ days: 2, today: { visits: 5.5 } })
  })

  it('leaves out the days on which the chain had nobody yet', () => {
    expect(usual([withVisits(4), nobody, nobody])).toMatchObject({ days: 1, today: { visits: 4 } })
    expect(usual([nobody])).toBeUndefined()
  })

  it('is asked of the four weeks before', () => {
    const now = Date.parse('2026-03-29T12:00:00Z')
    expect(sameTimeBefore(now).map((each) => new Date(each).toISOString().slice(0, 10))).toEqual([
      '2026-03-22', '2026-03-15', '2026-03-08', '2026-03-01',
    ])
  })

  it('is never asked of the day that begins next', () => {
    const beforeMidnight = Date.parse('2026-03-19T15:59:00Z')
    expect(steadily(beforeMidnight, 1)).toBe(Date.parse('2026-03-19T15:45:00Z'))
    expect(steadily(beforeMidnight, 720)).toBe(Date.parse('2026-03-19T14:00:00Z'))
  })

  it('is not asked anew with every second, however fast the clock runs', () => {
    const now = Date.parse('2026-03-29T12:01:00Z')
    expect(steadily(now, 1)).toBe(Date.parse('2026-03-29T12:00:00Z'))
    expect(steadily(now + 1_000, 1)).toBe(steadily(now, 1))
    expect(steadily(now + 600_000, 720)).toBe(steadily(now, 720))
  })
})
