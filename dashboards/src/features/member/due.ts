import type { Member } from '@/api/types'

export type DueKind = 'care' | 'step' | 'message' | 'runEnds' | 'pointsExpire' | 'cardEnds' | 'tierEnds' | 'memberTask' | 'standing'

export interface Due {
  kind: DueKind
  at: string
  /** What it is about: a playbook, a card, how many points. */
  about?: string | number
}

/** Everything about her that time will bring, the next first. */
export function duesOf(member: Member): Due[] {
  const { tier } = member
  const known: (Due | false)[] = [
    ...member.careTasks.map(({ kind, dueAt }): Due => ({ kind: 'care', at: dueAt, about: kind })),
    ...member.recall.flatMap(({ playbook, nextStepAt, endsAt, messages }) => [
      nextStepAt !== null && { kind: 'step' as const, at: nextStepAt, about: playbook },
      ...messages.map(({ dueAt }) => dueAt !== null && { kind: 'message' as const, at: dueAt, about: playbook }),
      endsAt !== null && { kind: 'runEnds' as const, at: endsAt, about: playbook },
    ]),
    member.points.nextExpiryAt !== null && { kind: 'pointsExpire', at: member.points.nextExpiryAt, about: member.points.nextExpiring },
    ...member.cards.map(({ id, kind, expiresAt, state }) => expiresAt !== null && state === 'active' && { kind: 'cardEnds' as const, at: expiresAt, about: kind ?? id }),
    tier.until !== null && tier.isAtRisk && { kind: 'tierEnds', at: tier.until, about: tier.title ?? '' },
    ...member.tasks.map(({ done, dueAt, name }) => !done && { kind: 'memberTask' as const, at: dueAt, about: name }),
  ]
  const now = Date.parse(member.asOf)
  // What is late is due all the more; what was only offered until then is gone.
  const dues = known.filter((due) => due !== false).filter(({ kind, at }) => kind === 'care' || Date.parse(at) > now)
  const next = member.nextDueAt
  const isSaid = next === null || dues.some(({ at }) => Math.abs(Date.parse(at) - Date.parse(next)) < 1_000)
  return [...dues, ...(isSaid ? [] : [{ kind: 'standing' as const, at: next }])].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
}
