import type { TFunction } from 'i18next'
import type { MemberRow } from '@/api/types'
import { flagName } from '@/shared/flags'
import type { CsvValue } from '@/shared/table/csv'

/** The loaded members as a table to take home: names as far as the reader may see them, instants as the server says them. */
export function csvTable(t: TFunction, storeName: (id: string) => string, rows: readonly MemberRow[]) {
  const columns = ['id', 'name', 'phone', 'stage', 'stageSince', 'flags', 'store', 'nextDue'] as const
  return {
    header: columns.map((column) => t(`members.column.${column}`)),
    rows: rows.map((row): CsvValue[] => [
      row.id,
      row.profile?.name,
      row.profile?.phone,
      t(`stage.${row.stage as 'new'}`),
      row.stageSince,
      row.flags.map((flag) => flagName(t, flag)).join('; '),
      row.store === null ? '' : storeName(row.store),
      row.nextDueAt,
    ]),
  }
}
