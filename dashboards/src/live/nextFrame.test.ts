import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextFrame } from './nextFrame'

const frames: FrameRequestCallback[] = []

beforeEach(() => {
  vi.useFakeTimers()
  frames.length = 0
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame))
  vi.stubGlobal('cancelAnimationFrame', (handle: number) => delete frames[handle - 1])
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
    frames[0]?.(0)
    vi.advanceTimersByTime(5_000)
    expect(draw).toHaveBeenCalledOnce()
  })

  it('does not wait for ever on a page that is hidden', () => {
    const draw = vi.fn()
    nextFrame(draw)
    vi.advanceTimersByTime(1_000)
    expect(draw).toHaveBeenCalledOnce()
    expect(frames.filter(Boolean)).toEqual([])
  })
})
