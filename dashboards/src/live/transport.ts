import type { LiveItem, RecallFigures } from '@/api/types'

export interface Target {
  chain: string
  store?: string | undefined
}

export interface WatchRequest extends Target {
  after?: number | undefined
}

export interface Observer<Item = LiveItem> {
  next(item: Item): void
  /** The stream ended, by the server's will or by a failure. */
  ended(reason?: unknown): void
}

/** The one connection to the server. */
export interface Transport {
  open(): Promise<void>
  isOpen(): boolean
  /** Returns how to stop watching. */
  watch(request: WatchRequest, observer: Observer): () => void
  /** The recall monitor's figures over all days, beside the events on the same connection. */
  watchRecall(target: Target, observer: Observer<RecallFigures>): () => void
  close(): Promise<void>
}

/** The server no longer knows who we are. */
export class SignedOutError extends Error {}
