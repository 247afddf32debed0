import { describe, expect, it } from 'vitest'
import { board, event } from '@/testing/examples'
import { apply, kept, leavesGap, nothingYet } from './liveState'

const start = apply(nothingYet, { position: 10, snapshot: { ...board(10), recent: [event(10), event(9, 'flag_raised')] } })
const positions = (state: typeof start) => state.events.acts.map(({ position }) => position)

describe('a snapshot', () => {
  it('gives the board, the recent events by kind, and where to go on from', () => {
    expect(start.position).toBe(10)
    expect(start.board).toEqual(board(10))
    expect(positions(start)).toEqual([10])
    expect(start.events.flags.map(({ position }) => position)).toEqual([9])
  })

  it('replaces everything, also by an earlier position: the server may have been restored from a copy', () => {
    const replaced = apply(start, { position: 3, snapshot: { ...board(3), recent: [event(3)] } })
    expect(replaced.position).toBe(3)
    expect(positions(replaced)).toEqual([3])
    expect(replaced.events.flags).toEqual([])
  })
})

describe('a batch', () => {
  const next = apply(start, { position: 12, events: [event(11), event(12)], board: board(12) })

  it('puts its events before the older ones, newest first, and brings the board of its position', () => {
    expect(positions(next)).toEqual([12, 11, 10])
    expect(next.board?.position).toBe(12)
    expect(next.received).toBe(2)
  })

  it('changes nothing when it comes a second time', () => {
    const again = apply(next, { position: 12, events: [event(11), event(12)], board: board(12) })
    expect(positions(again)).toEqual([12, 11, 10])
    expect(again.received).toBe(2)
  })

  it('is ignored as a whole when it is older than what was seen', () => {
    expect(apply(next, { position: 11, events: [event(11)], board: board(11) })).toBe(next)
  })

  it('adds only what is new of it where it overlaps with what was seen', () => {
    const overlapping = apply(next, { position: 13, events: [event(12), event(13)], board: board(13) })
    expect(positions(overlapping)).toEqual([13, 12, 11, 10])
  })

  it('may bring a new board only, as at midnight', () => {
    const midnight = apply(next, { position: 12, events: [], board: board(12, { movements: [] }) })
    expect(midnight.board?.movements).toEqual([])
    expect(midnight.events).toBe(next.events)
  })

  it('means nothing before the first snapshot', () => {
    expect(apply(nothingYet, { position: 1, events: [event(1)], board: board(1) })).toBe(nothingYet)
  })

  it('never lets the kept events grow without bound, nor one kind push out another', () => {
    const flood = Array.from({ length: 5_000 }, (_, index) => event(11 + index))
    const flooded = apply(start, { position: 5_010, events: flood, board: board(5_010) })
    expect(flooded.events.acts).toHaveLength(kept)
    expect(flooded.events.acts[0]?.position).toBe(5_010)
    expect(flooded.events.flags).toHaveLength(1)
  })
})

describe('a gap', () => {
  it('is seen when events are missing after the last position', () => {
    expect(leavesGap(start, { position: 13, events: [event(12), event(13)], board: board(13) })).toBe(true)
    expect(leavesGap(start, { position: 12, events: [event(12), event(11)], board: board(12) })).toBe(false)
  })

  it('is not seen in repeats, in boards without events, or in snapshots', () => {
    expect(leavesGap(start, { position: 10, events: [event(9), event(10)], board: board(10) })).toBe(false)
    expect(leavesGap(start, { position: 14, events: [], board: board(14) })).toBe(false)
    expect(leavesGap(start, { position: 99, snapshot: { ...board(99), recent: [] } })).toBe(false)
  })

  it('is all there is before a first snapshot', () => {
    expect(leavesGap(nothingYet, { position: 1, events: [event(1)], board: board(1) })).toBe(true)
  })
})
