import type { LiveItem } from '@/api/types'

export interface Target {
  chain: string
  store?: string | undefined
}

export interface WatchRequest extends Target {
  after?: number | undefined
}

export interface Observer {
  next(item: LiveItem): void
  /** The stream ended, by the server's will or by a failure. */
  ended(reason?: unknown): void
}

/** The one connection to the server. */
export interface Transport {
  open(): Promise<void>
  isOpen(): boolean
  /** Returns how to stop watching. */
  watch(request: WatchRequest, observer: Observer): () => void
  close(): Promise<void>
}

/** The server no longer knows who we are. */
export class SignedOutError extends Error {}
