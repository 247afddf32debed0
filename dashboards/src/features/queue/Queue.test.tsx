import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Session } from '@/api/types'
import { i18next } from '@/shared/i18n'
import { task } from '@/testing/examples'
import { FakeServer } from '@/testing/FakeServer'
import { renderInChain } from '@/testing/inChain'
import { Queue } from './Queue'

let server: FakeServer
const careStaff: Session = {
  id: 'a1', name: 'Mei', role: 'care_staff', chain: 'glow', stores: ['north'], hasAccount: true,
  rights: { see_board: 'own_stores', see_tasks: 'own_stores', work_on_tasks: 'own_stores' },
}
const mine = task('a', { state: 'claimed', assignee: 'a1' })

beforeEach(async () => {
  server = new FakeServer()
  server.isSignedIn = true
  server.answers.set('GET /v1/chains/glow/colleagues', [200, { items: [{ id: 'a2', name: 'Lan', stores: ['north'] }, { id: 'a3', name: 'Hui', stores: ['south'] }] }])
  history.replaceState(null, '', '/?chain=glow&page=queue')
  await i18next.changeLanguage('en')
})

describe('the desk', () => {
  it('lets a manager give a task to a colleague of its store, and to nobody of another', async () => {
    server.tasks = [task('a')]
    server.answers.set('POST /v1/chains/glow/tasks/a/reassign', (body) => [200, task('a', { state: 'claimed', assignee: (JSON.parse(body) as { to: string }).to })])
    renderInChain(<Queue />)
    const colleagues = await screen.findByRole('combobox', { name: 'Give to…' })
    expect(within(colleagues).queryByRole('option', { name: 'Hui' })).toBeNull()
    await userEvent.selectOptions(colleagues, 'Lan')
    await waitFor(() => expect(server.calls.some((call) => call.includes('/reassign'))).toBe(true))
  })

  it('offers care staff their work, and not what is the manager’s', async () => {
    server.tasks = [mine]
    renderInChain(<Queue />, { session: careStaff })
    expect(await screen.findByRole('button', { name: 'reached' })).toBeVisible()
    expect(screen.queryByRole('combobox', { name: 'Give to…' })).toBeNull()
  })

  it('gives back what one cannot do', async () => {
    server.tasks = [mine]
    server.answers.set('POST /v1/chains/glow/tasks/a/release', [200, task('a')])
    renderInChain(<Queue />)
    await userEvent.click(await screen.findByRole('button', { name: 'Give back' }))
    await waitFor(() => expect(server.calls.some((call) => call.includes('/release'))).toBe(true))
    expect(await screen.findByText('Nobody has it yet', { selector: 'button *' })).toBeVisible()
  })

  it('finds a task by what is said about it, and says when nothing is found', async () => {
    server.tasks = [task('a', { offer: 'Spring mask' }), task('b', { member: 'wang' })]
    renderInChain(<Queue />)
    const search = await screen.findByRole('searchbox')
    await screen.findByText('wang · North')
    await userEvent.type(search, 'spring')
    await waitFor(() => expect(screen.queryByText('wang · North')).toBeNull())
    await userEvent.type(search, ' wang')
    expect(await screen.findByText('Nothing of this kind is to be done.')).toBeVisible()
    expect(location.search).not.toContain('spring')
  })

  it('shows what was to be done in the past, and nothing to do about it', async () => {
    history.replaceState(null, '', '/?chain=glow&page=queue&at=2026-02-20T08:00:00Z')
    server.tasks = [task('a')]
    renderInChain(<Queue />)
    expect(await screen.findByText('li · North')).toBeVisible()
    expect(server.calls.find((call) => call.startsWith('GET /v1/chains/glow/tasks?'))).toMatch(/at=2026-02-20/)
    expect(screen.queryByRole('button', { name: 'Take it' })).toBeNull()
    expect(screen.queryByRole('radio', { name: /^Mine/ })).toBeNull()
  })
})
