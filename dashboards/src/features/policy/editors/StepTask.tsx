import { useTranslation } from 'react-i18next'
import { taskName } from '@/shared/recallWords'
import type { Path } from '../document/json'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import { ChoiceEditor } from './ChoiceEditor'
import styles from './Playbooks.module.css'
import { StepDeed } from './StepDeed'
import { TextEditor } from './TextEditor'

const kinds = ['satisfaction_call', 'second_visit_call', 'recall_call', 'last_call', 'consultation', 'care_call'] as const

interface StepPartProps {
  path: Path
  label: string
  onRemove: (() => void) | undefined
}

/** What staff are asked to do, and what they might say. */
export function StepTask({ path, label, onRemove }: StepPartProps) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const said = (field: string) => words.of([...path, field]).label
  return (
    <StepDeed
      icon="phone"
      title={words.of(path).label}
      label={label}
      choice={<ChoiceEditor path={[...path, 'kind']} label={`${label}: ${said('kind')}`} options={kinds.map((id) => ({ id, name: taskName(t, id, id) }))} isEmptyAllowed={false} />}
      onRemove={onRemove}
    >
      <div className={styles.fields}>
        {(['title', 'script'] as const).map((field) => (
          <label key={field} className={styles.field}>
            <span aria-hidden="true">{said(field)}</span>
            <TextEditor path={[...path, field]} label={`${label}: ${said(field)}`} />
          </label>
        ))}
      </div>
    </StepDeed>
  )
}
