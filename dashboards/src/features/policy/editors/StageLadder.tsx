import { Trans, useTranslation } from 'react-i18next'
import type { Stage } from '@/api/types'
import { StageChip } from '@/shared/ui/StageChip'
import type { Path } from '../document/json'
import { FieldFaults } from '../form/FieldFaults'
import { FieldRow } from '../form/FieldRow'
import { FieldTools } from '../form/FieldTools'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import { NumberEditor } from './NumberEditor'
import styles from './StageLadder.module.css'

const silence = { lost: 'lostAfterDays', dormant: 'dormantAfterDays' } as const
const rungs = ['loyal', 'active', 'effective'] as const

/** The stages as they are read: from the top, and the first that holds is hers. */
export function StageLadder({ path }: { path: Path }) {
  const { t } = useTranslation()
  return (
    <div className={styles.all}>
      <p className={styles.intro}>{t('policy.stages.order')}</p>
      <ol className={styles.ladder}>
        <Rule stage="potential" path={undefined} values={[]} />
        {(['lost', 'dormant'] as const).map((stage) => (
          <Rule key={stage} stage={stage} path={[...path, silence[stage]]} values={[[...path, silence[stage]]]} />
        ))}
        {rungs.map((stage) => (
          <Rule
            key={stage}
            stage={stage}
            path={[...path, stage]}
            values={[
              [...path, stage, 'visits'],
              [...path, stage, 'withinDays'],
            ]}
          />
        ))}
        <Rule stage="new" path={undefined} values={[]} />
      </ol>
      <FieldRow path={[...path, 'secondVisitOverdueAfterDays']} />
      <FieldRow path={[...path, 'slippingWithinDays']} />
    </div>
  )
}

interface RuleProps {
  stage: Stage
  /** Undefined for a stage that has no number of its own. */
  path: Path | undefined
  values: readonly Path[]
}

function Rule({ stage, path, values }: RuleProps) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const label = t(`stage.${stage}`)
  const [first, second] = values.map((value) => <NumberEditor key={value.join()} path={value} label={`${label}: ${words.of(value).label}`} />)
  return (
    <li className={styles.rule} data-changed={path && form.isChanged(path)} data-faulty={path && form.faultsOf(path).length > 0}>
      <span className={styles.stage}>
        <StageChip stage={stage} />
      </span>
      <span className={styles.sentence}>
        <Trans i18nKey={`policy.stages.${stage}`} components={{ first: <span>{first}</span>, second: <span>{second}</span> }} />
      </span>
      {path && (
        <>
          <FieldTools path={path} name={label} />
          <div className={styles.faults}>
            <FieldFaults path={path} />
          </div>
        </>
      )}
    </li>
  )
}
