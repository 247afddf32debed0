import { describe, expect, it } from 'vitest'
import { largestFlows, trafficOf } from './movements'

const movements = [
  { from: null, to: 'potential', count: 5 },
  { from: 'potential', to: 'new', count: 2 },
  { from: 'dormant', to: 'new', count: 4 },
  { from: 'new', to: 'dormant', count: 1 },
]

describe('movements', () => {
  it('add up to what came into and left a stage', () => {
    expect(trafficOf(movements, 'new')).toEqual({ in: 6, out: 1 })
    expect(trafficOf(movements, 'potential')).toEqual({ in: 5, out: 2 })
    expect(trafficOf(movements, 'loyal')).toEqual({ in: 0, out: 0 })
  })

  it('are ranked by how many went the same way', () => {
    expect(largestFlows(movements, 2)).toEqual([
      { from: null, to: 'potential', count: 5 },
      { from: 'dormant', to: 'new', count: 4 },
    ])
  })

  it('of a stage unknown here are left out', () => {
    expect(largestFlows([{ from: 'new', to: 'legendary', count: 9 }], 5)).toEqual([])
  })
})
