import { describe, expect, it } from 'vitest'
import { storeFigures } from './example'
import { totalsOf } from './totals'

describe('all stores together', () => {
  it('add up what each has, and count revenue after refunds', () => {
    const north = storeFigures('north', { members: 100 })
    const south = storeFigures('south', { members: 50, today: { ...north.today, revenue: 900, refunded: 100 } })
    const totals = totalsOf([north, south])
    expect(totals.members).toBe(150)
    expect(totals.revenue).toBe(north.today.revenue + 800)
    expect(totals.overdue).toBe(4)
  })

  it('say nothing of tasks where those of one store are not known', () => {
    expect(totalsOf([storeFigures('north'), storeFigures('south', { tasks: null })]).overdue).toBeUndefined()
  })
})
