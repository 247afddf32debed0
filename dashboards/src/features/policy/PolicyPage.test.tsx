import { configure, screen, waitFor, within } from '@testing-library/react'
import { userEvent as everyUser } from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChainView } from '@/shared/chain/ChainContext'
import { i18next } from '@/shared/i18n'
import { FakeServer } from '@/testing/FakeServer'
import { renderInChain } from '@/testing/inChain'
import PolicyPage from './PolicyPage'
import { getIn, setIn, type JsonObject } from './document/json'
import { drafts, runs } from './draft/drafts'
import { policy, schema } from './examples'

// A form of many fields: whether each is in sight is not worked out at every look.
configure({ defaultHidden: true })
// A busy machine is slow, and this is the longest form there is.
vi.setConfig({ testTimeout: 60_000 })
const userEvent = everyUser.setup({ delay: null, pointerEventsCheck: 0 })

let server: FakeServer
let inForce: JsonObject
let version: number
let put: JsonObject | undefined

vi.mock('@/shared/chart/Chart', () => ({ Chart: ({ label }: { label: string }) => <p>{label}</p> }))

const chain = '/v1/chains/glow/policy'
const north = '/v1/chains/glow/stores/north/policy'

beforeEach(async () => {
  server = new FakeServer()
  server.isSignedIn = true
  inForce = policy
  version = 1
  put = undefined
  history.replaceState(null, '', '/?chain=glow&page=policy')
  for (const kept of [drafts, runs]) kept.set('a1/glow/', undefined)
  drafts.set('a1/glow/north', undefined)
  server.answers.set('GET /v1/policy/schema', [200, schema])
  server.answers.set(`GET ${chain}`, () => [200, inForce, { ETag: `"${version}"` }])
  server.answers.set(`PUT ${chain}`, (body) => {
    put = JSON.parse(body) as JsonObject
    inForce = put
    version++
    return [200, put, { ETag: `"${version}"` }]
  })
  await i18next.changeLanguage('en')
})

