import type { TFunction } from 'i18next'
import { i18next } from './i18n'

/** The eight groups, the most valuable first (docs/domain §5). */
export const rfmGroups = [
  'important_value',
  'important_develop',
  'important_keep',
  'important_retain',
  'general_value',
  'general_develop',
  'general_keep',
  'general_retain',
] as const

export type RfmGroup = (typeof rfmGroups)[number]

/** A group in the reader's words; its code where it is not known here. */
export function rfmGroupName(t: TFunction, group: string): string {
  return i18next.exists(`rfmGroup.${group}`) ? t(`rfmGroup.${group as RfmGroup}`) : group
}

/** What those in it have in common. */
export function rfmGroupHint(t: TFunction, group: string): string {
  return i18next.exists(`rfmGroupHint.${group}`) ? t(`rfmGroupHint.${group as RfmGroup}`) : ''
}
