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
export type RejectedItem = Schemas['RejectedItem']
export type Task = Schemas['Task']
export type Simulation = Schemas['Simulation']
export type SimulationReport = Schemas['SimulationReport']
export type PolicyVersion = Schemas['PolicyVersion']
export type TaskSummary = Schemas['TaskSummary']
export type Member = Schemas['Member']
export type MemberRow = Schemas['MemberRow']
export type MembersSought = Schemas['MembersSought']
export type Profile = Schemas['Profile']
export type Card = Schemas['Card']
export type TierGap = Schemas['TierGap']
export type Message = Schemas['Message']
export type ReferralBranch = Schemas['ReferralBranch']
export type Segment = Schemas['Segment']
export type SavedSegment = Schemas['SavedSegment']
export type RecallFigures = Schemas['RecallFigures']
export type PlaybookFigures = Schemas['PlaybookFigures']
export type CampaignFigures = Schemas['CampaignFigures']
export type ArmFigures = Schemas['ArmFigures']
export type UpliftFigures = Schemas['UpliftFigures']
export type Policy = Schemas['Policy']
export type RecallPolicy = Schemas['RecallPolicy']
export type Playbook = Schemas['Playbook']
export type PlaybookStep = Schemas['Step']
export type PlaybookMember = Schemas['PlaybookMember']
export type Digest = Schemas['Digest']
export type Campaign = Schemas['Campaign']
export type CampaignRun = Schemas['Run']
export type CampaignReport = Schemas['CampaignReport']
export type CampaignPreview = Schemas['CampaignPreview']
export type RfmGrid = Schemas['RfmGrid']
export type Cohorts = Schemas['Cohorts']
export type VisitHours = Schemas['VisitHours']
export type Rates = Schemas['Rates']
export type RateMonth = Schemas['RateMonth']
export type Renewal = Schemas['Renewal']
export type NpsFigures = Schemas['NpsFigures']
export type Liability = Schemas['Liability']
export type HighValue = Schemas['HighValue']
export type ReferralLeader = Schemas['ReferralLeader']
export type Forecast = Schemas['Forecast']
export type StoreFigures = Schemas['StoreFigures']
export type LeaderboardRow = Schemas['LeaderboardRow']


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
