import { describe, expect, it } from 'vitest'
import { i18next } from '@/shared/i18n'
import { knownFault } from './faultWords'

describe('faults', () => {
  it('are known by what the server says', () => {
    expect(knownFault('must be between 1 and 730, not 900')).toEqual({ kind: 'between', values: { from: '1', to: '730' } })
    expect(knownFault('must not be fewer than stages.active.visits')?.values.stage).toBe('active')
    expect(knownFault('something that nobody has thought of')).toBeUndefined()
  })

  it('that are known have words', () => {
    expect(i18next.exists('policy.fault.between')).toBe(true)
    expect(i18next.exists('policy.fault.wrongKind')).toBe(true)
  })
})
