import { afterEach, expect, it } from 'vitest'
import { takeCode } from './signInCode'

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
  expect(location.hash).toBe('#board')
})
