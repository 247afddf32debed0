import { expect, it } from 'vitest'
import { li } from '../memberExample'
import { changeOf, draftOf } from './profileChange'

const known = draftOf(li().profile)

it('sends what changed and nothing else, and forgets what was emptied', () => {
  expect(changeOf(known, known)).toEqual({})
  expect(changeOf(known, { ...known, phone: '13900001234 ', birthday: '', birthYear: '1991' })).toEqual({ phone: '13900001234', birthday: null, birthYear: 1991 })
})

it('does not take a mask for a name: who sees it masked changes only what she writes anew', () => {
  const { profile } = li()
  const masked = draftOf(profile && { ...profile, name: '李**', masked: true })
  expect(masked.name).toBe('')
  expect(changeOf(masked, { ...masked, email: 'li@example.com' })).toEqual({ email: 'li@example.com' })
})
