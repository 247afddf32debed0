import { expect, it } from 'vitest'
import type { MemberRow } from '@/api/types'
import { event } from '@/testing/examples'
import { rowsAfter } from './rows'

const li: MemberRow = { id: 'li', store: 'north', stage: 'new', stageSince: '2026-01-01T00:00:00Z', flags: ['slipping'], nextDueAt: null }
const told = (position: number, type: string, data: object, member = 'li') => ({ ...event(position, type, data as never), member })

it('takes on the stage that was told, from the instant on at which she came into it', () => {
  const [row] = rowsAfter([li], [told(1, 'stage_changed', { from: 'new', to: 'dormant' })])
  expect(row).toMatchObject({ stage: 'dormant', stageSince: '2026-03-01T08:00:00Z' })
})

it('raises and lowers flags in the order in which that was told', () => {
  const [row] = rowsAfter([li], [told(3, 'flag_raised', { flag: 'slipping' }), told(2, 'flag_raised', { flag: 'second_visit_overdue' }), told(1, 'flag_lowered', { flag: 'slipping' })])
  expect(row?.flags).toEqual(['second_visit_overdue', 'slipping'])
})

it('stays what it was where somebody else is meant, or nothing that it shows has changed', () => {
  const rows = [li]
  expect(rowsAfter(rows, [told(1, 'stage_changed', { to: 'lost' }, 'wang')])).toBe(rows)
  expect(rowsAfter(rows, [told(1, 'visit', {})])[0]).toBe(li)
})
