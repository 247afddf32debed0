import type { TFunction } from 'i18next'
import type { components } from '@/api/schema'
import type { Member } from '@/api/types'
import type { Format } from '../format/format'
import { givenName } from '../givenName'

/** A task, as the care queue and her own page both have it. */
export type Due = Pick<components['schemas']['Task'], 'kind' | 'source' | 'why' | 'step'>

/**
 * What about her brought a playbook's task up, in a sentence; nothing where she is not in the playbook any more, for then what is
 * known of her says why no longer, and nothing of a playbook that only her chain knows.
 */
export function occasionOf(source: string, member: Member, t: TFunction, format: Format): string | undefined {
  if (!member.recall.some(({ playbook }) => playbook === source)) return undefined
  const days = member.rfm.recencyDays
  const count = (days: number) => ({ count: days, formatted: format.number(days) })
  const day = (at: string) => format.day(Date.parse(at))
  switch (source) {
    case 'dormancy':
    case 'win_back':
      return days === null ? undefined : t('taskWhy.silent', count(days))
    case 'second_visit':
      return days === null ? undefined : t(days === 0 ? 'taskWhy.firstToday' : 'taskWhy.firstVisit', count(days))
    case 'renewal': {
      const next = member.cards
        .filter(({ state, expiresAt }) => state === 'active' && expiresAt !== null)
        .toSorted((one, other) => Date.parse(one.expiresAt ?? '') - Date.parse(other.expiresAt ?? ''))[0]
      return next?.expiresAt == null ? undefined : t('taskWhy.renewal', { card: givenName(t, next.kind ?? t('queue.card')), day: day(next.expiresAt) })
    }
    case 'points_expiring': {
      const { nextExpiryAt, nextExpiring } = member.points
      return nextExpiryAt === null ? undefined : t('taskWhy.pointsExpiring', { ...count(nextExpiring), day: day(nextExpiryAt) })
    }
    case 'tier_at_risk':
      return member.tier.title === null || member.tier.until === null
        ? undefined
        : t('taskWhy.tierAtRisk', { tier: givenName(t, member.tier.title), day: day(member.tier.until) })
    case 'streak_saver':
      return member.streak.current === 0 ? undefined : t('taskWhy.streak', count(member.streak.current))
    case 'referral_lead':
    case 'welcome':
    case 'birthday':
    case 'care_call':
      return t(`taskWhy.${source}`)
    default:
      return undefined
  }
}

/** Why a task is there that no playbook asked for; in the server's words what is not known here. */
export function causeOf({ kind, source, why }: Due, t: TFunction): string {
  const cause = kind === 'prospect' ? kind : source
  if (cause !== 'complaint' && cause !== 'survey' && cause !== 'prospect') return why
  const said = t(`taskWhy.${cause}`)
  if (kind === 'complaint_resolve') return t('taskWhy.resolve', { said })
  return kind === 'complaint_revisit' ? t('taskWhy.revisit', { said }) : said
}
