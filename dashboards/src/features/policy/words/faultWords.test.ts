import { describe, expect, it } from 'vitest'
import { i18next } from '@/shared/i18n'
import { knownFault } from './faultWords'

describe('faults of the rules', () => {
  it('are known by what the server says', () => {
    expect(knownFault('must not be less than the 72 of the step before')).toEqual({ kind: 'stepOrder', values: { hours: '72' } })
    expect(knownFault('must not be fewer than stages.active.visits')?.values.stage).toBe('active')
    expect(knownFault('something that nobody has thought of')).toBeUndefined()
  })

  it('that are known have words', () => {
    expect(i18next.exists('policy.fault.stepOrder')).toBe(true)
    expect(i18next.exists('policy.fault.openOnce')).toBe(true)
  })
})
