import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, expect, it } from 'vitest'
import type { CommittedEvent } from '@/api/types'
import { i18next } from '@/shared/i18n'
import { Toasts } from '@/shared/ui/Toasts'
import { board, event } from '@/testing/examples'
import { FakeServer } from '@/testing/FakeServer'
import { renderInChain } from '@/testing/inChain'
import { li } from './memberExample'
import MemberPage from './MemberPage'

const path = '/v1/chains/glow/members/li'
const hers = (position: number, type: string, data: object = {}): CommittedEvent => ({ ...event(position, type, data as never), member: 'li' })

let server: FakeServer

beforeEach(async () => {
  server = new FakeServer()
  server.isSignedIn = true
  server.answers.set(`GET ${path}`, [200, li()])
  server.answers.set(`GET ${path}/timeline`, [200, { items: [hers(5, 'purchase', { amount: 380, points: 380 }), { ...hers(4, 'stage_changed', { from: 'new', to: 'dormant' }), at: '2026-02-25T08:00:00Z' }] }])
  server.answers.set(`GET ${path}/consents`, [200, { channels: [], history: [] }])
  server.answers.set(`GET ${path}/points`, [200, { points: li().points, lots: [], items: [{ position: 5, at: '2026-03-01T08:00:00Z', type: 'purchase', points: 380, balance: 1200, what: 'A-1', by: null, id: null }] }])
  server.answers.set(`GET ${path}/referrals`, [
    200,
    { code: 'ABC', reach: 2, depth: 2, branches: [{ member: 'wang', referrer: 'li', at: '2026-02-01T00:00:00Z', hasBought: true, depth: 1 }, { member: 'zhao', referrer: 'wang', at: '2026-02-02T00:00:00Z', hasBought: false, depth: 2 }] },
  ])
  server.answers.set('GET /v1/chains/glow/messages', [
    200,
    { items: [{ id: 'm1', member: 'li', store: 'north', playbook: 'dormancy', step: 0, template: 'recall_hello', channel: 'sms', state: 'moved', plannedAt: '2026-03-02T01:00:00Z', decisions: [{ at: '2026-03-01T13:30:00Z', what: 'moved', code: 'quiet_hours', why: 'Moved to 09:00: quiet hours.' }] }] },
  ])
  history.replaceState(null, '', '/?chain=glow&page=member&member=li')
  await i18next.changeLanguage('en')
})

const open = async (...more: Parameters<typeof renderInChain>[1][]) => {
  const shown = renderInChain(<><MemberPage /><Toasts /></>, ...more)
  await screen.findByRole('heading', { name: '李小红' })
  return shown
}
const violations = async () => (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations

it('says who she is, where she stands and what is due, and keeps her name out of title and address', async () => {
  await open()
  expect(screen.getByRole('region', { name: 'What is due' })).toHaveTextContent('Next step of “Dormancy”')
  expect(screen.getByText('¥73,000')).toBeVisible()
  expect(screen.getByText('laser')).toBeVisible()
  expect(document.title + location.href).not.toContain('李小红')
})

// So much is on it that a busy machine takes its time over looking.
it('is free of known accessibility faults', { timeout: 60_000 }, async () => {
  await open()
  expect(await violations()).toEqual([])
})

it('shows her cards, her tier with what is missing, and her points with their statement', async () => {
  await open()
  await userEvent.click(screen.getByRole('radio', { name: 'Cards & points' }))
  expect(location.search).toContain('tab=membership')
  expect(screen.getByRole('article', { name: 'Card C-6' })).toHaveTextContent('2 of 6 uses')
  expect(screen.getByRole('article', { name: 'Card C-7' })).toHaveTextContent('frozen since')
  expect(screen.getByText('3 more friends who buy')).toBeVisible()
  expect(await screen.findByText('Purchase · A-1')).toBeVisible()
  expect(await violations()).toEqual([])
})

it('shows her playbooks and why a message was moved, and the tree of those she brought', async () => {
  await open()
  await userEvent.click(screen.getByRole('radio', { name: 'Care & recall' }))
  expect(screen.getByText(/step 1 of 3/)).toBeVisible()
  await userEvent.click(await screen.findByText('1 decision, and why'))
  expect(screen.getByText(/quiet hours/)).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: 'Referrals' }))
  const wang = (await screen.findByRole('link', { name: 'wang' })).closest('li') ?? document.body
  expect(within(wang).getByRole('link', { name: 'zhao' })).toBeVisible()
  expect(await violations()).toEqual([])
})

