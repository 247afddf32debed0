import { expect, it } from 'vitest'
import { commonTimeZone } from './commonTimeZone'

const chain = { timeZone: 'America/New_York' }

it('is the zone that all stores share', () => {
  expect(commonTimeZone([{ timeZone: 'Asia/Shanghai' }, { timeZone: 'Asia/Shanghai' }], chain)).toBe('Asia/Shanghai')
})

it('is the chain’s own, by whose days its figures count, where they share none or there are no stores', () => {
  expect(commonTimeZone([{ timeZone: 'Asia/Shanghai' }, { timeZone: 'Europe/Berlin' }], chain)).toBe('America/New_York')
  expect(commonTimeZone([], chain)).toBe('America/New_York')
})

it('is left to the browser where it does not know it', () => {
  expect(commonTimeZone([{ timeZone: 'Mars/Olympus' }], chain)).toBeUndefined()
})
