import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextFrame } from './nextFrame'

const frames = new Map<number, FrameRequestCallback>()

beforeEach(() => {
  vi.useFakeTimers()
  frames.clear()
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => {
    frames.set(1, frame)
    return 1
  })
  vi.stubGlobal('cancelAnimationFrame', (handle: number) => frames.delete(handle))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('what is to be drawn', () => {
  it('waits for the frame, and is drawn once', () => {
    const draw = vi.fn()
    nextFrame(draw)
    expect(draw).not.toHaveBeenCalled()
    frames.get(1)?.(0)
    vi.advanceTimersByTime(5_000)
    expect(draw).toHaveBeenCalledOnce()
  })

  it('does not wait for ever on a page that is hidden', () => {
    const draw = vi.fn()
    nextFrame(draw)
    vi.advanceTimersByTime(1_000)
    expect(draw).toHaveBeenCalledOnce()
    expect(frames.size).toBe(0)
  })
})
