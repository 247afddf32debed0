import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Message, PlaybookMember, RecallFigures } from '@/api/types'
import type { ChainView } from '@/shared/chain/ChainContext'
import { i18next } from '@/shared/i18n'
import { AtClock } from '@/testing/AtClock'
import { FakeServer } from '@/testing/FakeServer'
import { renderInChain } from '@/testing/inChain'
import { violations } from '@/testing/violations'
import { playbook, playbookFigures } from './examples'
import RecallPage from './RecallPage'

let server: FakeServer

const arm = (entered: number, returned: number) => ({ entered, returned, returnRate: returned / entered, revenue: 0, revenuePerMember: null })

const dormancy = playbookFigures('dormancy', {
  members: 9,
  heldOutMembers: 2,
  steps: [{ taken: 1, members: 6 }, { taken: 2, members: 1 }],
  entered: 1000,
  returned: 104,
  revenue: 52_310.5,
  treated: arm(900, 180),
  heldOut: arm(100, 12),
  uplift: { returnRate: { difference: 0.08, low: 0.0412, high: 0.09 }, revenuePerMember: null, isConclusive: true },
})
const figures: RecallFigures = {
  chain: 'glow',
  store: null,
  from: null,
  to: null,
  asOf: '2026-03-05T12:00:00Z',
  playbooks: [playbookFigures('birthday'), dormancy],
  campaigns: [],
}
const moved: Message = {
  id: 'm1',
  member: 'M-7',
  store: 'north',
  playbook: 'dormancy',
  step: 0,
  template: 'dormant_hello',
  channel: 'sms',
  offer: null,
  state: 'moved',
  plannedAt: '2026-03-06T01:25:00Z',
  sentAt: null,
  decisions: [
    { at: '2026-03-05T05:00:00Z', what: 'planned', why: 'Planned, for its step came.', code: null, until: null },
    { at: '2026-03-05T05:00:00Z', what: 'moved', why: 'Moved: she has had one today.', code: 'daily_cap', until: '2026-03-06T01:25:00Z' },
  ],
}

beforeEach(async () => {
  server = new FakeServer()
  server.isSignedIn = true
  history.replaceState(null, '', '/?chain=glow&page=recall')
  server.answers.set('GET /v1/chains/glow/recall', [200, figures])
  server.answers.set('GET /v1/chains/glow/policy', [
    200,
    {
      recall: {
        playbooks: { dormancy: playbook() },
        templates: { dormant_hello: { en: 'We miss you at {{store}}.', zhCn: '想念您' } },
        offers: { 'A treatment at half the price': { en: 'a treatment at half the price', zhCn: '任选一项护理享5折' } },
      },
    },
  ])
  server.answers.set('GET /v1/chains/glow/messages', (_, query) => [200, { items: query.get('state') === 'failed' ? [] : [moved] }])
  await i18next.changeLanguage('en')
})

const open = (changes: Partial<ChainView> = {}) =>
  renderInChain(
    <AtClock now="2026-03-05T12:00:00Z">
      <RecallPage />
    </AtClock>,
    changes,
  )
const card = async (name: string) => screen.findByRole('region', { name })

