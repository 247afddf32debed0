import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { i18next } from '@/shared/i18n'
import { AtClock } from '@/testing/AtClock'
import { FakeServer } from '@/testing/FakeServer'
import { renderInChain } from '@/testing/inChain'
import { violations } from '@/testing/violations'
import StoresPage from './StoresPage'
import { storeFigures } from './example'

let server: FakeServer

const leader = { staff: 'a1', stores: ['north'], returned: 7, returnedRevenue: 900, renewals: 1, renewalRevenue: 1980, booked: 3, done: 4 }
const caller = { staff: 'b2', stores: ['north'], returned: 1, returnedRevenue: 0, renewals: 0, renewalRevenue: 0, booked: 0, done: 90 }
const period = { chain: 'glow', asOf: '2026-03-10T04:00:00Z', from: '2026-02-09', to: '2026-03-10' }

beforeEach(async () => {
  await i18next.changeLanguage('en')
  server = new FakeServer()
  server.isSignedIn = true
  const items = [storeFigures('north'), storeFigures('south', { liability: null, nps: null })]
  server.answers.set('GET /v1/chains/glow/stores/figures', [200, { ...period, items }])
  server.answers.set('GET /v1/chains/glow/leaderboard', [200, { ...period, store: null, items: [leader, caller] }])
})

function open(query = '') {
  history.replaceState(null, '', `/?chain=glow&page=stores${query}`)
  return renderInChain(
    <AtClock now="2026-03-10T04:00:00Z">
      <StoresPage />
    </AtClock>,
  )
}

describe('the stores', () => {
  it('stand side by side, each leading to its board, and are free of known accessibility faults', async () => {
    open()
    const board = await screen.findByRole('link', { name: 'Open the board of South' })
    expect(new URL((board as HTMLAnchorElement).href).search).toBe('?chain=glow&store=south')
    expect(screen.getByText('2 stores together')).toBeVisible()
    expect(screen.getByRole('img', { name: /^North: Potential 4 \(18%\), New 3/ })).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('praise who brings members back, not who makes most calls', async () => {
    open()
    const table = await screen.findByRole('table', { name: 'Who brings members back' })
    const rows = within(table).getAllByRole('row').slice(1)
    expect(rows.map((row) => within(row).getAllByRole('cell')[1]?.textContent)).toEqual(['a1you', 'b2'])
  })

  it('say of the past what was known then, and nothing of tasks', async () => {
    const items = [storeFigures('north', { tasks: null }), storeFigures('south', { tasks: null })]
    server.answers.set('GET /v1/chains/glow/stores/figures', [200, { ...period, items }])
    open('&at=2026-01-10T04:00Z')
    expect(await screen.findByRole('button', { name: 'Revenue that day' })).toBeVisible()
    expect(screen.queryByText('Overdue tasks')).toBeNull()
    const call = server.calls.find((each) => each.includes('figures'))
    expect(call).toContain('at=2026-01-10T04%3A00%3A00.000Z')
    expect(call).toContain('to=2026-01-10')
  })
})
