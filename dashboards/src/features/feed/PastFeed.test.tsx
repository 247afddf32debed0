import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommittedEvent } from '@/api/types'
import { i18next } from '@/shared/i18n'
import { event } from '@/testing/examples'
import { FakeServer } from '@/testing/FakeServer'
import { renderInChain } from '@/testing/inChain'
import { violations } from '@/testing/violations'
import { PastFeed } from './PastFeed'

// Where nothing has a size, every row is in sight.
vi.mock('@tanstack/react-virtual', () => ({
  useVirtualizer: ({ count }: { count: number }) => ({
    getTotalSize: () => count * 60,
    getVirtualItems: () => Array.from({ length: count }, (_, index) => ({ index, key: index, start: index * 60 })),
    measureElement: () => undefined,
  }),
}))

const at = '2026-03-01T10:00:00.000Z'
let server: FakeServer
const newest: CommittedEvent[] = [event(9, 'purchase', { amount: 380 }), event(8, 'playbook_entered', { playbook: 'dormancy' })]

beforeEach(async () => {
  server = new FakeServer()
  server.isSignedIn = true
  history.replaceState(null, '', `/?chain=glow&at=${at}`)
  server.answers.set('GET /v1/chains/glow/feed/past', (_, query) =>
    query.get('at') === at && query.get('before') === null ? [200, { items: newest, next: 'more' }] : [200, { items: [event(3)], next: null }],
  )
  await i18next.changeLanguage('en')
})

describe('the feed of a past instant', () => {
  it('tells what had happened by then, as long ago as it was then, and goes back as far as somebody wants', async () => {
    renderInChain(<PastFeed at={at} />)
    expect(await screen.findByRole('link', { name: 'M-9' })).toBeVisible()
    expect(screen.getByText(/^As of Mar 1, 2026/)).toBeVisible()
    expect(screen.getAllByText(/2 hr\. ago/)).toHaveLength(2)
    expect(await violations()).toEqual([])

    await userEvent.click(screen.getByRole('button', { name: 'Earlier' }))
    expect(await screen.findByRole('link', { name: 'M-3' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Earlier' })).toBeNull()
  })

  it('is filtered as that of the present is', async () => {
    renderInChain(<PastFeed at={at} />)
    await userEvent.click(await screen.findByRole('radio', { name: 'Recall' }))
    expect(await screen.findByRole('link', { name: 'M-8' })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'M-9' })).toBeNull()
    await userEvent.click(screen.getByRole('radio', { name: 'Tasks' }))
    expect(await screen.findByText('None of this kind among the latest. Look further back.')).toBeVisible()
  })
})
