import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { onWaking } from './waking'

const wake = vi.fn()
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  wake.mockClear()
  stop = onWaking(wake)
})

afterEach(() => {
  stop()
  vi.useRealTimers()
})

describe('a page', () => {
  it('that runs, or is only slowed down because it is hidden, does not wake', () => {
    vi.advanceTimersByTime(60_000)
    vi.setSystemTime(Date.now() + 50_000)
    vi.advanceTimersByTime(10_000)
    expect(wake).not.toHaveBeenCalled()
  })

  it('wakes once when the computer slept', () => {
    vi.setSystemTime(Date.now() + 8 * 3_600_000)
    vi.advanceTimersByTime(30_000)
    expect(wake).toHaveBeenCalledOnce()
  })

  it('wakes when the browser thaws it or takes it out of its memory of pages', () => {
    document.dispatchEvent(new Event('resume'))
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
    expect(wake).toHaveBeenCalledTimes(2)
  })
})
