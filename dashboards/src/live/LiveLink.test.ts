import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { board, event } from '@/testing/examples'
import { FakeTransport } from '@/testing/FakeTransport'
import { LiveLink } from './LiveLink'
import { LiveStore } from './LiveStore'
import { SignedOutError } from './transport'

let transport: FakeTransport
let store: LiveStore
let link: LiveLink
let isOnline: boolean
const onSignedOut = vi.fn()

const settle = () => vi.advanceTimersByTimeAsync(0)
const snapshot = (position: number) => ({ position, snapshot: { ...board(position), recent: [] } })
const batch = (...positions: number[]) => {
  const last = positions.at(-1) ?? 0
  return { position: last, events: positions.map((position) => event(position)), board: board(last) }
}

beforeEach(async () => {
  vi.useFakeTimers()
  onSignedOut.mockClear()
  isOnline = true
  transport = new FakeTransport()
  store = new LiveStore((draw) => draw())
  link = new LiveLink(transport, store, { isOnline: () => isOnline, onSignedOut })
  link.watch({ chain: 'glow' })
  await settle()
})

afterEach(() => {
  link.stop()
  vi.useRealTimers()
})

describe('the live link', () => {
  it('asks for a snapshot first, and is live when it has come', () => {
    expect(transport.watched).toEqual([{ chain: 'glow', after: undefined }])
    expect(store.getLink()).toEqual({ kind: 'connecting' })
    transport.observer?.next(snapshot(5))
    expect(store.getLink()).toEqual({ kind: 'live' })
  })

  it('resumes after the last position seen when the connection broke', async () => {
    transport.observer?.next(snapshot(5))
    transport.observer?.next(batch(6, 7))
    transport.break()
    expect(store.getLink().kind).toBe('reconnecting')
    await vi.advanceTimersByTimeAsync(1_500)
    expect(transport.watched.at(-1)).toEqual({ chain: 'glow', after: 7 })
    transport.observer?.next(batch(7, 8))
    expect(store.getLink()).toEqual({ kind: 'live' })
    expect(store.current.received).toBe(3)
  })

  it('waits longer each time the server cannot be reached', async () => {
    transport.observer?.next(snapshot(5))
    transport.refusal = new Error('refused')
    transport.break()
    const waits: number[] = []
    for (let failure = 0; failure < 4; failure++) {
      const state = store.getLink()
      if (state.kind !== 'reconnecting') throw new Error(state.kind)
      waits.push(state.retryAt - Date.now())
      await vi.advanceTimersToNextTimerAsync()
    }
    expect(waits).toEqual(waits.toSorted((one, other) => one - other))
  })

  it('tries at once when told to', async () => {
    transport.observer?.next(snapshot(5))
    transport.break()
    link.retryNow()
    await settle()
    transport.observer?.next(batch(6))
    expect(store.getLink()).toEqual({ kind: 'live' })
  })

  it('does not call itself live before the server has agreed, and asks ever less often where it does not', async () => {
    transport.observer?.next(snapshot(5))
    transport.break()
    for (let refusal = 0; refusal < 3; refusal++) {
      await vi.advanceTimersToNextTimerAsync()
      expect(store.getLink().kind).toBe('reconnecting')
      transport.observer?.ended(new Error('not_your_store'))
    }
    const state = store.getLink()
    if (state.kind !== 'reconnecting') throw new Error(state.kind)
    expect(state.retryAt - Date.now()).toBeGreaterThan(6_000)
  })

  it('does not wait for ever on a server that keeps silent', async () => {
    transport.observer?.next(snapshot(5))
    transport.break()
    await vi.advanceTimersByTimeAsync(1_500)
    const before = transport.watched.length
    await vi.advanceTimersByTimeAsync(34_000)
    expect(transport.watched.length).toBeGreaterThan(before)
    expect(transport.watched.at(-1)).toEqual({ chain: 'glow', after: 5 })
  })

  it('trusts no connection that slept, and goes on where it was without a gap', async () => {
    transport.observer?.next(snapshot(5))
    const asleep = transport.observer
    link.wokeUp()
    expect(store.getLink()).toEqual({ kind: 'connecting' })
    await settle()
    expect(transport.watched.at(-1)).toEqual({ chain: 'glow', after: 5 })
    asleep?.next(batch(6))
    transport.observer?.next(batch(6, 7))
    expect(store.current.received).toBe(2)
    expect(store.getLink()).toEqual({ kind: 'live' })
  })

  it('asks again from where events are missing, but only once for the same gap', async () => {
    transport.observer?.next(snapshot(5))
    transport.observer?.next(batch(8))
    await settle()
    expect(transport.watched.at(-1)).toEqual({ chain: 'glow', after: 5 })
    expect(store.current.position).toBe(5)
    transport.observer?.next(batch(8))
    expect(transport.watched).toHaveLength(2)
    expect(store.current.position).toBe(8)
  })

  it('takes the leaps of a store as they are: they are other stores at work', async () => {
    link.watch({ chain: 'glow', store: 'north' })
    await settle()
    transport.observer?.next(snapshot(5))
    transport.observer?.next(batch(9))
    expect(store.current.position).toBe(9)
  })

  it('forgets the old target at once, and hears no more of it', async () => {
    transport.observer?.next(snapshot(5))
    const before = transport.observer
    link.watch({ chain: 'other' })
    await settle()
    before?.next(batch(6))
    expect(store.current.board).toBeUndefined()
    expect(transport.watched.at(-1)).toEqual({ chain: 'other', after: undefined })
  })

  it('says that we are signed out when the server does, and stops trying', async () => {
    transport.observer?.next(snapshot(5))
    transport.refusal = new SignedOutError()
    transport.break()
    await vi.advanceTimersByTimeAsync(1_500)
    expect(store.getLink()).toEqual({ kind: 'signedOut' })
    expect(onSignedOut).toHaveBeenCalledOnce()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('waits for the network when there is none, and goes on when it is back', async () => {
    transport.observer?.next(snapshot(5))
    isOnline = false
    link.wentOffline()
    expect(store.getLink()).toEqual({ kind: 'offline' })
    expect(vi.getTimerCount()).toBe(0)
    isOnline = true
    link.retryNow()
    await settle()
    transport.observer?.next(batch(6))
    expect(store.getLink()).toEqual({ kind: 'live' })
    expect(transport.watched.at(-1)).toEqual({ chain: 'glow', after: 5 })
  })
})
