import type { RecallFigures } from '@/api/types'
import type { Observer, Target, Transport, WatchRequest } from '@/live/transport'

/** A server at the other end of which the test sits. */
export class FakeTransport implements Transport {
  readonly watched: WatchRequest[] = []
  observer: Observer | undefined
  recallObserver: Observer<RecallFigures> | undefined
  refusal: Error | undefined
  #isOpen = false

  open(): Promise<void> {
    if (this.refusal) return Promise.reject(this.refusal)
    this.#isOpen = true
    return Promise.resolve()
  }

  isOpen(): boolean {
    return this.#isOpen
  }

  watch(request: WatchRequest, observer: Observer): () => void {
    this.watched.push(request)
    this.observer = observer
    return () => {
      if (this.observer === observer) this.observer = undefined
    }
  }

  watchRecall(_: Target, observer: Observer<RecallFigures>): () => void {
    this.recallObserver = observer
    return () => {
      if (this.recallObserver === observer) this.recallObserver = undefined
    }
  }

  close(): Promise<void> {
    this.#isOpen = false
    return Promise.resolve()
  }

  break(reason: unknown = new Error('gone')): void {
    this.#isOpen = false
    this.observer?.ended(reason)
  }
}
