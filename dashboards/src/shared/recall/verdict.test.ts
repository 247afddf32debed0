import { describe, expect, it } from 'vitest'
import { reach, verdictOf } from './verdict'

const arm = (entered: number) => ({ entered, returned: 0, returnRate: 0, revenue: 0, revenuePerMember: 0 })
const uplift = (low: number, high: number) => ({
  returnRate: { difference: (low + high) / 2, low, high },
  revenuePerMember: null,
  isConclusive: low > 0 || high < 0,
})

describe('what an uplift lets one say', () => {
  it('is how many more of a hundred come back, where chance is no likely reason', () => {
    expect(verdictOf(arm(900), arm(100), uplift(0.041, 0.09))).toEqual({ kind: 'brings', low: 4, high: 9 })
    expect(verdictOf(arm(900), arm(100), uplift(0.004, 0.09))).toEqual({ kind: 'brings', low: 0.4, high: 9 })
  })

  it('is how many fewer, the smaller bound first', () => {
    expect(verdictOf(arm(900), arm(100), uplift(-0.12, -0.03))).toEqual({ kind: 'costs', low: 3, high: 12 })
  })

  it('is nothing yet while the interval holds zero, or one group is empty', () => {
    expect(verdictOf(arm(8), arm(2), uplift(-0.66, 0.32))).toEqual({ kind: 'open', low: -66, high: 32 })
    expect(verdictOf(arm(8), arm(0), null)).toEqual({ kind: 'noneHeldOut' })
    expect(verdictOf(arm(0), arm(3), null)).toEqual({ kind: 'noneTreated' })
    expect(verdictOf(arm(0), arm(0), null)).toEqual({ kind: 'nobody' })
  })

  it('is drawn on an axis that holds it', () => {
    expect(reach(-0.03, 0.26)).toBe(0.3)
    expect(reach(0, 0)).toBe(0.05)
    expect(reach(-0.9, 0.2)).toBe(1)
  })
})
