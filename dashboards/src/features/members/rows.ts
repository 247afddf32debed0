import type { CommittedEvent, MemberRow } from '@/api/types'
import { isStage } from '@/shared/stages'

function textIn({ data }: CommittedEvent, field: string): string | undefined {
  const value = (data as Record<string, unknown> | undefined)?.[field]
  return typeof value === 'string' ? value : undefined
}

/** A row after something was told of its member: the same object where that changes nothing that it shows. */
export function rowAfter(row: MemberRow, event: CommittedEvent): MemberRow {
  if (row.id !== event.member) return row
  const to = textIn(event, 'to')
  const flag = textIn(event, 'flag')
  switch (event.type) {
    case 'stage_changed':
      return isStage(to) ? { ...row, stage: to, stageSince: event.at } : row
    case 'flag_raised':
      return flag === undefined || row.flags.includes(flag) ? row : { ...row, flags: [...row.flags, flag] }
    case 'flag_lowered':
      return flag === undefined ? row : { ...row, flags: row.flags.filter((each) => each !== flag) }
    case 'home_store_set':
      return { ...row, store: event.store }
    default:
      return row
  }
}

/** Rows after several events, which come newest first as the hub's followers get them. */
export function rowsAfter(rows: MemberRow[], events: readonly CommittedEvent[]): MemberRow[] {
  const shown = new Set(rows.map(({ id }) => id))
  const concerning = events.filter(({ member }) => shown.has(member)).toReversed()
  return concerning.length === 0 ? rows : rows.map((row) => concerning.reduce(rowAfter, row))
}
