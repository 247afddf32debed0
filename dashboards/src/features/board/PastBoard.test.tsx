import { screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { i18next } from '@/shared/i18n'
import { board } from '@/testing/examples'
import { FakeServer } from '@/testing/FakeServer'
import { renderInChain } from '@/testing/inChain'
import { PastBoard } from './PastBoard'

vi.mock('./FunnelChart', () => ({ default: () => null }))

const at = '2026-02-20T08:00:00.000Z'
let server: FakeServer
const answerWith = (visits: Record<string, number>) =>
  server.answers.set('GET /v1/chains/glow/board', (_, query) => {
    const asOf = query.get('at') ?? ''
    return [200, board(1, { asOf, today: { ...board(1).today, visits: visits[asOf.slice(0, 10)] ?? 0 } })]
  })

beforeEach(async () => {
  server = new FakeServer()
  server.isSignedIn = true
  history.replaceState(null, '', `/?chain=glow&at=${at}`)
  await i18next.changeLanguage('en')
})

describe('the board of a past instant', () => {
  it('shows what was, and beside it what had happened by then', async () => {
    answerWith({ '2026-02-20': 4321 })
    const { baseElement } = renderInChain(
      <PastBoard at={at}>
        <section aria-label="Feed">What happened then</section>
      </PastBoard>,
    )
    expect(await screen.findByText('4,321')).toBeVisible()
    expect(screen.getByText('What happened then')).toBeVisible()
    expect((await axe.run(baseElement, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([])
  })

  it('compares that day with the same weekday before it', async () => {
    answerWith({ '2026-02-20': 15, '2026-02-13': 10, '2026-02-06': 10, '2026-01-30': 10, '2026-01-23': 10 })
    renderInChain(<PastBoard at={at} />)
    const visits = (await screen.findByText('Visits')).parentElement ?? document.body
    expect(await within(visits).findByText('+50%')).toBeVisible()
    expect(within(visits).getByText('usually 10')).toBeVisible()
    expect(screen.getByText(/average of the last 4 Fridays/)).toBeVisible()
  })

  it('leads from a stage and from a flag to those members, and stays in that past', async () => {
    answerWith({})
    renderInChain(<PastBoard at={at} />)
    expect(await screen.findByRole('link', { name: 'Dormant' })).toHaveAttribute('href', expect.stringMatching(/at=2026-02-20.*page=members&stage=dormant/))
    expect(screen.getByRole('link', { name: 'Slipping' })).toHaveAttribute('href', expect.stringContaining('flag=slipping'))
  })

  it('says so where there was nobody yet', async () => {
    server.answers.set('GET /v1/chains/glow/board', [200, board(0, { stages: { potential: 0, new: 0, effective: 0, active: 0, loyal: 0, dormant: 0, lost: 0 } })])
    renderInChain(<PastBoard at={at} />)
    expect(await screen.findByText('There were no members yet at that time.')).toBeVisible()
  })
})
