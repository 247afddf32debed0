import { act, render, screen, waitFor } from '@testing-library/react'
import { expect, vi } from 'vitest'
import type { LiveItem } from '@/api/types'
import { i18next } from '@/shared/i18n'
import { board, event } from '@/testing/examples'
import { FakeServer } from '@/testing/FakeServer'
import { FakeTransport } from '@/testing/FakeTransport'
import { App } from '../App'

/** The server and the stream of the test that runs. */
export const world = { server: new FakeServer(), transport: new FakeTransport() }

/** A new server that nobody is signed in to, and the address of a chain. */
export async function begin(): Promise<void> {
  world.server = new FakeServer()
  world.transport = new FakeTransport()
  history.replaceState(null, '', '/anything?chain=glow')
  await i18next.changeLanguage('en')
}

/** The whole app at the board of the chain, signed in and told how things stand. */
export async function openBoard(changes: Parameters<typeof board>[1] = {}): Promise<void> {
  world.server.isSignedIn = true
  render(<App />)
  await screen.findByRole('status', { name: 'Connection' })
  await tell({ position: 5, snapshot: { ...board(5, changes), recent: [event(5, 'purchase', { amount: 380, points: 380 })] } })
  await waitFor(() => {
    expect(screen.getByRole('main')).toBeVisible()
    expect(document.querySelector('main [aria-busy]')).toBeNull()
  })
}

/** What the stream brings next, once it is drawn. */
export async function tell(item: LiveItem): Promise<void> {
  await vi.waitFor(() => expect(world.transport.observer).toBeDefined())
  await act(async () => {
    world.transport.observer?.next(item)
    await new Promise(requestAnimationFrame)
  })
}