it('takes what happens to her at once, and asks again only for what that concerns', async () => {
  history.replaceState(null, '', '/?chain=glow&page=member&member=li&tab=timeline')
  const { store } = await open()
  await screen.findByText(/made a purchase of ¥380/)
  act(() => store.take({ position: 5, snapshot: { ...board(5), recent: [] } }))
  await act(() => new Promise((settle) => setTimeout(settle, 450)))
  server.answers.set(`GET ${path}`, [200, li({ stage: 'new', stageSince: '2026-03-01T08:00:00Z', flags: [] })])
  const before = server.calls.length
  act(() => store.take({ position: 8, events: [hers(6, 'visit', { service: 'facial' }), hers(8, 'stage_changed', { from: 'dormant', to: 'new' }), { ...hers(7, 'visit', { service: 'nails' }), member: 'wang' }], board: board(8) }))
  expect(await screen.findByText(/came for facial/)).toBeVisible()
  expect(screen.queryByText(/nails/)).toBeNull()
  await waitFor(() => expect(screen.getByRole('region', { name: 'Her standing' })).toHaveTextContent('New'))
  expect(server.calls.slice(before).filter((call) => !call.startsWith(`GET ${path}?`))).toEqual([])
})

it('records a visit for who may: it stands there at once, and is taken back with the reason when it is refused', async () => {
  let told: unknown
  server.answers.set('POST /v1/chains/glow/events', (body) => {
    told = JSON.parse(body)
    return [200, { accepted: 0, duplicates: 0, rejected: [{ index: 0, id: 'x', code: 'not_your_store', detail: 'what you tell must have happened at a store of yours' }], position: 5 }]
  })
  await open()
  await userEvent.click(screen.getByRole('button', { name: 'Record' }))
  const dialog = screen.getByRole('dialog', { name: 'What happened?' })
  await userEvent.type(within(dialog).getByLabelText('Which service'), 'facial')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Record it' }))
  expect(await screen.findByText(/Visit: not recorded. This is about a store that is not yours/)).toBeVisible()
  expect(told).toMatchObject([{ type: 'visit', member: 'li', service: 'facial' }])
})

it('is shown as she was, and lets nobody change the past', async () => {
  history.replaceState(null, '', '/?chain=glow&page=member&member=li&at=2026-01-01T00:00:00Z')
  await open()
  expect(screen.getByText(/She is shown as she was on/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Record' })).toBeNull()
  expect(server.calls.some((call) => call.startsWith(`GET ${path}?`) && call.includes('at=2026-01-01'))).toBe(true)
  expect(server.calls.some((call) => call.startsWith(`GET ${path}/timeline?`) && call.includes('before=2026-01-01'))).toBe(true)
})

it('offers only what the reader may do', async () => {
  await open({ session: { id: 'a2', name: 'Lan', role: 'care_staff', chain: 'glow', stores: ['north'], rights: { see_members: 'own_stores', record_acts: 'own_stores' }, hasAccount: true } })
  expect(screen.getByRole('button', { name: 'Record' })).toBeVisible()
  for (const name of ['Edit profile', 'Export', 'Never contact', 'Erase']) expect(screen.queryByRole('button', { name })).toBeNull()
})

it('forgets nobody by a slip: her id has to be typed', async () => {
  let asked = 0
  server.answers.set(`POST ${path}/erasure`, () => {
    asked++
    return [202, { member: 'li', state: 'under_way', steps: [], askedAt: '2026-03-01T08:00:00Z', by: 'a1', reason: 'member_request', doneAt: null }]
  })
  await open()
  await userEvent.click(screen.getByRole('button', { name: 'Erase' }))
  const dialog = screen.getByRole('dialog', { name: 'Forget her for ever?' })
  const button = within(dialog).getByRole('button', { name: 'Erase for ever' })
  expect(button).toBeDisabled()
  await userEvent.type(within(dialog).getByLabelText(/Type her id/), 'li')
  await userEvent.click(button)
  await waitFor(() => expect(asked).toBe(1))
})

it('is a sheet of paper with who she is, what she holds, what is due and when she came', async () => {
  history.replaceState(null, '', '/?chain=glow&page=member&member=li&tab=sheet')
  await open()
  const sheet = screen.getByRole('article', { name: 'Member sheet li' })
  expect(sheet).toHaveTextContent('Important, to keep')
  expect(sheet).toHaveTextContent('Annual · 2 of 6 uses')
  expect(await within(sheet).findByRole('row', { name: /made a purchase of ¥380/ })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Print' })).toBeVisible()
})

it('says that nobody of that name is known, and leads back to the list', async () => {
  server.answers.set(`GET ${path}`, [404, { code: 'unknown_member', detail: 'There is no such member.' }])
  renderInChain(<MemberPage />)
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no member “li”')
  expect(screen.getByRole('link', { name: 'To the list of members' })).toHaveAttribute('href', expect.stringContaining('page=members'))
})