const open = async (changes: Partial<ChainView> = {}) => {
  const shown = renderInChain(<PolicyPage />, changes)
  await screen.findByRole('navigation', { name: 'Parts of the policy' })
  return shown
}
const write = async (label: string, value: string) => {
  const field = screen.getByLabelText(label)
  await userEvent.clear(field)
  await userEvent.type(field, value)
}
// By what they are called, without working out the names of all the others in so long a form.
const buttonIn = (place: ParentNode, name: string | RegExp) => {
  const found = [...place.querySelectorAll('button')].find((button) => {
    const said = button.getAttribute('aria-label') ?? button.textContent
    return typeof name === 'string' ? said === name : name.test(said)
  })
  if (!found) throw new Error(`There is no button ${name.toString()}.`)
  return found
}
const choose = (name: string | RegExp) => userEvent.click(buttonIn(document, name))
const chooseInDialog = (name: string) => userEvent.click(buttonIn(screen.getByRole('dialog'), name))
const tab = (name: RegExp) => userEvent.click(screen.getByRole('radio', { name }))
const violations = async () => (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations
const publish = async () => {
  await choose('Review and publish')
  await choose('Publish')
  await chooseInDialog('Publish')
}

describe('the rules of a chain', () => {
  it('are read as sentences with figures and units, and are free of known accessibility faults', async () => {
    await open()
    const dormant = screen.getByText('Dormant').closest('li')
    expect(dormant).toHaveTextContent('no purchase or visit for days')
    expect(screen.getByLabelText('Dormant: Dormant after')).toHaveValue('90')
    expect(await violations()).toEqual([])
  })

  it('hold what no dictionary knows yet under the schema’s own title', async () => {
    await open()
    await choose('Other rules')
    expect(screen.getByRole('switch', { name: 'A rule of a later day' })).toBeChecked()
  })

  it('are found by a word, which stays out of the address', async () => {
    await open()
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search the rules' }), 'sign-in')
    expect(await screen.findByLabelText('Daily sign-in')).toHaveValue('1')
    expect(location.search).not.toContain('sign')
  })

  it('say at once when a figure is out of bounds', async () => {
    await open()
    await write('Dormant: Dormant after', '9999')
    expect(screen.getByText('Between 1 and 730.')).toBeVisible()
    expect(screen.getByLabelText('Dormant: Dormant after')).toBeInvalid()
  })
})

describe('a draft', () => {
  it('is told as what was and what becomes, and published with a word on why', async () => {
    await open()
    await write('Dormant: Dormant after', '60')
    await choose('Review and publish')
    expect(screen.getByText('90 days')).toBeVisible()
    expect(screen.getByText('60 days')).toBeVisible()
    await choose('Publish')
    await userEvent.type(screen.getByLabelText(/^Why\?/), 'Sooner is better')
    await chooseInDialog('Publish')
    await waitFor(() => expect(put).toBeDefined())
    expect(getIn(put, ['stages', 'dormantAfterDays'])).toBe(60)
    // What the server leaves out is sent back as empty, lest it become its default again.
    expect(put?.retention).toEqual({ freeTextMonths: null })
    expect(server.calls).toContainEqual(`PUT ${chain}?note=Sooner%20is%20better`)
    expect(await screen.findByText(/^Nothing is being changed/)).toBeVisible()
  })

  it('is kept while the reader is on another page, and gone only when she says so', async () => {
    const first = await open()
    await write('Dormant: Dormant after', '60')
    first.unmount()
    await open()
    expect(screen.getByLabelText('Dormant: Dormant after')).toHaveValue('60')
    await choose('Discard all')
    await chooseInDialog('Discard all')
    expect(screen.getByLabelText('Dormant: Dormant after')).toHaveValue('90')
    expect(screen.queryByText('1 change not published yet')).toBeNull()
  })

  it('has what the server has against it at its fields', async () => {
    server.answers.set(`PUT ${chain}`, [400, { code: 'invalid_policy', faults: [{ field: 'stages.lostAfterDays', why: 'must be more than stages.dormantAfterDays' }] }])
    await open()
    await write('Lost: Lost after', '50')
    await publish()
    expect(await screen.findByText(/^The server refused the draft/)).toBeVisible()
    await choose('Mend: Lifecycle stages › Lost after')
    expect(screen.getByText('must be more than the days until she is dormant')).toBeVisible()
    expect(screen.getByLabelText('Lost: Lost after')).toBeInvalid()
  })

  it('is put on top of what somebody else published meanwhile, after showing it', async () => {
    await open()
    await write('Dormant: Dormant after', '60')
    server.answers.set(`PUT ${chain}`, () => {
      inForce = setIn(inForce, ['points', 'signIn'], 7) as JsonObject
      version = 2
      server.answers.delete(`PUT ${chain}`)
      return [412, { code: 'version_conflict' }]
    })
    await publish()
    expect(await screen.findByRole('heading', { name: 'Somebody else has published meanwhile' })).toBeVisible()
    expect(screen.getByText('7 points')).toBeVisible()
    await choose('Keep my changes on top of theirs')
    expect(screen.getByText('60 days')).toBeVisible()
    expect(screen.queryByText('7 points')).toBeNull()
    expect(buttonIn(document, 'Publish')).toBeEnabled()
  })

  it('that locks what stores differ in names them, and takes it back only when told to', async () => {
    server.answers.set(`PUT ${chain}`, (body, query) => {
      if (query.get('dropOverrides') !== 'true') return [409, { code: 'overridden_by_stores', overrides: [{ store: 'north', field: 'stages.dormantAfterDays' }] }]
      put = JSON.parse(body) as JsonObject
      return [200, put]
    })
    await open()
    await choose('No store may change: Dormant')
    await publish()
    expect(await screen.findByText('North')).toBeVisible()
    expect(put).toBeUndefined()
    await choose('Take these back and publish')
    await waitFor(() => expect(put?.locked).toEqual(['stages.dormantAfterDays']))
  })
})

describe('a trial', () => {
  const figures = { draft: { 'stages.dormant': 12 }, baseline: { 'stages.dormant': 10 }, difference: { 'stages.dormant': 2 } }
  const report = {
    baseline: 'present', from: '2026-02-01', to: '2026-03-02', asOf: '2026-03-02T00:00:00Z', position: 9, events: 900, members: 40, refused: 0, noLongerApply: 1,
    totals: figures,
    differing: {
      members: 2, stage: 2, tier: 0, points: 0,
      examples: [{ member: 'li', draft: { stage: 'dormant', tier: null, points: 5 }, baseline: { stage: 'new', tier: null, points: 5 } }],
    },
    days: [{ day: '2026-03-02', figures }],
  }
  const run = (state: string, done: number) => ({ id: 'r1', state, startedAt: '2026-03-02T00:00:00Z', progress: { done, of: 900 }, report: state === 'done' ? report : null })

  it('is followed to its end, and names who would stand elsewhere', async () => {
    server.answers.set(`POST ${chain}/simulate`, [202, run('running', 0)])
    server.answers.set('GET /v1/chains/glow/policy/simulations/r1', [200, run('running', 300)])
    await open()
    await tab(/^Draft/)
    await choose('Try it out')
    expect(await screen.findByText('300 of 900 events replayed')).toBeVisible()
    server.answers.set('GET /v1/chains/glow/policy/simulations/r1', [200, run('done', 900)])
    expect(await screen.findByText('Would stand elsewhere', undefined, { timeout: 30_000 })).toBeVisible()
    expect(screen.getByRole('link', { name: 'li' })).toHaveAttribute('href', expect.stringContaining('member=li'))
    expect(screen.getByText('Dormant: members, day by day from Feb 1, 2026 to Mar 2, 2026, with the draft and without')).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('can be ended', async () => {
    server.answers.set(`POST ${chain}/simulate`, [202, run('running', 0)])
    server.answers.set('GET /v1/chains/glow/policy/simulations/r1', [200, run('running', 300)])
    server.answers.set('DELETE /v1/chains/glow/policy/simulations/r1', () => {
      server.answers.set('GET /v1/chains/glow/policy/simulations/r1', [200, run('cancelled', 300)])
      return [204]
    })
    await open()
    await tab(/^Draft/)
    await choose('Try it out')
    await userEvent.click(await screen.findByRole('button', { name: 'End it' }))
    expect(await screen.findByText('The trial was ended before it was done.')).toBeVisible()
  })
})

describe('versions', () => {
  it('say who changed what and why, and one is put back after a last look', async () => {
    const changes = [{ path: 'points.signIn', from: 1, to: 3 }]
    const latest = { version: 2, at: '2026-03-01T07:00:00Z', by: 'mei', note: 'For spring', changes }
    server.answers.set(`GET ${chain}/versions`, [200, { items: [latest, { version: 1, at: null, by: null, note: null, changes: [] }] }])
    server.answers.set(`GET ${chain}/versions/1`, [200, { version: 1, at: null, by: null, note: null, changes: [], document: policy }])
    server.answers.set(`POST ${chain}/versions/1/restore`, [200, policy])
    inForce = setIn(policy, ['points', 'signIn'], 3) as JsonObject
    await open()
    await tab(/^Versions/)
    expect(await screen.findByText('For spring')).toBeVisible()
    await choose('Look at: Version 1')
    await userEvent.click(await screen.findByRole('button', { name: 'Put it back' }))
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByText('3 points')).toBeVisible()
    expect(await violations()).toEqual([])
    await chooseInDialog('Put it back')
    await waitFor(() => expect(server.calls).toContain(`POST ${chain}/versions/1/restore`))
  })
})

describe('a store', () => {
  const own = { points: { signIn: 3 } }
  beforeEach(() => {
    const locked = { ...policy, locked: ['stages.dormantAfterDays'] }
    server.answers.set(`GET ${north}/overrides`, [200, own, { ETag: '"1"' }])
    server.answers.set(`GET ${north}`, [200, setIn(locked, ['points', 'signIn'], 3)])
    server.answers.set(`GET ${north}/fields`, [200, { store: 'north', fields: [{ path: 'points.signIn', value: 3, source: 'store', locked: false, inherited: 1 }] }])
    server.answers.set(`PUT ${north}`, (body) => {
      put = JSON.parse(body) as JsonObject
      return [200, policy]
    })
  })

  it('shows what is its own, what is as the chain, and what the chain has locked', async () => {
    await open({ store: 'north' })
    expect(screen.getByLabelText('Dormant: Dormant after')).toBeDisabled()
    expect(screen.getByText('locked by the chain')).toBeVisible()
    await choose(/^Points/)
    expect(screen.getByLabelText('Daily sign-in')).toHaveValue('3')
    expect(screen.getAllByText('own value').length).toBeGreaterThan(0)
    expect(screen.getByLabelText('Set for this store: For each 1 spent')).toBeVisible()
  })

  it('goes back to the chain’s, and only what differs is sent', async () => {
    await open({ store: 'north' })
    await choose(/^Points/)
    await choose('Back to the chain’s: Daily sign-in')
    expect(screen.getByLabelText('Daily sign-in')).toHaveValue('1')
    await write('For each 1 spent', '2')
    await publish()
    await waitFor(() => expect(put).toEqual({ points: { perCurrencyUnit: 2 } }))
  })
})

describe('somebody who may only look', () => {
  const rights = { see_policy: 'own_chain', see_board: 'own_chain' }
  const session = { id: 'a1', name: 'Mei', role: 'read_only', chain: 'glow', stores: [], rights, hasAccount: true } as ChainView['session']

  it('reads the rules, and is offered nothing that would be refused', async () => {
    await open({ session })
    expect(screen.getByText('You may read these rules but not change them.')).toBeVisible()
    expect(screen.getByLabelText('Dormant: Dormant after')).toBeDisabled()
    expect(screen.queryByLabelText(/No store may change/)).toBeNull()
    expect(screen.queryByRole('radio', { name: /Draft/ })).toBeNull()
  })

  it('is told so where the rules are not hers to see', async () => {
    renderInChain(<PolicyPage />, { session: { ...session, rights: {} } })
    expect(await screen.findByText(/^You may not see these rules/)).toBeVisible()
  })
})
