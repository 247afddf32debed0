import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { board, event } from '@/testing/examples'
import { FakeTransport } from '@/testing/FakeTransport'
import { LiveContext } from './LiveContext'
import { LiveLink } from './LiveLink'
import { LiveStore } from './LiveStore'
import type { LiveState } from './liveState'
import { usePacedState } from './usePacedState'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const receivedIn = (state: LiveState) => state.received
const rendered = vi.fn()

function Received() {
  const received = usePacedState(receivedIn, 500)
  rendered(received)
  return <output>{received}</output>
}

it('draws a rush of events a few times, and always what was told last', () => {
  const store = new LiveStore((draw) => draw())
  const link = new LiveLink(new FakeTransport(), store, { isOnline: () => true, onSignedOut: () => undefined })
  store.take({ position: 0, snapshot: { ...board(0), recent: [] } })
  render(
    <LiveContext value={{ store, link }}>
      <Received />
    </LiveContext>,
  )
  act(() => void vi.advanceTimersByTime(0))
  rendered.mockClear()
  act(() => {
    for (let position = 1; position <= 100; position++) {
      store.take({ position, events: [event(position)], board: board(position) })
      vi.advanceTimersByTime(10)
    }
  })
  act(() => void vi.advanceTimersByTime(500))
  expect(rendered.mock.calls.length).toBeLessThanOrEqual(3)
  expect(screen.getByRole('status')).toHaveTextContent('100')
})
