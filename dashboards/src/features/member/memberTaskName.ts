import type { TFunction } from 'i18next'
import { i18next } from '@/shared/i18n'

const names: Readonly<Record<string, string>> = {
  complete_profile: 'completeProfile',
  first_service: 'firstService',
  join_community: 'joinCommunity',
  share_experience: 'shareExperience',
}

/** One of the first month's tasks as a heading says it; one of the chain's own by its name. */
export function memberTaskName(t: TFunction, name: string): string {
  const key = `member.firstMonth.${names[name] ?? name}`
  return i18next.exists(key) ? t(key as 'member.firstMonth.completeProfile') : name
}
