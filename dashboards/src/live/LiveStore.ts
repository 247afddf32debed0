import type { LiveItem } from '@/api/types'
import { apply, nothingYet, type LiveState } from './liveState'
import { nextFrame } from './nextFrame'

export type Link =
  | { kind: 'connecting' }
  | { kind: 'live' }
  | { kind: 'reconnecting'; retryAt: number }
  | { kind: 'offline' }
  | { kind: 'signedOut' }

type Listener = () => void
type NextFrame = (draw: Listener) => unknown

/**
 * Holds what the stream has told, outside React. Every item is applied at once; readers are told at most once a frame,
 * so that a thousand events between two frames cost one rendering.
 */
export class LiveStore {
  #state: LiveState = nothingYet
  #shown: LiveState = nothingYet
  #link: Link = { kind: 'connecting' }
  #frameAsked = false
  readonly #listeners = new Set<Listener>()
  readonly #nextFrame: NextFrame

  constructor(frames: NextFrame = nextFrame) {
    this.#nextFrame = frames
  }

  /** The newest state, also between frames: what a resumption starts from. */
  get current(): LiveState {
    return this.#state
  }

  take(item: LiveItem): void {
    const next = apply(this.#state, item)
    if (next === this.#state) return
    this.#state = next
    this.#askFrame()
  }

  reset(): void {
    this.#state = nothingYet
    this.#shown = nothingYet
    this.#tell()
  }

  setLink(link: Link): void {
    this.#link = link
    this.#tell()
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly getState = (): LiveState => this.#shown

  readonly getLink = (): Link => this.#link

  #askFrame(): void {
    if (this.#frameAsked) return
    this.#frameAsked = true
    this.#nextFrame(() => {
      this.#frameAsked = false
      this.#shown = this.#state
      this.#tell()
    })
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
