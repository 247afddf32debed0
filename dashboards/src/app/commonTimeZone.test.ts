import { expect, it } from 'vitest'
import { commonTimeZone } from './commonTimeZone'

it('is the zone that all stores share', () => {
  expect(commonTimeZone([{ timeZone: 'Asia/Shanghai' }, { timeZone: 'Asia/Shanghai' }])).toBe('Asia/Shanghai')
})

it('is left to the browser where they share none, or none that it knows', () => {
  expect(commonTimeZone([{ timeZone: 'Asia/Shanghai' }, { timeZone: 'Europe/Berlin' }])).toBeUndefined()
  expect(commonTimeZone([{ timeZone: 'Mars/Olympus' }])).toBeUndefined()
  expect(commonTimeZone([])).toBeUndefined()
})
