import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reportSignedOut } from '@/api/signedOut'
import { violations } from '@/testing/violations'
import { App } from './App'
import { begin, openBoard, world } from './testing/wholeApp'

vi.mock('@/live/signalrTransport', () => ({ signalrTransport: () => world.transport }))
vi.mock('@/features/board/FunnelChart', () => ({ default: () => null }))

beforeEach(begin)

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
    world.server.isSignedIn = true
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

  it('says so where a page is not part of the role of who came to its address', async () => {
    world.server.answers.set('GET /v1/session', [200, { id: 'a1', name: 'Mei', role: 'care_staff', chain: 'glow', stores: ['north'], rights: { see_chain: 'own_chain', see_board: 'own_stores' }, hasAccount: true }])
    world.server.isSignedIn = true
    history.replaceState(null, '', '/?chain=glow&page=campaigns')
    render(<App />)
    expect(await screen.findByText(/not part of what your role shows/)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Campaigns' })).toBeNull()
    expect(world.server.calls.some((call) => call.includes('/campaigns'))).toBe(false)
  })
})
