import { expect, it } from 'vitest'
import { isComplete, itemOf, noFields } from './item'

const whose = { id: 'k1', member: 'li', store: 'north' }

it('tells a purchase with its order and, for the second category, what it was of', () => {
  expect(itemOf('purchase', { ...noFields, amount: '380.50', order: ' A-1 ', category: 'laser' }, whose)).toEqual({
    id: 'k1',
    type: 'purchase',
    member: 'li',
    store: 'north',
    amount: 380.5,
    orderId: 'A-1',
    items: [{ category: 'laser', amount: 380.5 }],
  })
})

it('tells a visit with or without a service, and never what belongs to another kind of act', () => {
  expect(itemOf('visit', { ...noFields, amount: '9' }, { ...whose, store: undefined })).toEqual({ id: 'k1', type: 'visit', member: 'li' })
  expect(itemOf('visit', { ...noFields, service: 'facial' }, whose)).toMatchObject({ service: 'facial' })
})

it('takes a complaint without words: they belong in her note, which can be forgotten', () => {
  expect(Object.keys(itemOf('complaint', { ...noFields, tag: 'x', service: 'y' }, whose))).toEqual(['id', 'type', 'member', 'store'])
})

it.each([
  ['purchase', {}, false],
  ['purchase', { amount: '0' }, true],
  ['purchase', { amount: '-1' }, false],
  ['survey', { score: '0' }, true],
  ['survey', {}, false],
  ['tag', { tag: ' ' }, false],
  ['checkin', {}, true],
] as const)('a %s of %o can be told: %s', (kind, fields, complete) => {
  expect(isComplete(kind, { ...noFields, ...fields })).toBe(complete)
})
