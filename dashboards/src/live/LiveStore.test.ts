import { describe, expect, it, vi } from 'vitest'
import { board, event } from '@/testing/examples'
import { LiveStore } from './LiveStore'

function storeWithFrames() {
  const frames: (() => void)[] = []
  const store = new LiveStore((draw) => frames.push(draw))
  const drawFrame = () => frames.splice(0).forEach((draw) => draw())
  store.take({ position: 0, snapshot: { ...board(0), recent: [] } })
  drawFrame()
  return { store, frames, drawFrame }
}

describe('the live store', () => {
  it('tells its readers once a frame, however many batches came', () => {
    const { store, frames, drawFrame } = storeWithFrames()
    const reader = vi.fn()
    store.subscribe(reader)
    for (let position = 1; position <= 1_000; position++) {
      store.take({ position, events: [event(position)], board: board(position) })
    }
    expect(frames).toHaveLength(1)
    expect(reader).not.toHaveBeenCalled()
    drawFrame()
    expect(reader).toHaveBeenCalledTimes(1)
    expect(store.getState().received).toBe(1_000)
  })

  it('knows the newest position also between frames, to resume from', () => {
    const { store } = storeWithFrames()
    store.take({ position: 7, events: [], board: board(7) })
    expect(store.current.position).toBe(7)
    expect(store.getState().position).toBe(0)
  })

  it('asks for no frame when nothing changed', () => {
    const { store, frames } = storeWithFrames()
    store.take({ position: -1, events: [event(-1)], board: board(-1) })
    expect(frames).toHaveLength(0)
  })
})
