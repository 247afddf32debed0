import type { components } from './schema'

type Schemas = components['schemas']

export type Board = Schemas['Board']
export type Stages = Board['stages']
export type Today = Board['today']
export type Movement = Board['movements'][number]
export type CommittedEvent = Schemas['CommittedEvent']
export type Chain = Schemas['Chain']
export type Store = Schemas['Store']
export type Session = Schemas['Session']
export type OwnAccount = Schemas['OwnAccount']
export type Task = Schemas['Task']
export type Simulation = Schemas['Simulation']
export type SimulationReport = Schemas['SimulationReport']
export type PolicyVersion = Schemas['PolicyVersion']
export type TaskSummary = Schemas['TaskSummary']

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
