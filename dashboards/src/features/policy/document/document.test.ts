import { describe, expect, it } from 'vitest'
import { policy, schema } from '../examples'
import { apply, difference, inheritedOf, isTold, overlay } from './difference'
import { faultsIn, isWithin, overriddenIn } from './faults'
import { getIn, isSame, pathText, removeIn, setIn, type JsonObject } from './json'
import { lockOver, withLock } from './locks'
import { beginning, insideOf, kindOf, mayBeNull, placeAt } from './schema'
import { whole } from './whole'

const at = (...path: (string | number)[]) => placeAt(schema, path)

describe('a schema', () => {
  it('says of each place what it holds, through references and choices', () => {
    expect(kindOf(at('stages', 'active', 'visits').schema)).toBe('integer')
    expect(kindOf(at('stages', 'effective').schema)).toBe('object')
    expect(kindOf(at('points', 'acts').schema)).toBe('map')
    expect(kindOf(at('points', 'acts', 'comment', 'once').schema)).toBe('switch')
    expect(kindOf(at('recall', 'messages', 'quietFrom').schema)).toBe('time')
    expect(kindOf(at('locked').schema)).toBe('list')
  })

  it('calls what a chain names an entry, whatever it is named', () => {
    expect(at('points', 'acts', 'a.b', 'points').pattern).toEqual(['points', 'acts', 'entry', 'points'])
    expect(at('locked', 3).pattern).toEqual(['locked', 'item'])
  })

  it('knows what may be empty, and what to begin with', () => {
    const { schema: months } = at('retention', 'freeTextMonths')
    expect([kindOf(months), mayBeNull(months), months.minimum]).toEqual(['integer', true, 1])
    expect(mayBeNull(at('points', 'signIn').schema)).toBe(false)
    expect(beginning(schema, insideOf(schema, at('points', 'acts').schema))).toEqual({ points: 0, once: false })
  })
})

describe('a document', () => {
  it('holds a null wherever the server left an empty field out, so that it stays empty when it is sent back', () => {
    expect(whole(schema, policy).retention).toEqual({ freeTextMonths: null })
    expect(getIn(whole(schema, policy), ['stages'])).toEqual(policy.stages)
  })

  it('differs by field, and a list is one field', () => {
    const changed = setIn(setIn(policy, ['stages', 'loyal', 'visits'], 4), ['locked'], ['points']) as JsonObject
    expect(difference(policy, changed)).toEqual([
      { path: ['stages', 'loyal', 'visits'], from: 5, to: 4 },
      { path: ['locked'], from: [], to: ['points'] },
    ])
  })

  it('tells of an entry that is new or gone only what is in it', () => {
    const added = setIn(policy, ['recall', 'templates', 'thanks'], { en: 'Thank you', zhCn: null }) as JsonObject
    expect(difference(policy, added).filter(isTold)).toEqual([{ path: ['recall', 'templates', 'thanks', 'en'], from: undefined, to: 'Thank you' }])
    expect(difference(added, policy).filter(isTold)).toHaveLength(1)
  })

  it('takes the changes that were made to another', () => {
    const mine = difference(policy, setIn(removeIn(policy, ['points', 'acts', 'comment']), ['points', 'signIn'], 2) as JsonObject)
    const theirs = setIn(policy, ['stages', 'dormantAfterDays'], 60) as JsonObject
    const both = apply(theirs, mine)
    expect([getIn(both, ['stages', 'dormantAfterDays']), getIn(both, ['points', 'signIn'])]).toEqual([60, 2])
    expect(getIn(both, ['points', 'acts', 'comment'])).toBeUndefined()
  })

  it('is the same in whatever order its names stand', () => {
    expect(isSame({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true)
    expect(isSame({ a: null }, {})).toBe(false)
  })

  it('says its paths as the server does', () => {
    expect(pathText(['care', 'firstMonth', 0, 'name'])).toBe('care.firstMonth[0].name')
  })
})

describe('a store', () => {
  const own = { points: { signIn: 3, acts: { share: { points: 1 } } } }

  it('has its own laid over the chain’s, field by field', () => {
    const inForce = overlay(policy, own)
    expect(inForce.points).toEqual({ perCurrencyUnit: 1, signIn: 3, acts: { comment: { points: 5, once: false }, share: { points: 1 } } })
  })

  it('goes back to what the fields say it inherits', () => {
    const inherited = new Map([['points.signIn', 1]])
    expect(inheritedOf(overlay(policy, own), own, (path) => inherited.get(path))).toEqual(policy)
  })
})

describe('locks', () => {
  it('cover what is inside them, and nothing that only begins alike', () => {
    expect(lockOver(['points'], ['points', 'signIn'])).toBe('points')
    expect(lockOver(['points.sign'], ['points', 'signIn'])).toBeUndefined()
  })

  it('make those inside them needless', () => {
    expect(withLock(['points.signIn', 'stages'], ['points'], true)).toEqual(['stages', 'points'])
    expect(withLock(['stages', 'points'], ['stages'], false)).toEqual(['points'])
  })
})

describe('what the server has against a draft', () => {
  it('is read by field, of whichever problem', () => {
    expect(faultsIn({ faults: [{ field: 'stages.lostAfterDays', why: 'must be more' }] })).toEqual([{ field: 'stages.lostAfterDays', why: 'must be more' }])
    expect(faultsIn({ field: 'points', detail: 'is locked by the chain' })).toEqual([{ field: 'points', why: 'is locked by the chain' }])
    expect(faultsIn(undefined)).toEqual([])
  })

  it('belongs to the field it is in', () => {
    expect(isWithin('recall.playbooks.a.steps', 'recall.playbooks.a.steps[0].afterHours')).toBe(true)
    expect(isWithin('stages.loyal', 'stages.loyalty')).toBe(false)
  })

  it('names the stores that a lock would take something from', () => {
    expect(overriddenIn({ overrides: [{ store: 'north', field: 'points.signIn' }, { store: 1 }] })).toEqual([{ store: 'north', field: 'points.signIn' }])
  })
})
