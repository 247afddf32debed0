import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { board, event, task } from '@/testing/examples'
import { violations } from '@/testing/violations'
import { begin, openBoard, tell, world } from './testing/wholeApp'

vi.mock('@/live/signalrTransport', () => ({ signalrTransport: () => world.transport }))
vi.mock('@/features/board/FunnelChart', () => ({ default: () => null }))

beforeEach(begin)

describe('the care queue', () => {
  const openQueue = async () => {
    world.server.tasks = [task('a'), task('b', { member: 'wang', dueAt: '2026-03-01T07:30:00Z', state: 'claimed', assignee: '王芳', escalated: true })]
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
    world.server.tasks = [...world.server.tasks, task('c', { member: 'zhao', dueAt: '2026-03-01T11:00:00Z' })]
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
    expect(world.server.calls.some((call) => call.startsWith('POST /v1/chains/glow/tasks/a/complete'))).toBe(true)
  })

  it('leaves the keys to whoever writes', async () => {
    await openQueue()
    await rowOf('li')
    await userEvent.type(screen.getByRole('searchbox', { name: /^Search task/ }), 'c')
    await userEvent.keyboard('{Escape}')
    expect(world.server.calls.some((call) => call.includes('/claim'))).toBe(false)
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
    expect(world.server.calls.some((call) => call.includes('/claim'))).toBe(false)
    localStorage.clear()
  })

  it('takes a claim back when somebody else was faster, and says who', async () => {
    await openQueue()
    await userEvent.click(within(await rowOf('li')).getByRole('button'))
    world.server.tasks = world.server.tasks.map((each) => (each.id === 'a' ? { ...each, state: 'claimed', assignee: '小赵' } : each))
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
    world.server.tasks = world.server.tasks.map((each) => (each.id === 'a' ? { ...each, state: 'claimed', assignee: '小赵' } : each))
    const before = world.server.calls.length
    await tell({ position: 6, events: [{ ...event(6, 'task_claimed', { number: 1, by: '小赵' }), member: 'li' }], board: board(6) })
    expect(await within(await rowOf('li')).findByText('小赵 has it')).toBeVisible()
    const lists = world.server.calls.slice(before).filter((call) => call.startsWith('GET /v1/chains/glow/tasks?'))
    expect(lists).toHaveLength(1)
    expect(lists[0]).toContain('member=li')
  })

  it('says that there is nothing to do, and that it could not be loaded', async () => {
    world.server.isBroken = true
    await openBoard()
    await userEvent.click(screen.getByRole('link', { name: 'Care queue' }))
    expect(await screen.findByText(/^The server would not do this/)).toBeVisible()
    world.server.isBroken = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/^Nothing is to be done/)).toBeVisible()
  })
})
