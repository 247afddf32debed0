import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import { useFormat } from '@/shared/format/useFormat'
import { i18next } from '@/shared/i18n'
import { useStaffName } from '@/shared/staff/StaffNames'
import { DataTable, type Column } from '@/shared/table/DataTable'

type Line = components['schemas']['PointsLine']

/** Her statement: each movement with the balance after it. */
export function PointsLines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const staffName = useStaffName()
  const word = (type: string) => (i18next.exists(`member.points.line.${type}`) ? t(`member.points.line.${type}` as 'member.points.line.purchase') : type)
  const said = (what: string) => (i18next.exists(`act.${what}`) ? t(`act.${what}` as 'act.comment') : what)
  const what = (line: Line) => [word(line.type), line.what === null ? undefined : said(line.what), line.by === null ? undefined : staffName(line.by)].filter(Boolean).join(' · ')
  const columns: Column<Line>[] = [
    { id: 'at', title: t('member.when'), value: ({ at }) => at, show: ({ at }) => format.exact(Date.parse(at)) },
    { id: 'what', title: t('member.what'), value: what },
    { id: 'points', title: t('member.points.change'), isNumber: true, value: ({ points }) => points, show: ({ points }) => format.signed(points) },
    { id: 'balance', title: t('member.points.balance'), isNumber: true, value: ({ balance }) => balance, show: ({ balance }) => format.number(balance) },
  ]
  return (
    <DataTable title={t('member.points.statement')} columns={columns} rows={lines} rowId={({ position, points }) => `${position} ${points}`} empty={t('member.points.noLines')} isSortable={false} />
  )
}
