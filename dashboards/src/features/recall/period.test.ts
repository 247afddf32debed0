import { describe, expect, it } from 'vitest'
import { daysOf } from './period'

const now = Date.parse('2026-03-05T23:30:00Z')

describe('the days that an address asks for', () => {
  it('are the last seven, today among them, whenever the link is opened', () => {
    expect(daysOf('7d', undefined, now)).toEqual({ from: '2026-02-27', to: undefined })
    expect(daysOf('7d', '2026-01-01', now + 86_400_000)).toEqual({ from: '2026-02-28', to: undefined })
  })

  it('are those between two dates, or from one on', () => {
    expect(daysOf('2026-02-01', '2026-02-28', now)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(daysOf('2026-02-01', undefined, now)).toEqual({ from: '2026-02-01', to: undefined })
  })

  it('are all of them where the address asks for nothing that makes sense', () => {
    expect(daysOf(undefined, undefined, now)).toEqual({ from: undefined, to: undefined })
    expect(daysOf('yesterday', '3d', now)).toEqual({ from: undefined, to: undefined })
  })
})
