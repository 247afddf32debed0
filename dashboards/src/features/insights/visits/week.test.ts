import { describe, expect, it } from 'vitest'
import { busiest, busiestWeekday, hoursWithVisits } from './week'

const cells = [
  { weekday: 1, hour: 3, visits: 0 },
  { weekday: 2, hour: 10, visits: 9 },
  { weekday: 2, hour: 12, visits: 9 },
  { weekday: 6, hour: 11, visits: 14 },
  { weekday: 6, hour: 23, visits: 0 },
]

describe('the week', () => {
  it('is shown from the first to the last hour in which anybody came', () => {
    expect(hoursWithVisits(cells)).toEqual([10, 11, 12])
    expect(hoursWithVisits([])).toEqual([])
  })

  it('has a busiest hour and a busiest day, which need not be the same', () => {
    expect(busiest(cells)).toEqual({ weekday: 6, hour: 11, visits: 14 })
    expect(busiestWeekday(cells)).toEqual({ weekday: 2, visits: 18 })
  })

  it('has neither while nobody came', () => {
    expect(busiest([{ weekday: 1, hour: 3, visits: 0 }])).toBeUndefined()
    expect(busiestWeekday([])).toBeUndefined()
  })
})
