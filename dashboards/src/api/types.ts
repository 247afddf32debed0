import type { components } from './schema'

type Schemas = components['schemas']

/**
 * A schema as it is answered. The server reads numbers from text as well, and its document says so of every number; what it
 * writes are numbers.
 */
export type Answered<T> = [string | number] extends [Exclude<T, null | undefined>]
  ? unknown extends T
    ? T
    : Exclude<T, string>
  : T extends object
    ? { [Name in keyof T]: Answered<T[Name]> }
    : T

export type Board = Answered<Schemas['Board']>
export type Stages = Board['stages']
export type Today = Board['today']
export type Movement = Board['movements'][number]
export type CommittedEvent = Answered<Schemas['CommittedEvent']>
export type Chain = Schemas['Chain']
export type Store = Schemas['Store']
export type Session = Schemas['Session']
export type Problem = Schemas['Problem']

export type Stage = keyof Stages

/** What the hub's `Watch` stream sends first, and again whenever this client fell behind. */
export interface LiveSnapshot {
  position: number
  snapshot: Board & { recent: CommittedEvent[] }
}

/** What it sends from then on. */
export interface LiveBatch {
  position: number
  snapshot?: null
  events: CommittedEvent[]
  board: Board
}

export type LiveItem = LiveSnapshot | LiveBatch
