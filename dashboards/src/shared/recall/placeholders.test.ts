import { describe, expect, it } from 'vitest'
import { isPlaceholder, partsOf } from './placeholders'

describe('a template', () => {
  it('is cut where something is filled in for each member', () => {
    expect(partsOf('{{points}} points at {{store}}!')).toEqual([
      { text: 'points', isFilledIn: true },
      { text: ' points at ', isFilledIn: false },
      { text: 'store', isFilledIn: true },
      { text: '!', isFilledIn: false },
    ])
    expect(partsOf('')).toEqual([])
  })

  it('may name what nobody knows here', () => {
    expect(isPlaceholder('days_silent')).toBe(true)
    expect(isPlaceholder('shoe_size')).toBe(false)
  })
})