describe('the recall monitor', () => {
  it('shows who stands on which step, what it offers, and who came back, and is free of known accessibility faults', async () => {
    open()
    const shown = within(await card('Dormancy'))
    const steps = within(await shown.findByRole('list', { name: 'Steps of Dormancy' }))
    expect(await steps.findByText('After 14 days')).toBeVisible()
    expect(steps.getAllByRole('listitem').map((step) => within(step).getByText(/stands? here/).parentElement?.textContent)).toEqual([
      '6 members stand here',
      '1 member stands here',
      '0 members stand here',
    ])
    expect(steps.getByText('a treatment at half the price')).toBeVisible()
    expect(shown.getByText('¥52,310.50')).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('says in words whether a playbook helps, and draws the interval', async () => {
    open()
    const shown = within(await card('Dormancy'))
    expect(shown.getByText('Brings back 4 to 9 more of 100.')).toBeVisible()
    expect(shown.getByRole('img', { name: 'Difference +8 of 100, truly between +4 and +9' })).toBeVisible()
    expect(within(await card('Birthday')).getByText('Nobody has entered on these days.')).toBeVisible()
  })

  it('follows what the hub tells of all days', async () => {
    const { transport, store } = open()
    await card('Dormancy')
    act(() => store.setLink({ kind: 'live' }))
    await vi.waitFor(() => expect(transport.recallObserver).toBeDefined())
    const asked = server.calls.length
    act(() => transport.recallObserver?.next({ ...figures, playbooks: [{ ...dormancy, returned: 105 }] }))
    expect(await within(await card('Dormancy')).findByText('105')).toBeVisible()
    expect(server.calls).toHaveLength(asked)
  })

  it('asks for the days that the address names, and does not follow the hub then', async () => {
    const { transport, store } = open()
    act(() => store.setLink({ kind: 'live' }))
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Period' }), 'Last 7 days')
    await vi.waitFor(() => expect(server.calls.at(-1)).toContain('from=2026-02-27&to=2026-03-05'))
    expect(location.search).toContain('period=7')
    expect(transport.recallObserver).toBeUndefined()
  })

  it('leads from a playbook to its texts, and to each message with the reason why it was moved', async () => {
    open()
    await userEvent.click(await screen.findByRole('link', { name: 'Dormancy' }))
    expect(await screen.findByText('her store')).toBeVisible()
    expect(await screen.findByText('Moved: she has had one today.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'M-7' })).toHaveAttribute('href', expect.stringContaining('member=M-7'))
    expect(server.calls.some((call) => call.includes('messages?playbook=dormancy'))).toBe(true)
    expect(await violations()).toEqual([])
    await userEvent.click(screen.getByRole('radio', { name: 'Failed' }))
    expect(await screen.findByText('There is no message of this kind.')).toBeVisible()
    expect(location.search).toContain('tab=failed')
  })

  it('leads from a count to who they are, with what comes next for each and when, page by page', async () => {
    const member = (id: string, changes: Partial<PlaybookMember> = {}): PlaybookMember => ({
      id,
      store: 'north',
      stage: 'dormant',
      stageSince: '2026-03-01T08:00:00Z',
      since: '2026-03-01T08:00:00Z',
      step: 1,
      heldOut: false,
      pausedUntil: null,
      nextStepAt: '2026-03-15T12:00:00Z',
      endsAt: '2026-03-25T12:00:00Z',
      profile: null,
      ...changes,
    })
    // A page may hold nobody and be followed by another.
    const pages: Record<string, { items: PlaybookMember[]; next: string | null }> = {
      '': { items: [], next: 'a' },
      a: { items: [member('M-1', { profile: { name: '王**', phone: '138****1234', email: null, masked: true, unreadable: false } })], next: 'b' },
      b: { items: [member('M-2', { nextStepAt: null, pausedUntil: '2026-03-19T00:00:00Z' })], next: null },
    }
    server.answers.set('GET /v1/chains/glow/recall/dormancy/members', (_, query) =>
      query.get('heldOut') === 'true' ? [200, { items: [], next: null }] : [200, pages[query.get('cursor') ?? '']],
    )
    open()
    await userEvent.click(await within(await card('Dormancy')).findByRole('link', { name: /^6\s*members stand here$/ }))
    expect(location.search).toContain('step=1')

    const rows = within(await screen.findByRole('table')).getAllByRole('row').slice(1)
    expect(rows.map((row) => within(row).getAllByRole('cell').map((cell) => cell.textContent))).toEqual([
      ['王**', 'M-1', '138****1234', 'Dormant', 'North', '4 days ago', 'Offer to come again', 'in 10 days'],
      ['M-2', 'M-2', '', 'Dormant', 'North', '4 days ago', 'Leaves the playbook (paused until Mar 19, 2026)', 'in 20 days'],
    ])
    expect(screen.getByRole('link', { name: '王**' })).toHaveAttribute('href', expect.stringContaining('member=M-1'))
    expect(screen.getByText('2 members')).toBeVisible()
    expect(await violations()).toEqual([])

    await userEvent.click(screen.getByRole('link', { name: /^2\s*members are left alone$/ }))
    expect(await screen.findByText('Nobody stands here now.')).toBeVisible()
    await userEvent.click(screen.getByRole('link', { name: 'Close the list' }))
    expect(location.search).not.toContain('step=')
  })

  it('shows counts as figures only to who may not see members', async () => {
    const session = { id: 'a3', name: 'Bo', role: 'viewer', chain: 'glow', stores: [], rights: { see_figures: 'own_chain' }, hasAccount: true }
    history.replaceState(null, '', '/?chain=glow&page=recall&playbook=dormancy&step=1')
    open({ session })
    await card('Dormancy')
    expect(screen.queryByRole('link', { name: /stands? here/ })).toBeNull()
    expect(server.calls.filter((call) => call.includes('/members'))).toEqual([])
  })

  it('tells who is confined to stores where a member’s messages stand, and asks the server for nothing it would refuse', async () => {
    history.replaceState(null, '', '/?chain=glow&page=recall&view=messages')
    const session = { id: 'a2', name: 'Lan', role: 'care_staff', chain: 'glow', stores: ['north'], rights: { see_members: 'own_stores' }, hasAccount: true }
    open({ session, store: 'north' })
    expect(await screen.findByText(/Lists of messages are for the headquarters/)).toBeVisible()
    expect(server.calls.filter((call) => call.includes('/messages'))).toEqual([])
  })
})

describe('the digests', () => {
  it('tell each store’s day, and who rose and fell', async () => {
    history.replaceState(null, '', '/?chain=glow&page=recall&view=digests')
    server.answers.set('GET /v1/chains/glow/digests', [
      200,
      {
        items: [
          {
            store: 'north',
            day: '2026-03-04',
            madeAt: '2026-03-04T22:00:00Z',
            joined: 3,
            purchases: 5,
            revenue: 6885,
            visits: 19,
            checkins: 46,
            movements: [{ from: 'potential', to: 'new', count: 4 }, { from: 'dormant', to: 'lost', count: 1 }],
            tasks: { open: 3, overdue: 1, escalated: 1, done: 2 },
            messages: { sent: 14, failed: 0 },
          },
        ],
      },
    ])
    open()
    const day = within(await screen.findByRole('region', { name: 'Mar 4, 2026' }))
    const store = within(day.getByRole('article', { name: 'North' }))
    expect(store.getByText('¥6,885')).toBeVisible()
    expect(store.getByText('4 members rose to a better stage')).toBeVisible()
    expect(store.getByText('1 member fell to a worse stage')).toBeVisible()
    expect(await violations()).toEqual([])
  })
})
