import { describe, expect, it } from 'vitest'
import { upAndDown } from './byDay'

describe('a digest', () => {
  it('counts who rose and who fell, and nobody who was only heard of for the first time', () => {
    const movements = [
      { from: 'potential', to: 'new', count: 4 },
      { from: null, to: 'potential', count: 9 },
      { from: 'dormant', to: 'lost', count: 3 },
      { from: 'loyal', to: 'active', count: 1 },
    ]
    expect(upAndDown({ movements })).toEqual({ up: 4, down: 4 })
  })
})
