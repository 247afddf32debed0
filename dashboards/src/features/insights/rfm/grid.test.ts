import { describe, expect, it } from 'vitest'
import { countsOf, rangeAbove, rangeBelow, scoreOf } from './grid'

const cells = [
  { r: 5, f: 5, m: 5, members: 40 },
  { r: 5, f: 5, m: 4, members: 2 },
  { r: 1, f: 1, m: 1, members: 300 },
]

describe('the grid', () => {
  it('counts members by recency and frequency, whatever they paid', () => {
    const count = countsOf(cells, undefined)
    expect(count(5, 5)).toBe(42)
    expect(count(1, 1)).toBe(300)
    expect(count(3, 3)).toBe(0)
  })

  it('counts those who paid like one another when a score of money is chosen', () => {
    const count = countsOf(cells, 4)
    expect(count(5, 5)).toBe(2)
    expect(count(1, 1)).toBe(0)
  })

  it('says what a score of frequency stands for', () => {
    const cuts = [1, 3, 6, 11]
    expect(rangeAbove(cuts, 1)).toEqual({ high: 1 })
    expect(rangeAbove(cuts, 2)).toEqual({ low: 2, high: 3 })
    expect(rangeAbove(cuts, 5)).toEqual({ low: 12 })
  })

  it('says what a score of recency stands for: the fewer days the better', () => {
    const cuts = [168, 52, 20, 7]
    expect(rangeBelow(cuts, 1)).toEqual({ low: 168 })
    expect(rangeBelow(cuts, 4)).toEqual({ low: 7, high: 19 })
    expect(rangeBelow(cuts, 5)).toEqual({ high: 6 })
  })

  it('knows that between two equal cut points there is nobody', () => {
    expect(rangeAbove([0, 0, 754, 3740], 2)).toBeUndefined()
  })

  it('takes from an address only scores that there are', () => {
    expect(scoreOf('4')).toBe(4)
    expect(scoreOf('6')).toBeUndefined()
    expect(scoreOf(undefined)).toBeUndefined()
  })
})
