import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { i18next } from '@/shared/i18n'
import { AtClock } from '@/testing/AtClock'
import { FakeServer } from '@/testing/FakeServer'
import { renderInChain } from '@/testing/inChain'
import { violations } from '@/testing/violations'
import { TimeTravel } from './TimeTravel'

function chainThatBegan(began: string) {
  const server = new FakeServer()
  server.isSignedIn = true
  const cohorts = [
    { month: '2026-01', members: 100, active: [100, 40, 10] },
    { month: '2026-02', members: 30, active: [30, 3] },
    { month: '2026-03', members: 5, active: [2] },
  ]
  server.answers.set('GET /v1/chains/glow/cohorts', [200, { chain: 'glow', store: null, asOf: '', timeZone: 'Asia/Shanghai', began, cohorts }])
}

beforeEach(async () => {
  await i18next.changeLanguage('en')
  chainThatBegan('2026-01-04T02:00:00Z')
})

function open(query = '') {
  history.replaceState(null, '', `/?chain=glow${query}`)
  return renderInChain(
    <AtClock now="2026-03-10T04:00:30Z">
      <TimeTravel isOpen onClose={() => undefined} />
    </AtClock>,
  )
}

const at = () => new URLSearchParams(location.search).get('at')

describe('time travel', () => {
  it('steps back and on, and says on every page that this is the past', async () => {
    open()
    expect(screen.queryByRole('region', { name: 'The past' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: /One week earlier/ }))
    expect(at()).toBe('2026-03-03T04:00Z')
    expect(screen.getByRole('region', { name: 'The past' })).toHaveTextContent('Tue, Mar 3, 2026 12:00')
    await userEvent.click(screen.getByRole('button', { name: /One day later/ }))
    expect(at()).toBe('2026-03-04T04:00Z')
    expect(await violations()).toEqual([])
  })

  it('goes by keys: days with the arrows, weeks with the pages, and to both ends', async () => {
    open('&at=2026-02-20T04:00Z')
    const line = await screen.findByRole('slider', { name: 'The instant to look at' })
    await vi.waitFor(() => expect(line).toHaveAttribute('min', String(Date.parse('2025-12-31T16:00:00Z'))))
    fireEvent.keyDown(line, { key: 'ArrowLeft' })
    expect(at()).toBe('2026-02-19T04:00Z')
    fireEvent.keyDown(line, { key: 'PageUp' })
    expect(at()).toBe('2026-02-26T04:00Z')
    fireEvent.keyDown(line, { key: 'Home' })
    expect(at()).toBe('2025-12-31T16:00Z')
    fireEvent.keyDown(line, { key: 'End' })
    expect(at()).toBeNull()
  })

  it('reaches back to the first member of all, however long ago that was', async () => {
    chainThatBegan('1998-01-04T02:00:00Z')
    open('&at=1999-02-20T04:00Z')
    const line = await screen.findByRole('slider')
    await vi.waitFor(() => expect(line).toHaveAttribute('min', String(Date.parse('1998-01-04T02:00:00Z'))))
    await userEvent.click(screen.getByRole('button', { name: /One month earlier/ }))
    expect(at()).toBe('1999-01-20T04:00Z')
  })

  it('asks for an instant only once the hand rests on it', async () => {
    open()
    const line = screen.getByRole('slider')
    fireEvent.change(line, { target: { value: String(Date.parse('2026-02-01T00:00:00Z')) } })
    fireEvent.change(line, { target: { value: String(Date.parse('2026-01-20T00:00:00Z')) } })
    expect(line).toHaveAttribute('aria-valuetext', 'Tue, Jan 20, 2026 08:00')
    expect(at()).toBeNull()
    await vi.waitFor(() => expect(at()).toBe('2026-01-20T00:00Z'))
  })

  it('goes to a date and time by the store’s clock', () => {
    open()
    const field = screen.getByLabelText(/^Go to a date and time/)
    fireEvent.change(field, { target: { value: '2026-02-14T20:00' } })
    fireEvent.blur(field)
    expect(at()).toBe('2026-02-14T12:00Z')
  })

  it('comes back to the present', async () => {
    open('&at=2026-02-20T04:00Z')
    await userEvent.click(await screen.findByRole('button', { name: 'Back to now' }))
    expect(at()).toBeNull()
    expect(screen.queryByRole('region', { name: 'The past' })).toBeNull()
  })

  it('lets the days run up to the present', async () => {
    open('&at=2026-03-08T04:00Z')
    await userEvent.click(await screen.findByRole('button', { name: 'Let the days run' }))
    await vi.waitFor(() => expect(at()).toBe('2026-03-09T04:00Z'), { timeout: 10_000 })
    await vi.waitFor(() => expect(at()).toBeNull(), { timeout: 10_000 })
    expect(await screen.findByRole('button', { name: 'Let the days run' })).toBeVisible()
  })
})
