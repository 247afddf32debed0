import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SimulationReport } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { DataTable, type Column } from '@/shared/table/DataTable'
import { Segmented } from '@/shared/ui/Segmented'
import { figuresOf, type Figure } from './figures'
import { useFigureName } from './useFigureName'
import styles from './WhatIf.module.css'

/** All days together, figure by figure: what was, what would have been. */
export function Totals({ report }: { report: SimulationReport }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useFigureName()
  const [shown, setShown] = useState<'differing' | 'all'>('differing')
  const rows = useMemo(() => figuresOf(report.totals, shown === 'differing'), [report.totals, shown])
  const columns: Column<Figure>[] = [
    { id: 'name', title: t('policy.whatIf.figure'), value: ({ name }) => nameOf(name) },
    { id: 'baseline', title: t(report.baseline === 'actual' ? 'policy.whatIf.baseline.actual' : 'policy.whatIf.baseline.present'), value: ({ baseline }) => baseline, show: ({ baseline }) => format.number(baseline), isNumber: true },
    { id: 'draft', title: t('policy.whatIf.draft'), value: ({ draft }) => draft, show: ({ draft }) => format.number(draft), isNumber: true },
    {
      id: 'difference',
      title: t('policy.whatIf.difference'),
      value: ({ difference }) => difference,
      show: ({ difference }) => <strong className={styles.difference}>{format.signed(difference)}</strong>,
      isNumber: true,
    },
  ]
  return (
    <DataTable
      title={t('policy.whatIf.totals')}
      columns={columns}
      rows={rows}
      rowId={({ name }) => name}
      empty={t('policy.whatIf.same')}
      aside={
        <Segmented
          label={t('policy.whatIf.shown')}
          value={shown}
          options={[
            { id: 'differing', name: t('policy.whatIf.onlyDiffering') },
            { id: 'all', name: t('policy.whatIf.allFigures') },
          ]}
          onChoose={setShown}
        />
      }
    />
  )
}
