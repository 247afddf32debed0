import type { LiveItem, RecallFigures } from '@/api/types'
import { backOff } from './backOff'
import { leavesGap } from './liveState'
import type { LiveStore } from './LiveStore'
import { SignedOutError, type Target, type Transport } from './transport'

interface Surroundings {
  isOnline: () => boolean
  onSignedOut: () => void
}

/** How long an answer is waited for before the connection counts as broken, in milliseconds. */
const patience = 30_000

/** Keeps one connection watching one target: resumes where it broke off, and says how it stands. */
export class LiveLink {
  readonly #transport: Transport
  readonly #store: LiveStore
  readonly #surroundings: Surroundings
  #target: Target | undefined
  #stopWatching: (() => void) | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #patience: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  /** The position whose gap was already asked for: where the server has nothing there, asking again would never end. */
  #gapAskedAfter: number | undefined
  /** Raised with each new attempt, so that what an older one still says is not heard. */
  #attempt = 0

  constructor(transport: Transport, store: LiveStore, surroundings: Surroundings) {
    this.#transport = transport
    this.#store = store
    this.#surroundings = surroundings
  }

  watch(target: Target): void {
    this.#target = target
    this.#failures = 0
    this.#gapAskedAfter = undefined
    this.#store.reset()
    this.#store.setLink({ kind: 'connecting' })
    void this.#connect()
  }

  /** Hands on the recall monitor's figures while the connection stands; how to stop comes back. It begins nothing anew by itself. */
  watchRecall(target: Target, take: (figures: RecallFigures) => void): () => void {
    return this.#transport.watchRecall(target, { next: take, ended: () => undefined })
  }

  /** Tries at once: the reader asked for it, or the network came back. */
  retryNow(): void {
    if (this.#target && this.#store.getLink().kind !== 'live') void this.#connect()
  }

  /** The computer slept, or the page stood still: what looks like a connection may be none, and goes on from where it was. */
  wokeUp(): void {
    if (!this.#target || this.#store.getLink().kind !== 'live') {
      this.retryNow()
      return
    }
    this.#store.setLink({ kind: 'connecting' })
    void this.#connect('anew')
  }

  wentOffline(): void {
    if (!this.#target) return
    this.#abandon()
    this.#store.setLink({ kind: 'offline' })
    void this.#transport.close()
  }

  stop(): void {
    this.#target = undefined
    this.#abandon()
    void this.#transport.close()
  }

  async #connect(how: 'asItStands' | 'anew' = 'asItStands'): Promise<void> {
    this.#abandon()
    const attempt = this.#attempt
    // A sleeping network, or a proxy that has lost its server, keeps silent instead of refusing.
    this.#patience = setTimeout(() => this.#gaveUp(), patience)
    try {
      if (how === 'anew' || !this.#transport.isOpen()) {
        // A connection that is only half closed refuses to start again.
        await this.#transport.close()
        if (attempt !== this.#attempt) return
        await this.#transport.open()
      }
    } catch (failure) {
      if (attempt === this.#attempt) this.#brokeOff(failure)
      return
    }
    if (attempt === this.#attempt) this.#beginWatching()
  }

  #beginWatching(): void {
    if (!this.#target) return
    const attempt = this.#attempt
    const isCurrent = () => attempt === this.#attempt
    this.#stopWatching = this.#transport.watch(
      { ...this.#target, after: this.#store.current.position },
      {
        next: (item) => isCurrent() && this.#take(item),
        ended: (reason) => isCurrent() && this.#brokeOff(reason),
      },
    )
  }

  #gaveUp(): void {
    this.#brokeOff(new Error('There was no answer.'))
    void this.#transport.close()
  }

  #take(item: LiveItem): void {
    const after = this.#store.current.position
    const watchesWholeChain = this.#target?.store === undefined
    if (watchesWholeChain && leavesGap(this.#store.current, item) && this.#gapAskedAfter !== (after ?? -1)) {
      this.#gapAskedAfter = after ?? -1
      this.#abandon()
      this.#beginWatching()
      return
    }
    this.#failures = 0
    clearTimeout(this.#patience)
    this.#store.take(item)
    // The server answers each request to watch with an item, also where nothing has happened: only then it is known to have agreed.
    if (this.#store.getLink().kind !== 'live') this.#store.setLink({ kind: 'live' })
  }

  #brokeOff(reason: unknown): void {
    this.#abandon()
    if (reason instanceof SignedOutError) {
      this.#store.setLink({ kind: 'signedOut' })
      this.#surroundings.onSignedOut()
    } else if (!this.#surroundings.isOnline()) {
      this.#store.setLink({ kind: 'offline' })
    } else {
      const delay = backOff(this.#failures++)
      this.#store.setLink({ kind: 'reconnecting', retryAt: Date.now() + delay })
      this.#retry = setTimeout(() => void this.#connect(), delay)
    }
  }

  #abandon(): void {
    this.#attempt++
    clearTimeout(this.#retry)
    clearTimeout(this.#patience)
    this.#stopWatching?.()
    this.#stopWatching = undefined
  }
}
