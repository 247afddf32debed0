import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LiveItem } from '@/api/types'
import { reportSignedOut } from '@/api/signedOut'
import { i18next } from '@/shared/i18n'
import { board, event, task } from '@/testing/examples'
import { FakeServer } from '@/testing/FakeServer'
import { FakeTransport } from '@/testing/FakeTransport'
import { App } from './App'

let server: FakeServer
let transport: FakeTransport

vi.mock('@/live/signalrTransport', () => ({ signalrTransport: () => transport }))
vi.mock('@/features/board/FunnelChart', () => ({ default: () => null }))

beforeEach(async () => {
  server = new FakeServer()
  transport = new FakeTransport()
  history.replaceState(null, '', '/anything?chain=glow')
  await i18next.changeLanguage('en')
})

async function openBoard(changes: Parameters<typeof board>[1] = {}) {
  server.isSignedIn = true
  render(<App />)
  await screen.findByRole('status', { name: 'Connection' })
  await tell({ position: 5, snapshot: { ...board(5, changes), recent: [event(5, 'purchase', { amount: 380, points: 380 })] } })
  await waitFor(() => {
    expect(screen.getByRole('main')).toBeVisible()
    expect(document.querySelector('main [aria-busy]')).toBeNull()
  })
}

async function tell(item: LiveItem) {
  await vi.waitFor(() => expect(transport.observer).toBeDefined())
  await act(async () => {
    transport.observer?.next(item)
    await new Promise(requestAnimationFrame)
  })
}

