import { describe, expect, it } from 'vitest'
import { choiceOf, daysOf } from './period'

const noon = Date.parse('2026-03-31T12:00:00Z')

describe('a period', () => {
  it('is the page’s usual one unless the address says otherwise', () => {
    expect(choiceOf({}, '30')).toEqual({ span: '30' })
    expect(choiceOf({ period: '365' }, '30')).toEqual({ span: '365' })
    expect(choiceOf({ period: 'for ever' }, '30')).toEqual({ span: '30' })
    expect(choiceOf({ from: '2026-02-01', to: '2026-02-28' }, '30')).toEqual({ span: 'own', from: '2026-02-01', to: '2026-02-28' })
    expect(choiceOf({ from: '2026-02-28', to: '2026-02-01' }, '30')).toEqual({ span: '30' })
  })

  it('of seven days ends with today, which is one of them', () => {
    expect(daysOf({ span: '7' }, noon, false)).toEqual({ from: '2026-03-25', to: '2026-03-31' })
  })

  it('of everything is open at both ends, and of the past at its beginning only', () => {
    expect(daysOf({ span: 'all' }, noon, false)).toEqual({})
    expect(daysOf({ span: 'all' }, noon, true)).toEqual({ to: '2026-03-31' })
  })

  it('never reaches beyond the instant that is looked at', () => {
    expect(daysOf({ span: 'own', from: '2026-03-20', to: '2026-04-20' }, noon, true)).toEqual({ from: '2026-03-20', to: '2026-03-31' })
    expect(daysOf({ span: 'own', from: '2026-04-10', to: '2026-04-20' }, noon, true)).toEqual({ from: '2026-03-31', to: '2026-03-31' })
  })
})
