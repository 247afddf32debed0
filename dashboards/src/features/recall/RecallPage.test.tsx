import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Message, RecallFigures } from '@/api/types'
import { ClockContext } from '@/shared/clock/ClockContext'
import type { ChainView } from '@/shared/chain/ChainContext'
import { i18next } from '@/shared/i18n'
import { FakeServer } from '@/testing/FakeServer'
import { renderInChain } from '@/testing/inChain'
import { playbook, playbookFigures } from './examples'
import RecallPage from './RecallPage'

let server: FakeServer

const clock = { shown: Date.parse('2026-03-05T12:00:00Z'), when: 0, speed: 1 }
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
    <ClockContext value={clock}>
      <RecallPage />
    </ClockContext>,
    changes,
  )
const violations = async () => (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations
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
