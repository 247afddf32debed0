import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { NpsFigures } from '@/api/types'
import { Chart } from '@/shared/chart/Chart'
import { useFormat } from '@/shared/format/useFormat'
import { DataTable, type Column } from '@/shared/table/DataTable'
import { drawLines } from '../lines'
import styles from './Nps.module.css'

type Quarter = NpsFigures['quarters'][number]

/** How the score went from quarter to quarter. */
export function NpsQuarters({ quarters }: { quarters: readonly Quarter[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const draw = useCallback(
    (colour: (token: string) => string) =>
      drawLines({
        labels: quarters.map(({ quarter }) => quarter),
        lines: [{ name: 'NPS', colour: 'var(--accent)', values: quarters.map(({ nps }) => nps) }],
        say: (value) => format.signed(Math.round(value)),
        least: -100,
        most: 100,
      })(colour),
    [quarters, format],
  )
  const columns: Column<Quarter>[] = [
    { id: 'quarter', title: t('insights.nps.quarter'), value: ({ quarter }) => quarter },
    {
      id: 'nps',
      title: 'NPS',
      value: ({ nps }) => nps,
      show: ({ nps }) => (nps === null ? '–' : format.signed(Math.round(nps))),
      isNumber: true,
    },
    ...(['answers', 'promoters', 'passives', 'detractors'] as const).map(
      (part): Column<Quarter> => ({
        id: part,
        title: t(`insights.nps.${part}`),
        value: (quarter) => quarter[part],
        show: (quarter) => format.number(quarter[part]),
        isNumber: true,
        isExtra: part !== 'answers',
      }),
    ),
  ]
  return (
    <>
      {quarters.length > 1 && (
        <figure>
          <figcaption className={styles.caption}>{t('insights.nps.course')}</figcaption>
          <Chart label={t('insights.nps.course')} height={200} option={draw} />
        </figure>
      )}
      <DataTable title={t('insights.nps.quarters')} columns={columns} rows={quarters} rowId={({ quarter }) => quarter} empty={null} />
    </>
  )
}
