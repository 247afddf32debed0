import { afterEach, expect, it } from 'vitest'
import { takeCode, takeLink } from './signInCode'

afterEach(() => history.replaceState(null, '', '/'))

it('takes the code out of the address, and leaves the rest of it', () => {
  history.replaceState(null, '', '/anything?chain=glow#code=abc')
  expect(takeCode()).toBe('abc')
  expect(location.pathname + location.search + location.hash).toBe('/anything?chain=glow')
  expect(takeCode()).toBeUndefined()
})

it('leaves other fragments alone', () => {
  history.replaceState(null, '', '/#board')
  expect(takeCode()).toBeUndefined()
  expect(takeLink()).toBeUndefined()
  expect(location.hash).toBe('#board')
})

it.each([
  ['#invite=abc', { kind: 'invite', code: 'abc' }],
  ['#recover=abc', { kind: 'recover', code: 'abc' }],
  ['#refused=unknown', { kind: 'refused', why: 'unknown' }],
])('takes what %s leads here for, once', (hash, link) => {
  history.replaceState(null, '', `/?lang=en${hash}`)
  expect(takeLink()).toEqual(link)
  expect(location.search + location.hash).toBe('?lang=en')
  expect(takeLink()).toBeUndefined()
})
