import { useTranslation } from 'react-i18next'
import type { SimulationReport } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { isStage } from '@/shared/stages'
import { DataTable, type Column } from '@/shared/table/DataTable'
import { Icon } from '@/shared/ui/Icon'
import { MemberLink } from '@/shared/ui/MemberLink'
import { StageChip } from '@/shared/ui/StageChip'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import styles from './WhatIf.module.css'

type Example = SimulationReport['differing']['examples'][number]

/** The first of those who would stand elsewhere, each with the way to her page. */
export function Differing({ report }: { report: SimulationReport }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useFieldWords(usePolicyForm().root)
  const { examples } = report.differing
  const tier = (name: string | null) => (name === null ? t('policy.none') : words.nameOfEntry([], name))
  const stage = (name: string | null) => (isStage(name) ? <StageChip stage={name} /> : t('policy.none'))
  const pair = (isOther: boolean, before: React.ReactNode, after: React.ReactNode) =>
    isOther ? (
      <span className={styles.pair}>
        {before}
        <Icon name="arrow" size={14} />
        {after}
      </span>
    ) : (
      <span className={styles.same}>{after}</span>
    )
  const columns: Column<Example>[] = [
    { id: 'member', title: t('policy.whatIf.member'), value: ({ member }) => member, show: ({ member }) => <MemberLink id={member} /> },
    {
      id: 'stage',
      title: t('policy.whatIf.stage'),
      value: ({ draft }) => draft.stage,
      show: ({ draft, baseline }) => pair(draft.stage !== baseline.stage, stage(baseline.stage), stage(draft.stage)),
    },
    {
      id: 'tier',
      title: t('policy.whatIf.tier'),
      value: ({ draft }) => draft.tier,
      show: ({ draft, baseline }) => pair(draft.tier !== baseline.tier, tier(baseline.tier), tier(draft.tier)),
    },
    {
      id: 'points',
      title: t('policy.whatIf.points'),
      value: ({ draft, baseline }) => draft.points - baseline.points,
      show: ({ draft, baseline }) => pair(draft.points !== baseline.points, format.number(baseline.points), format.number(draft.points)),
      isNumber: true,
    },
  ]
  if (examples.length === 0) return null
  return (
    <DataTable
      title={t('policy.whatIf.examples', { count: examples.length, formatted: format.number(examples.length) })}
      columns={columns}
      rows={examples}
      rowId={({ member }) => member}
      empty={t('policy.whatIf.same')}
    />
  )
}
