import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { i18next } from '@/shared/i18n'
import { FakeServer } from '@/testing/FakeServer'
import { renderInChain } from '@/testing/inChain'
import { violations } from '@/testing/violations'
import CampaignsPage from './CampaignsPage'
import { campaign } from './examples'

let server: FakeServer

const messages = { planned: 0, moved: 1, sent: 40, delivered: 38, failed: 2, cancelled: 0 }
const run = { zone: 'Asia/Shanghai', origin: 'scheduled', state: 'done', matched: 44, reached: 42, refused: 2, startedAt: '2026-03-02T02:00:00Z' }
const preview = {
  count: 44,
  byStore: [{ store: 'north', count: 44 }],
  sample: [{ member: 'M-1', store: 'north', stage: 'dormant', text: '好久不见' }],
  nextRuns: [{ zone: 'Asia/Shanghai', at: '2026-03-09T02:00:00Z' }],
}
const path = '/v1/chains/glow/campaigns'

beforeEach(async () => {
  server = new FakeServer()
  server.isSignedIn = true
  history.replaceState(null, '', '/?chain=glow&page=campaigns')
  const nps = campaign('nps', { title: 'Quarterly NPS', builtIn: true, schedule: { cron: '0 0 10 1 1,4,7,10 ?', at: null } })
  server.answers.set(`GET ${path}`, [200, { items: [nps, campaign('spring')] }])
  server.answers.set(`GET ${path}/spring`, [200, campaign('spring')])
  server.answers.set(`GET ${path}/spring/runs`, [200, { items: [{ ...run, occurrence: '2026-03-02T02:00:00Z' }], messages }])
  server.answers.set(`GET ${path}/nps/runs`, [200, { items: [], messages }])
  server.answers.set(`GET ${path}/spring/preview`, [200, preview])
  server.answers.set(`POST ${path}/preview`, [200, preview])
  server.answers.set(`POST ${path}/spring/pause`, [200, campaign('spring', { paused: true })])
  server.answers.set(`POST ${path}/spring/run`, [202, { items: [] }])
  server.answers.set('GET /v1/chains/glow/recall', [200, { playbooks: [], campaigns: [] }])
  server.answers.set('GET /v1/chains/glow/messages', [200, { items: [] }])
  server.answers.set('GET /v1/chains/glow/segments', [200, { items: [{ name: 'vips', title: 'Quiet VIPs', segment: { tags: { all: ['vip'] } }, usedBy: [] }] }])
  server.answers.set('GET /v1/chains/glow/channels', [200, { items: [{ name: 'sms', kind: 'gateway' }] }])
  server.answers.set('GET /v1/chains/glow/policy', [
    200,
    { recall: { templates: { dormant_hello: { en: 'We miss you.', zhCn: '想念您' }, dormant_offer: { en: 'For you: {{offer}}', zhCn: '给您：{{offer}}' } } } },
  ])
  server.answers.set('POST /v1/chains/glow/templates/preview', (body) => [200, { text: body.includes('"en"') ? 'We miss you.' : '想念您', html: '' }])
  await i18next.changeLanguage('en')
})


