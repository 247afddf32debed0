import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table'
import { useContext, useMemo, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { CardTools } from '../ui/CardTools'
import { Icon } from '../ui/Icon'
import type { CsvValue } from './csv'
import styles from './DataTable.module.css'
import { DownloadButton } from './DownloadButton'

/** Rows are objects: each field is of a column. */
type Fields = object

export interface Column<Row extends Fields> {
  id: string
  title: string
  /** What it is sorted by, and what stands in the CSV. */
  value: (row: Row) => string | number | boolean | null | undefined
  /** How it is shown; as its value where this is missing. */
  show?: (row: Row) => ReactNode
  /** Figures stand at the end of their column. */
  isNumber?: boolean
  /** Not on a narrow screen: what the row can be understood without. */
  isExtra?: boolean
  /** Where sorting by it would mean nothing. */
  isUnsorted?: boolean
}

interface DataTableProps<Row extends Fields> {
  /** What the table is of: its caption, and the name of its CSV. */
  title: string
  /** Where the card around it says it: then its tools stand in the head of that card. */
  isTitleHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** Said instead of rows when there are none. */
  empty: ReactNode
  /** Stands beside the title. */
  aside?: ReactNode
  /** Rows that were asked for one page at a time cannot be put in order here: that is the server's part. */
  isSortable?: boolean
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })

/** A table that is put in order by its headings, read out by screen readers, and taken home as CSV. */
export function DataTable<Row extends Fields>({
  title,
  isTitleHidden = false,
  columns,
  rows,
  rowId,
  empty,
  aside,
  isSortable = true,
}: DataTableProps<Row>) {
  const { t } = useTranslation()
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, Row> => ({
          id: column.id,
          accessorFn: (row) => column.value(row) ?? undefined,
          enableSorting: isSortable && column.isUnsorted !== true,
          sortUndefined: 'last',
          sortFn: (one, other, id) => compare(one.getValue(id), other.getValue(id)),
        }),
      ),
    [columns, isSortable],
  )
  const data = useMemo(() => [...rows], [rows])
  const table = useTable({ features, columns: definitions, data, getRowId: rowId })
  const byId = new Map(columns.map((column) => [column.id, column]))
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const cardTools = useContext(CardTools)
  const tools = (
    <>
      {aside}
      {rows.length > 0 && (
        <DownloadButton
          name={title}
          table={() => ({
            header: columns.map((column) => column.title),
            rows: table.getRowModel().rows.map(({ original }) => columns.map((column): CsvValue => column.value(original))),
          })}
        />
      )}
    </>
  )

  return (
    <div className={styles.frame}>
      {isTitleHidden && cardTools !== null ? (
        <>
          <h3 className="hidden-but-read">{title}</h3>
          {createPortal(tools, cardTools)}
        </>
      ) : (
        <div className={styles.head}>
          <h3 className={isTitleHidden ? 'hidden-but-read' : styles.title}>{title}</h3>
          <div className={styles.aside}>{tools}</div>
        </div>
      )}
      {rows.length === 0 ? (
        <div className={styles.empty}>{empty}</div>
      ) : (
        <div className={styles.window} tabIndex={0} role="group" aria-label={title}>
          <table className={styles.table}>
            <caption className="hidden-but-read">{title}</caption>
            <thead>
              <tr>
                {headers.map(({ id, column }) => {
                  const shown = byId.get(id)
                  const sorted = column.getIsSorted()
                  const order = sorted === 'asc' ? 'ascending' : 'descending'
                  return (
                    <th
                      key={id}
                      scope="col"
                      data-number={shown?.isNumber}
                      data-extra={shown?.isExtra}
                      aria-sort={sorted === false ? undefined : order}
                    >
                      {column.getCanSort() ? (
                        <button
                          type="button"
                          className={styles.sort}
                          title={t('table.sort', { column: shown?.title })}
                          onClick={column.getToggleSortingHandler()}
                        >
                          {shown?.title}
                          {sorted !== false && <Icon name={sorted === 'asc' ? 'up' : 'down'} size={13} />}
                        </button>
                      ) : (
                        shown?.title
                      )}
                    </th>
                  )
                })}
              </tr>
            </thead>
            <tbody>
              {table.getRowModel().rows.map(({ id, original }) => (
                <tr key={id}>
                  {columns.map((column) => (
                    <td key={column.id} data-number={column.isNumber} data-extra={column.isExtra}>
                      {column.show ? column.show(original) : column.value(original)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return String(one).localeCompare(String(other))
}