const violations = async () => (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations

describe('signing in', () => {
  it('says so when the key is not known, and opens the board with the right one', async () => {
    render(<App />)
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in with an access key' }))
    const key = screen.getByLabelText('Access key')
    await userEvent.type(key, 'wrong{Enter}')
    expect(await screen.findByText(/This key is not known/)).toBeVisible()
    expect(await violations()).toEqual([])
    await userEvent.clear(key)
    await userEvent.type(key, 'right{Enter}')
    expect(await screen.findByRole('combobox', { name: 'Chain' })).toHaveDisplayValue('Glow')
  })

  it('takes a name and a password, and asks for the second step where there is one', async () => {
    render(<App />)
    await userEvent.type(await screen.findByLabelText('Sign-in name'), 'mei')
    await userEvent.type(screen.getByLabelText('Password'), 'wrong{Enter}')
    expect(await screen.findByText(/Name or password is wrong/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Sign in through Glow office' })).toHaveAttribute('href', '/v1/session/oidc/office')
    await userEvent.clear(screen.getByLabelText('Password'))
    await userEvent.type(screen.getByLabelText('Password'), 'right, with a second step{Enter}')
    await userEvent.type(await screen.findByLabelText('One-time password'), '123456{Enter}')
    expect(await screen.findByRole('combobox', { name: 'Chain' })).toBeVisible()
  })

  it('lets who was invited choose a password', async () => {
    history.replaceState(null, '', '/?chain=glow#invite=good')
    render(<App />)
    expect(await screen.findByRole('heading', { name: 'Welcome, Mei' })).toBeVisible()
    expect(location.hash).toBe('')
    expect(await violations()).toEqual([])
    await userEvent.type(screen.getByLabelText('New password'), 'a long walk by the river')
    await userEvent.type(screen.getByLabelText('The same again'), 'another{Enter}')
    expect(await screen.findByText('The two passwords are not the same.')).toBeVisible()
    await userEvent.clear(screen.getByLabelText('The same again'))
    await userEvent.type(screen.getByLabelText('The same again'), 'a long walk by the river{Enter}')
    expect(await screen.findByRole('combobox', { name: 'Chain' })).toBeVisible()
  })

  it('says that an invitation is good no more, and that a provider knows nobody here', async () => {
    history.replaceState(null, '', '/#invite=used')
    render(<App />)
    expect(await screen.findByText(/already used or is too old, or a later one was made/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Go to signing in' }))
    expect(await screen.findByLabelText('Sign-in name')).toBeVisible()
  })

  it('leads to the own account, and out of everywhere', async () => {
    server.isSignedIn = true
    history.replaceState(null, '', '/?chain=glow&page=account')
    render(<App />)
    expect(await screen.findByText(/Firefox, Linux/)).toBeVisible()
    const second = screen.getByRole('region', { name: 'Second step' })
    await userEvent.type(within(second).getByLabelText('Password now'), 'right{Enter}')
    expect(await screen.findByRole('img', { name: 'The secret as a QR code' })).toBeVisible()
    expect(screen.getByText('ABCDEFGH')).toBeVisible()
    expect(await violations()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Sign out everywhere' }))
    expect(await screen.findByLabelText('Sign-in name')).toBeVisible()
  })

  it('needs nothing but the link', async () => {
    history.replaceState(null, '', '/?chain=glow#code=right')
    render(<App />)
    expect(await screen.findByRole('combobox', { name: 'Chain' })).toBeVisible()
    expect(location.hash).toBe('')
  })

  it('explains why a link no longer works', async () => {
    history.replaceState(null, '', '/#code=used')
    render(<App />)
    expect(await screen.findByText(/already used or is too old/)).toBeVisible()
  })

  it('is asked for again after any 401, and keeps the address', async () => {
    await openBoard()
    act(() => reportSignedOut())
    expect(await screen.findByLabelText('Sign-in name')).toBeVisible()
    expect(location.pathname + location.search).toBe('/anything?chain=glow')
  })
})

describe('the board', () => {
  it('shows stages, figures, flags and the feed, and is free of known accessibility faults', async () => {
    await openBoard()
    const row = screen.getByRole('row', { name: /Effective/ })
    expect(within(row).getByText('+3')).toBeVisible()
    expect(screen.getByText('¥1,234.50')).toBeVisible()
    expect(screen.getByText('22 members')).toBeVisible()
    expect(screen.getByText(/made a purchase of ¥380/)).toBeVisible()
    expect(screen.getByRole('status', { name: 'Connection' })).toHaveTextContent('Live')
    expect(await screen.findByText('simulated ×720')).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('follows what happens without asking for anything again', async () => {
    await openBoard()
    // What the day is compared with is asked for once.
    await vi.waitFor(() => expect(server.calls.filter((call) => call.includes('/board?at='))).toHaveLength(4))
    const fetched = vi.spyOn(globalThis, 'fetch')
    await tell({
      position: 6,
      events: [event(6, 'stage_changed', { from: 'new', to: 'dormant', code: 'no_visit_for', days: 90, reason: '' })],
      board: board(6, { today: { ...board(6).today, visits: 4321 } }),
    })
    expect(await screen.findByText('4,321')).toBeVisible()
    expect(await screen.findByText(/fell dormant: no visit for 90 days/)).toBeVisible()
    expect(fetched).not.toHaveBeenCalled()
  })

  it('keeps the feed still while it is paused, and says how much is waiting', async () => {
    await openBoard()
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }))
    await tell({ position: 6, events: [event(6, 'visit', { service: 'facial' })], board: board(6) })
    expect(screen.queryByText(/facial/)).toBeNull()
    await userEvent.click(await screen.findByRole('button', { name: '1 new event' }))
    expect(await screen.findByText(/facial/)).toBeVisible()
  })

  it('shows only the chosen kind of activity', async () => {
    await openBoard()
    await userEvent.click(screen.getByRole('radio', { name: 'Flags' }))
    expect(screen.queryByText(/made a purchase/)).toBeNull()
    expect(screen.getByText('Nothing of this kind lately.')).toBeVisible()
  })

  it('watches the store that is picked, and writes it into the address', async () => {
    await openBoard()
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Store' }), 'North')
    await vi.waitFor(() => expect(transport.watched.at(-1)).toEqual({ chain: 'glow', store: 'north', after: undefined }))
    expect(location.search).toBe('?chain=glow&store=north')
  })

  it('tells an empty chain how to begin', async () => {
    await openBoard({ stages: { potential: 0, new: 0, effective: 0, active: 0, loyal: 0, dormant: 0, lost: 0 } })
    expect(screen.getByRole('heading', { name: 'No members yet' })).toBeVisible()
    expect(screen.getByText(/chains\/glow\/events \\/, { selector: '[aria-label^="Send"] code' })).toBeVisible()
  })

  it('says that what it shows is old while it reconnects', async () => {
    await openBoard()
    act(() => transport.break())
    expect(screen.getByText(/from before the connection broke/)).toBeVisible()
    expect(screen.getByText(/Reconnecting in/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }))
    await tell({ position: 5, events: [], board: board(5) })
    expect(screen.getByRole('status', { name: 'Connection' })).toHaveTextContent('Live')
  })

  it('speaks Chinese as soon as it is asked to', async () => {
    await openBoard()
    await userEvent.click(screen.getByRole('button', { name: '中文' }))
    expect(screen.getByRole('row', { name: /有效/ })).toBeVisible()
    expect(document.documentElement.lang).toBe('zh-CN')
    expect(location.search).toBe('?chain=glow&lang=zh-CN')
  })
})

describe('the care queue', () => {
  const openQueue = async () => {
    server.tasks = [task('a'), task('b', { member: 'wang', dueAt: '2026-03-01T07:30:00Z', state: 'claimed', assignee: '王芳', escalated: true })]
    await openBoard()
    await userEvent.click(screen.getByRole('link', { name: 'Care queue' }))
    return screen.findByRole('list', { name: 'Care queue' })
  }
  const rowOf = async (member: string) => (await screen.findByText(new RegExp(`^${member} · North`))).closest('li') ?? document.body
  const desk = () => screen.getByRole('article')

  it('shows what is to be done, who has it and what is late, and is free of known accessibility faults', async () => {
    await openQueue()
    expect(within(await rowOf('li')).getByText('Nobody has it yet')).toBeVisible()
    expect(within(await rowOf('wang')).getByText('王芳 has it')).toBeVisible()
    expect(await within(await rowOf('wang')).findByText('overdue')).toBeVisible()
    expect(location.search).toBe('?chain=glow&page=queue')
    expect(screen.getByRole('link', { name: 'Care queue' })).toHaveAttribute('aria-current', 'page')
    expect(await violations()).toEqual([])
  })

  it('lets a task be taken and closed with what came of it, and brings up the next', async () => {
    await openQueue()
    server.tasks = [...server.tasks, task('c', { member: 'zhao', dueAt: '2026-03-01T11:00:00Z' })]
    await tell({ position: 6, events: [{ ...event(6, 'task_opened', { number: 1, kind: 'recall_call', dueAt: '2026-03-01T11:00:00Z' }), member: 'zhao' }], board: board(6) })
    await rowOf('zhao')
    await userEvent.click(within(await rowOf('li')).getByRole('button'))
    await userEvent.click(within(desk()).getByRole('button', { name: 'Take it' }))
    expect(await within(desk()).findByText('Care desk (you) has it')).toBeVisible()
    await userEvent.click(within(desk()).getByRole('button', { name: 'booked an appointment' }))
    await vi.waitFor(() => expect(screen.queryByText(/^li · North/)).toBeNull())
    expect(within(await rowOf('zhao')).getByRole('button')).toHaveAttribute('aria-current', 'true')
    expect(within(desk()).getByRole('button', { name: 'Take it' })).toBeVisible()
  })

  it('is worked through by keyboard', async () => {
    await openQueue()
    await rowOf('li')
    await userEvent.keyboard('j')
    expect(within(await rowOf('wang')).getByRole('button')).toHaveAttribute('aria-current', 'true')
    await userEvent.keyboard('{ArrowUp}')
    expect(within(await rowOf('li')).getByRole('button')).toHaveAttribute('aria-current', 'true')
    await userEvent.keyboard('c')
    expect(await within(desk()).findByText('Care desk (you) has it')).toBeVisible()
    await userEvent.keyboard('2')
    await vi.waitFor(() => expect(screen.queryByText(/^li · North/)).toBeNull())
    expect(server.calls.some((call) => call.startsWith('POST /v1/chains/glow/tasks/a/complete'))).toBe(true)
  })

  it('leaves the keys to whoever writes', async () => {
    await openQueue()
    await rowOf('li')
    await userEvent.type(screen.getByRole('searchbox', { name: /^Search task/ }), 'c')
    await userEvent.keyboard('{Escape}')
    expect(server.calls.some((call) => call.includes('/claim'))).toBe(false)
  })

  it('tells its keys when asked, and can do without them', async () => {
    await openQueue()
    await rowOf('li')
    await userEvent.keyboard('?')
    const dialog = await screen.findByRole('dialog', { name: 'Keys' })
    expect(await violations()).toEqual([])
    await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Use these keys' }))
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }))
    await userEvent.keyboard('jc')
    expect(server.calls.some((call) => call.includes('/claim'))).toBe(false)
    localStorage.clear()
  })

  it('takes a claim back when somebody else was faster, and says who', async () => {
    await openQueue()
    await userEvent.click(within(await rowOf('li')).getByRole('button'))
    server.tasks = server.tasks.map((each) => (each.id === 'a' ? { ...each, state: 'claimed', assignee: '小赵' } : each))
    await userEvent.click(within(desk()).getByRole('button', { name: 'Take it' }))
    expect(await screen.findByText(/小赵 was faster/)).toBeVisible()
    expect(await within(desk()).findByText('小赵 has it')).toBeVisible()
  })

  it('counts what cannot wait in the title of every page, until somebody takes it', async () => {
    await openBoard()
    expect(document.title).toBe('Live board · Engagement')
    await tell({ position: 6, events: [{ ...event(6, 'task_opened', { number: 1, kind: 'complaint', dueAt: '2026-03-01T08:15:00Z' }), member: 'li' }], board: board(6) })
    await waitFor(() => expect(document.title).toBe('(1) Live board · Engagement'))
    expect(screen.getByText('1 urgent task nobody has taken')).toBeInTheDocument()
    await tell({ position: 7, events: [{ ...event(7, 'task_claimed', { number: 1, by: '小赵' }), member: 'li' }], board: board(7) })
    await waitFor(() => expect(document.title).toBe('Live board · Engagement'))
  })

  it('asks again about those whose tasks changed, and about nobody else', async () => {
    await openQueue()
    await rowOf('li')
    server.tasks = server.tasks.map((each) => (each.id === 'a' ? { ...each, state: 'claimed', assignee: '小赵' } : each))
    const before = server.calls.length
    await tell({ position: 6, events: [{ ...event(6, 'task_claimed', { number: 1, by: '小赵' }), member: 'li' }], board: board(6) })
    expect(await within(await rowOf('li')).findByText('小赵 has it')).toBeVisible()
    const lists = server.calls.slice(before).filter((call) => call.startsWith('GET /v1/chains/glow/tasks?'))
    expect(lists).toHaveLength(1)
    expect(lists[0]).toContain('member=li')
  })

  it('says that there is nothing to do, and that it could not be loaded', async () => {
    server.isBroken = true
    await openBoard()
    await userEvent.click(screen.getByRole('link', { name: 'Care queue' }))
    expect(await screen.findByText(/^The server refused/)).toBeVisible()
    server.isBroken = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/^Nothing is to be done/)).toBeVisible()
  })
})
