import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { flagName } from '@/shared/flags'
import { useFormat } from '@/shared/format/useFormat'
import { givenName } from '@/shared/givenName'
import { rfmGroupName } from '@/shared/rfmGroups'
import { Facts } from '../Facts'

/** What she is worth and what she holds, in figures. */
export function SheetFigures({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { rfm, value, points, forecast, flags, tags } = member
  const { tier } = member
  const facts: (readonly [string, string])[] = [
    [t('member.glance.recency'), rfm.recencyDays === null ? t('member.glance.never') : t('members.days', { count: rfm.recencyDays, formatted: format.number(rfm.recencyDays) })],
    [t('member.glance.frequency'), format.number(rfm.frequency)],
    [t('member.glance.monetary'), format.money(rfm.monetary)],
    [t('member.value.total'), format.money(value.total)],
    [t('member.rfm.title'), rfm.group === null ? '–' : rfmGroupName(t, rfm.group)],
    [t('member.tier.now'), tier.title === null ? t('members.noTier') : givenName(t, tier.title)],
    [t('member.points.balance'), format.number(points.balance)],
    [t('member.forecast.alive'), forecast ? format.percent(forecast.alive) : '–'],
    ...(flags.length === 0 ? [] : [[t('members.column.flags'), format.list(flags.map((flag) => flagName(t, flag)))] as const]),
    ...(tags.length === 0 ? [] : [[t('member.profile.tags'), format.list([...tags])] as const]),
  ]
  return <Facts facts={facts} />
}