describe('the list of campaigns', () => {
  it('says when each goes and what became of it, and is free of known accessibility faults', async () => {
    renderInChain(<CampaignsPage />)
    const row = within(await screen.findByRole('row', { name: /Spring/ }))
    expect(row.getByText('Every Monday at 10:00')).toBeVisible()
    expect(await row.findByText('38')).toBeVisible()
    expect(screen.getByText('On day 1 of Jan, Apr, Jul, and Oct at 10:00')).toBeVisible()
    expect(screen.getByText('came with the program')).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('offers who may only look no button that would be refused', async () => {
    const rights = { see_campaigns: 'own_chain', see_members: 'own_stores' }
    const session = { id: 'm', name: 'Lan', role: 'store_manager', chain: 'glow', stores: ['north'], rights, hasAccount: true }
    renderInChain(<CampaignsPage />, { session })
    await userEvent.click(await screen.findByRole('link', { name: 'Spring' }))
    expect(await screen.findByText('Stage: Dormant')).toBeVisible()
    expect(screen.queryByRole('button', { name: /Run now|Pause|Change|New campaign/ })).toBeNull()
    expect(server.calls.filter((call) => call.includes('preview') || call.includes('policy'))).toEqual([])
  })
})

describe('a campaign', () => {
  const open = () => {
    history.replaceState(null, '', '/?chain=glow&page=campaigns&campaign=spring')
    renderInChain(<CampaignsPage />)
    return screen.findByRole('button', { name: 'Run now' })
  }

  it('says whom it reaches and when, by the clocks of each zone', async () => {
    await open()
    expect(await screen.findByText('44 members are in it now')).toBeVisible()
    expect(within(screen.getByRole('list', { name: 'Next runs' })).getByText(/Mar 9, 2026 10:00/)).toBeVisible()
    expect(await screen.findByText('by its schedule')).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('goes at once only after it was asked whether it should', async () => {
    await userEvent.click(await open())
    const dialog = within(screen.getByRole('dialog', { name: 'Run “Spring” now?' }))
    expect(dialog.getByText(/cannot be taken back/)).toBeVisible()
    expect(server.calls.some((call) => call.endsWith('/spring/run'))).toBe(false)
    await userEvent.click(dialog.getByRole('button', { name: 'Run now' }))
    await vi.waitFor(() => expect(server.calls.filter((call) => call === `POST ${path}/spring/run`)).toHaveLength(1))
  })

  it('that cannot be paused after all goes on, and the page says so', async () => {
    server.answers.set(`POST ${path}/spring/pause`, [404, { code: 'unknown_campaign' }])
    await open()
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }))
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Pause' }))
    await vi.waitFor(() => expect(server.calls.some((call) => call.endsWith('/pause'))).toBe(true))
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeVisible()
  })
})

describe('writing a campaign', () => {
  it('is begun with whom it reaches and its text in both languages beside it', async () => {
    history.replaceState(null, '', '/?chain=glow&page=campaigns&view=new')
    renderInChain(<CampaignsPage />)
    const beside = within(await screen.findByRole('complementary', { name: 'What would come of it' }))
    expect(await beside.findByText('44 members are in it now')).toBeVisible()
    expect(await beside.findByText('想念您')).toBeVisible()
    expect(await beside.findByText('We miss you.')).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('puts what was chosen, under a name made of its title', async () => {
    let put = ''
    server.answers.set(`PUT ${path}/spring_care`, (body) => {
      put = body
      return [201, campaign('spring_care', { title: 'Spring care' })]
    })
    server.answers.set(`GET ${path}/spring_care`, [200, campaign('spring_care')])
    history.replaceState(null, '', '/?chain=glow&page=campaigns&view=new')
    renderInChain(<CampaignsPage />)
    await userEvent.type(await screen.findByLabelText('Title'), 'Spring care')
    expect(screen.getByLabelText('Name')).toHaveValue('spring_care')
    await userEvent.click(screen.getByRole('radio', { name: 'A kept segment' }))
    await userEvent.selectOptions(await screen.findByLabelText('Segment'), 'Quiet VIPs')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Fri' }))
    await userEvent.click(screen.getByRole('button', { name: 'Save the campaign' }))
    await vi.waitFor(() => expect(location.search).toBe('?chain=glow&page=campaigns&campaign=spring_care'))
    expect(JSON.parse(put)).toMatchObject({ title: 'Spring care', segmentName: 'vips', schedule: { cron: '0 0 10 ? * MON,FRI' } })
  })

  it('asks for whatever a segment can ask for', async () => {
    let put = ''
    server.answers.set(`PUT ${path}/spring_care`, (body) => {
      put = body
      return [201, campaign('spring_care', { title: 'Spring care' })]
    })
    server.answers.set(`GET ${path}/spring_care`, [200, campaign('spring_care')])
    history.replaceState(null, '', '/?chain=glow&page=campaigns&view=new')
    renderInChain(<CampaignsPage />)
    await userEvent.type(await screen.findByLabelText('Title'), 'Spring care')
    await userEvent.click(await screen.findByText('Tier, points, cards'))
    await userEvent.type(within(screen.getByRole('group', { name: 'Points to spend' })).getByLabelText('from'), '100')
    await userEvent.click(screen.getByRole('button', { name: 'Save the campaign' }))
    await vi.waitFor(() => expect(put).not.toBe(''))
    expect(JSON.parse(put)).toMatchObject({ segment: { stages: ['dormant'], points: { from: 100 } } })
  })

  it('says at its field what is missing, and what the server found wrong', async () => {
    server.answers.set(`PUT ${path}/spring_care`, [
      400,
      { code: 'invalid_campaign', detail: '…', faults: [{ field: 'holdoutPercent', why: 'must be between 0 and 100, not 300' }] },
    ])
    history.replaceState(null, '', '/?chain=glow&page=campaigns&view=new')
    renderInChain(<CampaignsPage />)
    const title = await screen.findByLabelText('Title')
    await userEvent.click(screen.getByRole('button', { name: 'Save the campaign' }))
    expect(title).toHaveAccessibleDescription('Give it a title.')
    expect(title).toHaveFocus()
    expect(server.calls.some((call) => call.startsWith('PUT'))).toBe(false)
    await userEvent.type(title, 'Spring care')
    await userEvent.click(screen.getByRole('button', { name: 'Save the campaign' }))
    expect(await screen.findByText('must be between 0 and 100')).toBeVisible()
    expect(screen.getByLabelText('Left alone, in %')).toHaveAttribute('aria-invalid', 'true')
  })

  it('does not take the name of a campaign that is there', async () => {
    history.replaceState(null, '', '/?chain=glow&page=campaigns&view=new')
    renderInChain(<CampaignsPage />)
    await userEvent.type(await screen.findByLabelText('Title'), 'Spring')
    await userEvent.click(screen.getByRole('button', { name: 'Save the campaign' }))
    expect(await screen.findByText('There is a campaign of this name already.')).toBeVisible()
  })
})
