import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense, type ComponentType } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { i18next } from '@/shared/i18n'
import { Boundary } from '../ui/Boundary'
import { late } from './late'
import { isLeftBehind } from './newerApp'
import { startAnew } from './startAnew'

vi.mock('./startAnew', () => ({ startAnew: vi.fn() }))

const build = (name: string) => `<!doctype html><script type="module" src="/assets/${name}.js"></script>`
const serverHas = (name: string) => vi.stubGlobal('fetch', () => Promise.resolve(new Response(build(name))))
const openWith = (name: string) => new DOMParser().parseFromString(build(name), 'text/html')
const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))

const show = (Page: ComponentType) =>
  render(
    <Boundary fallback={<p>broken</p>}>
      <Suspense>
        <Page />
      </Suspense>
    </Boundary>,
  )

beforeEach(async () => {
  sessionStorage.clear()
  document.head.replaceChildren()
  serverHas('a')
  // What a boundary catches is told to the console as well.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await i18next.changeLanguage('en')
})

describe('a page whose code cannot be had', () => {
  it('says so, and is there once trying again brings it', async () => {
    const load = vi.fn<() => Promise<{ default: ComponentType }>>(gone)
    show(late(load))
    expect(await screen.findByRole('heading', { name: 'This page could not be loaded' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(load).toHaveBeenCalledTimes(2))
    load.mockResolvedValue({ default: () => <p>The queue</p> })
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('The queue')).toBeVisible()
    expect(startAnew).not.toHaveBeenCalled()
  })

  it('starts the app anew by itself where the server has a newer one', async () => {
    document.head.innerHTML = build('a')
    serverHas('b')
    show(late(gone, 'part'))
    await waitFor(() => expect(startAnew).toHaveBeenCalledOnce())
  })

  it('is told from one that loads and breaks', async () => {
    const Broken = () => {
      throw new Error('a mistake of ours')
    }
    show(late(() => Promise.resolve({ default: Broken })))
    expect(await screen.findByText('broken')).toBeVisible()
  })
})

describe('an app is left behind', () => {
  it('once for each build that the server has replaced', async () => {
    serverHas('b')
    expect([await isLeftBehind(openWith('a')), await isLeftBehind(openWith('a'))]).toEqual([true, false])
    serverHas('c')
    expect(await isLeftBehind(openWith('b'))).toBe(true)
  })

  it('not while the server has the same, or cannot be asked', async () => {
    expect(await isLeftBehind(openWith('a'))).toBe(false)
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await isLeftBehind(openWith('z'))).toBe(false)
  })
})
