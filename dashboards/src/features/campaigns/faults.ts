import type { TFunction } from 'i18next'
import { Refusal } from '@/api/client'
import type { Reason } from '@/shared/refusal/Reason'
import { wordsFor } from '@/shared/refusal/ruleWords'

/** What is wrong with a campaign, by its field: `schedule.cron` for example. */
export type Faults = ReadonlyMap<string, Reason>

export const noFaults: Faults = new Map()

/** The faults that the server found; undefined where it refused for another reason. */
export function faultsOf(t: TFunction, failure: unknown): Faults | undefined {
  if (!(failure instanceof Refusal) || failure.code !== 'invalid_campaign') return undefined
  const { faults } = failure.problem as { faults?: unknown }
  if (!Array.isArray(faults)) return undefined
  return new Map(faults.filter(isFault).map(({ field, why }) => [field, wordsFor(t, why)]))
}

/** What is wrong with a field, or with a part of it. */
export function faultAt(faults: Faults, field: string): Reason | undefined {
  const found = [...faults].find(([name]) => name === field || name.startsWith(`${field}.`) || name.startsWith(`${field}[`))
  return found?.[1]
}

function isFault(value: unknown): value is { field: string; why: string } {
  return typeof value === 'object' && value !== null && 'field' in value && 'why' in value && typeof value.field === 'string' && typeof value.why === 'string'
}
