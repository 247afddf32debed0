import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { i18next } from '@/shared/i18n'
import { FakeServer } from '@/testing/FakeServer'
import { FakeTransport } from '@/testing/FakeTransport'
import { board, task } from '@/testing/examples'
import { App } from './App'
// The pages of these tests, there from the start: they are not about how fast a busy machine loads them.
import './BoardPage'
import './QueuePage'
import '@/features/members/MembersPage'

let server: FakeServer

vi.mock('@/live/signalrTransport', () => ({ signalrTransport: () => new FakeTransport() }))
vi.mock('@/features/board/FunnelChart', () => ({ default: () => null }))

beforeEach(async () => {
  await i18next.changeLanguage('en')
  server = new FakeServer()
  server.isSignedIn = true
  server.answers.set('GET /v1/chains/glow/board', [200, board(5, { asOf: '2026-02-01T08:00:00Z' })])
  server.answers.set('GET /v1/chains/glow/cohorts', [200, { chain: 'glow', store: null, asOf: '', timeZone: 'Asia/Shanghai', began: null, cohorts: [] }])
})

const at = () => new URLSearchParams(location.search).get('at')

describe('the past', () => {
  it('is gone to from any page, goes along to the next, and is left again', async () => {
    history.replaceState(null, '', '/?chain=glow')
    render(<App />)
    await userEvent.click(await screen.findByRole('button', { name: 'Look at the past' }))
    await userEvent.click(await screen.findByRole('button', { name: /One month earlier/ }))
    expect(at()).toMatch(/^2026-02-01T/)
    expect(await screen.findByRole('region', { name: 'The past' })).toBeVisible()
    await vi.waitFor(() => expect(server.calls.filter((call) => call.includes('/board?') && call.includes('at=2026-02-01'))).not.toEqual([]))
    await userEvent.click(screen.getByRole('link', { name: 'Care queue' }))
    expect(location.search).toContain('page=queue')
    expect(at()).toMatch(/^2026-02-01T/)
    await userEvent.click(screen.getByRole('button', { name: 'Back to now' }))
    expect(at()).toBeNull()
  })

  it('can only be looked at: nobody takes a task in it', async () => {
    server.tasks = [task('a')]
    history.replaceState(null, '', '/?chain=glow&page=queue&at=2026-02-01T08:00Z')
    render(<App />)
    expect(within(await screen.findByRole('region', { name: 'The past' })).getByText(/Nothing can be changed here/)).toBeVisible()
    await screen.findByText(/^li · North/)
    expect(screen.queryByRole('button', { name: /^Take it/ })).toBeNull()
  })

  it('is not shown by a page that keeps none, which says so', async () => {
    history.replaceState(null, '', '/?chain=glow&page=members&at=2026-02-01T08:00Z')
    render(<App />)
    expect(await screen.findByText('This page shows the present: the past is not kept for it.')).toBeVisible()
  })
})
