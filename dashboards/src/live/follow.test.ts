import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { board, event } from '@/testing/examples'
import { follow } from './follow'
import { LiveStore } from './LiveStore'

const onEvents = vi.fn()
const onHealed = vi.fn()
let store: LiveStore
let stop: () => void

const tell = (...positions: number[]) =>
  store.take({ position: positions.at(-1) ?? 0, events: positions.map((each) => event(each)), board: board(positions.at(-1) ?? 0) })
const snapshot = (position: number) => store.take({ position, snapshot: { ...board(position), recent: [event(position)] } })
const told = () => onEvents.mock.calls.map(([events]) => (events as { position: number }[]).map(({ position }) => position))
const pass = (milliseconds: number) => vi.advanceTimersByTime(milliseconds)

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  store = new LiveStore((draw) => draw())
  snapshot(5)
  store.setLink({ kind: 'live' })
  stop = follow(store, { onEvents, onHealed }, 400)
})

afterEach(() => {
  stop()
  vi.useRealTimers()
})

describe('who follows what is told', () => {
  it('hears what is new at once after a quiet time, then no more often than asked for, and each event once', () => {
    tell(6)
    pass(0)
    tell(7)
    tell(8)
    pass(399)
    expect(told()).toEqual([[6]])
    pass(1)
    expect(told()).toEqual([[6], [8, 7]])
    expect(onHealed).not.toHaveBeenCalled()
  })

  it('hears that the connection stands again, however short the break was', () => {
    store.setLink({ kind: 'reconnecting', retryAt: 0 })
    store.setLink({ kind: 'live' })
    pass(0)
    expect(onHealed).toHaveBeenCalledOnce()
  })

  it('hears that events were skipped when a fresh snapshot comes in the middle of the stream', () => {
    snapshot(90_000)
    pass(0)
    expect(onHealed).toHaveBeenCalledOnce()
  })

  it('hears once that there is something to begin with, where it began before the first snapshot', () => {
    stop()
    store = new LiveStore((draw) => draw())
    stop = follow(store, { onEvents, onHealed }, 400)
    snapshot(5)
    store.setLink({ kind: 'live' })
    pass(1_000)
    expect(onHealed).toHaveBeenCalledOnce()
    expect(onEvents).not.toHaveBeenCalled()
  })

  it('hears what came between the first snapshot and the first look', () => {
    stop()
    store = new LiveStore((draw) => draw())
    stop = follow(store, { onEvents, onHealed }, 400)
    store.setLink({ kind: 'live' })
    pass(0)
    snapshot(5)
    tell(6)
    pass(400)
    expect(told()).toEqual([[6]])
  })

  it('hears nothing once it has stopped', () => {
    tell(6)
    stop()
    pass(1_000)
    expect(onEvents).not.toHaveBeenCalled()
  })
})
