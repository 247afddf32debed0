import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { board, event } from '@/testing/examples'
import { violations } from '@/testing/violations'
import { begin, openBoard, tell, world } from './testing/wholeApp'

vi.mock('@/live/signalrTransport', () => ({ signalrTransport: () => world.transport }))
vi.mock('@/features/board/FunnelChart', () => ({ default: () => null }))

beforeEach(begin)

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
    await vi.waitFor(() => expect(world.server.calls.filter((call) => call.includes('/board?at='))).toHaveLength(4))
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
    await vi.waitFor(() => expect(world.transport.watched.at(-1)).toEqual({ chain: 'glow', store: 'north', after: undefined }))
    expect(location.search).toBe('?chain=glow&store=north')
  })

  it('tells an empty chain how to begin', async () => {
    await openBoard({ stages: { potential: 0, new: 0, effective: 0, active: 0, loyal: 0, dormant: 0, lost: 0 } })
    expect(screen.getByRole('heading', { name: 'No members yet' })).toBeVisible()
    expect(screen.getByText(/chains\/glow\/events \\/, { selector: '[aria-label^="Send"] code' })).toBeVisible()
  })

  it('says that what it shows is old while it reconnects', async () => {
    await openBoard()
    act(() => world.transport.break())
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
