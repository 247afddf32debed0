import { useTranslation } from 'react-i18next'
import type { Renewal } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { Badge } from '@/shared/ui/Badge'

/** From here on the last of the renewal playbook's steps has come. */
const soon = 7

export function DaysLeft({ renewal: { daysLeft, state } }: { renewal: Renewal }) {
  const { t } = useTranslation()
  const format = useFormat()
  const days = Math.abs(daysLeft)
  if (state === 'overdue') return <Badge tone="bad">{t('insights.renewals.ended', { count: days, formatted: format.number(days) })}</Badge>
  const left = t('insights.renewals.days', { count: days, formatted: format.number(days) })
  return daysLeft <= soon ? <Badge tone="warn">{left}</Badge> : left
}
