import { expect, it } from 'vitest'
import type { Session } from '@/api/types'
import { may } from '@/shared/chain/ChainContext'
import { readingOnly } from './readingOnly'

const manager: Session = {
  id: 'a1',
  name: 'Mei',
  role: 'store_manager',
  chain: 'glow',
  stores: ['north'],
  rights: { see_board: 'own_stores', see_members: 'own_stores', work_on_tasks: 'own_stores', record_acts: 'own_stores', run_campaigns: 'own_chain' },
  hasAccount: true,
}

it('leaves whoever looks at the past everything to see and nothing to do', () => {
  const reader = readingOnly(manager)
  expect(may(reader, 'see_board')).toBe(true)
  expect(may(reader, 'see_members')).toBe(true)
  expect(['work_on_tasks', 'record_acts', 'run_campaigns'].filter((right) => may(reader, right))).toEqual([])
  expect(reader.stores).toEqual(['north'])
})
