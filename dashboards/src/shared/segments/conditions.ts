import type { TFunction } from 'i18next'
import type { Segment } from '@/api/types'
import { flagName } from '@/shared/flags'
import type { Format } from '@/shared/format/format'
import { givenName } from '@/shared/givenName'
import { rfmGroupName } from '@/shared/rfmGroups'

interface Words {
  t: TFunction
  format: Format
  storeName: (id: string) => string
}

type Range = NonNullable<Segment['recencyDays']>
type Show = (value: number) => string

/** What a segment asks for, each condition as a person says it. */
export function conditionsOf(segment: Segment, { t, format, storeName }: Words): string[] {
  const name = (field: 'stages') => t(`segment.condition.${field}`)
  const oneOf = (field: string, values: readonly string[] | null | undefined, show: (value: string) => string) =>
    values == null || values.length === 0 ? [] : [`${name(field as 'stages')}: ${format.list(values.map(show))}`]
  const within = (field: string, range: Range | null | undefined, show: Show = format.number) => {
    const text = range == null ? undefined : bounds(range.from, range.to, show, t)
    return text === undefined ? [] : [`${name(field as 'stages')}: ${text}`]
  }
  const from = (field: string, value: number | null | undefined, show: Show = format.number) =>
    value == null ? [] : [`${name(field as 'stages')}: ${t('segment.range.from', { from: show(value) })}`]
  const days: Show = (count) => t('members.days', { count, formatted: format.number(count) })

  return [
    ...oneOf('stages', segment.stages, (stage) => t(`stage.${stage as 'new'}`)),
    ...within('inStageDays', { from: segment.inStageDaysFrom ?? null, to: segment.inStageDaysTo ?? null }, days),
    ...oneOf('flags', segment.flags, (flag) => flagName(t, flag)),
    ...oneOf('stores', segment.stores, storeName),
    ...within('recencyDays', segment.recencyDays, days),
    ...within('frequency', segment.frequency),
    ...within('money', segment.money, format.money),
    ...from('spentFrom', segment.spentFrom, format.money),
    ...from('ordersFrom', segment.ordersFrom),
    ...oneOf('rfmGroups', segment.rfmGroups, (group) => rfmGroupName(t, group)),
    ...within('alive', segment.alive, format.percent),
    ...within('expectedVisits', segment.expectedVisits, format.decimal),
    ...oneOf('tiers', segment.tiers, (tier) => (tier === 'none' ? t('members.noTier') : givenName(t, tier))),
    ...within('points', segment.points),
    ...oneOf('cardKinds', segment.cardKinds, (kind) => givenName(t, kind)),
    ...(segment.cardExpiresWithinDays == null ? [] : [`${t('segment.condition.cardExpiresWithinDays')}: ${t('segment.range.to', { to: days(segment.cardExpiresWithinDays) })}`]),
    ...from('friendsBoughtFrom', segment.friendsBoughtFrom),
    ...within('score', segment.score),
    ...(segment.joined == null ? [] : [t(segment.joined ? 'segment.condition.hasJoined' : 'segment.condition.hasNotJoined')]),
    ...oneOf('birthdayMonths', segment.birthdayMonths?.map(String), (month) => format.month(Number(month))),
    ...oneOf('tagsAll', segment.tags?.all, (tag) => tag),
    ...oneOf('tagsAny', segment.tags?.any, (tag) => tag),
    ...oneOf('tagsNone', segment.tags?.none, (tag) => tag),
    ...(segment.acts ?? []).map(({ type }) => t('segment.condition.acts', { type })),
  ]
}

function bounds(from: number | null | undefined, to: number | null | undefined, show: Show, t: TFunction): string | undefined {
  if (from != null && to != null) return t('segment.range.both', { from: show(from), to: show(to) })
  if (from != null) return t('segment.range.from', { from: show(from) })
  return to == null ? undefined : t('segment.range.to', { to: show(to) })
}
