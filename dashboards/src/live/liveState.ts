import type { Board, CommittedEvent, LiveItem } from '@/api/types'
import { isNoise, kindOf, kinds, type Kind } from './kinds'

/** How many events of each kind are kept: a filter still finds its own in a flood of the others. */
export const kept = 200

export interface LiveState {
  /** The last position seen; undefined until the first snapshot. */
  readonly position: number | undefined
  readonly board: Board | undefined
  /** Newest first. */
  readonly events: Readonly<Record<Kind, readonly CommittedEvent[]>>
  /** Events applied since the first snapshot, to tell a paused reader how many she has not seen. */
  readonly received: number
  /** How many snapshots there were: what lay between one and what was known before it nobody was told. */
  readonly snapshots: number
  /** The position of the last snapshot: what came after it was told event by event. */
  readonly since: number | undefined
}

export const nothingYet: LiveState = {
  position: undefined,
  board: undefined,
  events: { acts: [], stages: [], flags: [], messages: [], tasks: [], recall: [] },
  received: 0,
  snapshots: 0,
  since: undefined,
}

/** Takes one item of the stream. Positions already seen change nothing. */
export function apply(state: LiveState, item: LiveItem): LiveState {
  if (item.snapshot) {
    const { recent, ...board } = item.snapshot
    return {
      position: item.position,
      board,
      events: merge(nothingYet.events, recent),
      received: state.received,
      snapshots: state.snapshots + 1,
      since: item.position,
    }
  }
  const { position } = state
  if (position === undefined || item.position < position) return state

  const fresh = item.events.filter((event) => event.position > position)
  return {
    position: item.position,
    board: item.board,
    events: fresh.length > 0 ? merge(state.events, fresh) : state.events,
    received: state.received + fresh.filter((event) => !isNoise(event)).length,
    snapshots: state.snapshots,
    since: state.since,
  }
}

/**
 * Whether events are missing between what was seen and this item. Positions run without gaps in a chain, so only a
 * watch of the whole chain can tell; a store's events are a selection of them.
 */
export function leavesGap(state: LiveState, item: LiveItem): boolean {
  if (item.snapshot) return false
  if (state.position === undefined) return true
  const seen = state.position
  const fresh = item.events.map((event) => event.position).filter((position) => position > seen)
  return fresh.length > 0 && Math.min(...fresh) > seen + 1
}

function merge(known: LiveState['events'], more: readonly CommittedEvent[]): LiveState['events'] {
  const merged = { ...known }
  for (const kind of kinds) {
    const added = more.filter((event) => kindOf(event) === kind)
    if (added.length > 0) merged[kind] = newestFirst([...added, ...known[kind]]).slice(0, kept)
  }
  return merged
}

export function newestFirst(events: readonly CommittedEvent[]): CommittedEvent[] {
  return events.toSorted((one, other) => other.position - one.position)
}
