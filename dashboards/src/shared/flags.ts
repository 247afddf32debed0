import type { TFunction } from 'i18next'
import { i18next } from './i18n'

/** What staff are to look at beside the stage (docs/domain §4). */
export const flags = ['second_visit_overdue', 'slipping'] as const

export function isFlag(name: string): name is (typeof flags)[number] {
  return flags.some((flag) => flag === name)
}

/** A flag in the reader's words; its code where it is not known here. */
export function flagName(t: TFunction, flag: string): string {
  return i18next.exists(`flag.${flag}`) ? t(`flag.${flag}` as 'flag.slipping') : flag
}

/** What it means. */
export function flagHint(t: TFunction, flag: string): string {
  return i18next.exists(`flagHint.${flag}`) ? t(`flagHint.${flag}` as 'flagHint.slipping') : ''
}
