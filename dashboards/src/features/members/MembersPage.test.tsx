import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, expect, it, vi } from 'vitest'
import { i18next } from '@/shared/i18n'
import { FakeServer } from '@/testing/FakeServer'
import { renderInChain } from '@/testing/inChain'
import MembersPage from './MembersPage'

const search = 'POST /v1/chains/glow/members/search'
const row = (id: string, name: string, more = {}) => ({
  id,
  store: 'north',
  stage: 'dormant',
  stageSince: '2026-02-01T08:00:00Z',
  flags: ['slipping'],
  nextDueAt: '2026-03-05T08:00:00Z',
  profile: { name, phone: '138****5678', email: null, masked: true },
  ...more,
})

let server: FakeServer
let asked: Record<string, unknown>[]

beforeEach(async () => {
  server = new FakeServer()
  server.isSignedIn = true
  asked = []
  server.answers.set(search, (body) => {
    const sought = JSON.parse(body) as Record<string, unknown>
    asked.push(sought)
    const found = [row('li', '李**'), row('wang', '王**')].filter(({ id }) => typeof sought.q !== 'string' || id.startsWith(sought.q))
    return [200, { items: found }]
  })
  history.replaceState(null, '', '/?chain=glow&page=members')
  await i18next.changeLanguage('en')
  // What is in sight is drawn: give it a sight to be in.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000)
})

it('shows who there is, as far as the reader may know, and is free of known accessibility faults', async () => {
  renderInChain(<MembersPage />)
  const li = (await screen.findByRole('link', { name: '李**' })).closest<HTMLElement>('[role=row]') ?? document.body
  expect(li).toHaveTextContent('138****5678')
  expect(within(li).getByText('Dormant')).toBeVisible()
  expect(within(li).getByText('Slipping')).toBeVisible()
  expect(within(li).getByText('North')).toBeVisible()
  expect(screen.getByText('2 members')).toBeVisible()
  expect((await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([])
})

it('looks for words once they stand still, and keeps them out of every address', async () => {
  renderInChain(<MembersPage />)
  await screen.findByRole('link', { name: '李**' })
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search members' }), 'wang')
  await waitFor(() => expect(screen.queryByRole('link', { name: '李**' })).toBeNull())
  expect(asked.at(-1)).toMatchObject({ q: 'wang' })
  expect(location.href).not.toContain('wang')
  expect(server.calls.join()).not.toContain('wang')
})

it('is narrowed by what the address says, a cell of the RFM grid too', async () => {
  history.replaceState(null, '', '/?chain=glow&page=members&stage=dormant&r=5&f=1&m=9')
  renderInChain(<MembersPage />)
  await screen.findByRole('link', { name: '李**' })
  expect(asked.at(-1)).toMatchObject({ stage: 'dormant', r: 5, f: 1 })
  expect(asked.at(-1)).not.toHaveProperty('m')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Attention' }), 'Slipping')
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ flag: 'slipping', stage: 'dormant' }))
  expect(location.search).toContain('flag=slipping')
})

it('is gone through with arrow keys, and Enter opens a member', async () => {
  renderInChain(<MembersPage />)
  await screen.findByRole('link', { name: '王**' })
  const grid = screen.getByRole('grid', { name: 'Members' })
  grid.focus()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(location.search).toContain('page=member&member=wang')
})

it('says what to do when nobody is like that', async () => {
  server.answers.set(search, [200, { items: [] }])
  history.replaceState(null, '', '/?chain=glow&page=members&stage=lost')
  renderInChain(<MembersPage />)
  expect(await screen.findByText(/Nobody is like that. Take away a filter/)).toBeVisible()
})

it('counts a segment while it is being made, and keeps it under a name of its own', async () => {
  server.answers.set('GET /v1/chains/glow/segments', [200, { items: [] }])
  server.answers.set('GET /v1/chains/glow/policy', [200, { tiers: { ladder: [{ name: 'pro' }] }, cards: { kinds: {} } }])
  server.answers.set('POST /v1/chains/glow/segments/count', (body) => [200, { count: body === '{"segment":{"stages":["lost"]}}' ? 7 : 70, byStore: [], asOf: '2026-03-01T08:00:00Z' }])
  let kept: unknown
  server.answers.set('PUT /v1/chains/glow/segments/lost_ones', (body) => {
    kept = JSON.parse(body)
    return [201, { name: 'lost_ones', title: 'Lost ones', segment: {}, usedBy: [] }]
  })
  renderInChain(<MembersPage />)
  await userEvent.click(screen.getByRole('button', { name: 'New segment' }))
  const dialog = screen.getByRole('dialog', { name: 'A new segment' })
  expect(await within(dialog).findByText('70 members are in it now')).toBeVisible()
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Lost' }))
  expect(await within(dialog).findByText('7 members are in it now')).toBeVisible()
  await userEvent.type(within(dialog).getByLabelText('What it is called'), 'Lost ones')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save the segment' }))
  await waitFor(() => expect(location.search).toContain('segment=lost_ones'))
  expect(kept).toEqual({ title: 'Lost ones', segment: { stages: ['lost'] } })
})

it('tells who may not see members that they are not hers to see', () => {
  renderInChain(<MembersPage />, { session: { id: 'a2', name: 'Guest', role: 'integrator', chain: 'glow', stores: [], rights: {}, hasAccount: false } })
  expect(screen.getByText(/Members are not part of what your role shows/)).toBeVisible()
})
