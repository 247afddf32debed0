import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '@/api/types'
import { i18next } from '@/shared/i18n'
import { AtClock } from '@/testing/AtClock'
import { FakeServer } from '@/testing/FakeServer'
import { renderInChain } from '@/testing/inChain'
import { violations } from '@/testing/violations'
import InsightsPage from './InsightsPage'
import { cohorts, grid, liability, nps, rates, renewal, week } from './examples'

vi.mock('@/shared/chart/DrawnChart', () => ({ default: ({ label }: { label: string }) => <div role="img" aria-label={label} /> }))

let server: FakeServer
const careStaff: Session = {
  id: 'a1',
  name: 'Mei',
  role: 'care_staff',
  chain: 'glow',
  stores: ['north'],
  rights: { see_board: 'own_stores', see_figures: 'own_stores', see_members: 'own_stores' },
  hasAccount: true,
}

beforeEach(async () => {
  await i18next.changeLanguage('en')
  server = new FakeServer()
  server.isSignedIn = true
  const answers = { rfm: grid, rates, cohorts, 'visit-hours': week, renewals: { items: [renewal], asOf: rates.asOf }, nps, liability }
  for (const [path, body] of Object.entries(answers)) server.answers.set(`GET /v1/chains/glow/${path}`, [200, body])
})

function open(query: string, session?: Session) {
  history.replaceState(null, '', `/?chain=glow&page=insights${query}`)
  return renderInChain(
    <AtClock now="2026-03-10T04:00:00Z">
      <InsightsPage />
    </AtClock>,
    session ? { session, store: 'north' } : {},
  )
}

describe('the value groups', () => {
  it('lead from a cell and from a group to their members, and are free of known accessibility faults', async () => {
    open('')
    const cell = await screen.findByRole('link', { name: /^R 5, F 5:\s*42\s*42%$/ })
    expect(new URL((cell as HTMLAnchorElement).href).search).toBe('?chain=glow&page=members&r=5&f=5')
    const group = screen.getByRole('link', { name: 'Important, valuable' })
    expect(new URL((group as HTMLAnchorElement).href).search).toBe('?chain=glow&page=members&group=important_value')
    expect(screen.getByText('7–19 days')).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('show those who paid alike when a score of money is chosen, and keep the choice in the address', async () => {
    open('')
    await userEvent.click(await screen.findByRole('radio', { name: 'M 4' }))
    expect(screen.getByRole('link', { name: /^R 5, F 5:\s*2\s*2%$/ })).toBeVisible()
    expect(screen.getByText('Paid more than ¥754, up to ¥3,740')).toBeVisible()
    expect(location.search).toContain('m=4')
  })

  it('lead nowhere in the past: the list of members is of the present', async () => {
    open('&at=2026-01-10T04:00Z')
    expect(await screen.findAllByText('42')).not.toEqual([])
    expect(screen.queryByRole('link', { name: /^R 5/ })).toBeNull()
    expect(server.calls.at(-1)).toContain('at=2026-01-10T04%3A00%3A00.000Z')
  })

  it('are called by their Chinese names', async () => {
    await i18next.changeLanguage('zh-CN')
    open('')
    expect(await screen.findByRole('link', { name: '重要价值' })).toBeVisible()
  })
})

describe('retention', () => {
  it('says what came of each month’s new members, in shares or in counts', async () => {
    open('&tab=retention')
    expect(await screen.findByText('Of all who joined, 40% came in the month after.')).toBeVisible()
    const row = screen.getByRole('row', { name: /^Jan 2026 100/ })
    expect(within(row).getByText('40%')).toBeVisible()
    await userEvent.click(screen.getByRole('radio', { name: 'Counts' }))
    expect(within(row).getByText('40')).toBeVisible()
    expect(screen.getByText('40 of 80 who came')).toBeVisible()
    expect(await violations()).toEqual([])
  })
})

describe('visiting hours', () => {
  it('name the busiest hour in words, and ask for the days of the address', async () => {
    open('&tab=visits&from=2026-02-01&to=2026-02-28')
    expect(await screen.findByText(/^Busiest: Saturday from 11:00 to 12:00, with 14 visits/)).toBeVisible()
    expect(server.calls.at(-1)).toContain('from=2026-02-01&to=2026-02-28')
    expect(await violations()).toEqual([])
  })

  it('are of the last 90 days unless somebody chooses others', async () => {
    open('&tab=visits')
    await screen.findByText(/^Busiest/)
    expect(server.calls.at(-1)).toContain('from=2025-12-11&to=2026-03-10')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Period' }), 'Last 30 days')
    expect(location.search).toContain('period=30')
    await vi.waitFor(() => expect(server.calls.at(-1)).toContain('from=2026-02-09&to=2026-03-10'))
  })
})

describe('renewals', () => {
  it('say whose card ends when, what it costs and what it has saved her', async () => {
    open('&tab=renewals')
    const row = (await screen.findByRole('link', { name: 'Li *' })).closest('tr') ?? document.body
    expect(within(row).getByText('5 days')).toBeVisible()
    expect(within(row).getByText('¥1,980')).toBeVisible()
    expect(within(row).getByText('¥640')).toBeVisible()
    expect(await violations()).toEqual([])
  })
})

describe('NPS and prepaid money', () => {
  it('shows the score with all that it is made of', async () => {
    open('&tab=nps')
    expect(await screen.findByText('+20')).toBeVisible()
    expect(screen.getByText('5 · 50%')).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('says how nobody’s answer becomes somebody’s', async () => {
    server.answers.set('GET /v1/chains/glow/nps', [200, { ...nps, answers: 0 }])
    open('&tab=nps')
    expect(await screen.findByText(/^No member has answered in this period/)).toBeVisible()
  })

  it('warns when what is prepaid has reached the threshold', async () => {
    open('&tab=prepaid')
    expect(await screen.findByRole('alert')).toHaveTextContent('Over the threshold: 120% of ¥10,000,000.')
    expect(await violations()).toEqual([])
  })
})

describe('who sees what', () => {
  it('offers care staff what is of their store, and nothing of the whole chain', async () => {
    open('', careStaff)
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Retention', 'Visiting hours', 'Renewals due', 'NPS'])
    await screen.findByText('40 of 80 who came')
    expect(server.calls.filter((call) => !call.includes('store=north'))).toEqual([])
  })

  it('says so where somebody may see nothing at all', () => {
    open('', { ...careStaff, rights: {} })
    expect(screen.getByText(/Your role sees none of these figures/)).toBeVisible()
    expect(server.calls).toEqual([])
  })
})
