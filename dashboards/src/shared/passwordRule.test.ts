import { expect, it } from 'vitest'
import { faultOf } from './passwordRule'

it.each([
  ['river bank', 'river bank', 'short'],
  ['twelve chars', 'twelve chars', undefined],
  ['twelve chars', 'twelve charS', 'differ'],
  ['🌊🌊🌊🌊🌊🌊🌊', '🌊🌊🌊🌊🌊🌊🌊', 'short'],
  ['长长的河边慢慢地走一走吧', '长长的河边慢慢地走一走吧', undefined],
])('judges %s by its length and by its repetition', (password, again, fault) => {
  expect(faultOf(password, again)).toBe(fault)
})
