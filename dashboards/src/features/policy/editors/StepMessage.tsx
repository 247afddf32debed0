import { useTranslation } from 'react-i18next'
import { isObject, type Path } from '../document/json'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import { ChoiceEditor } from './ChoiceEditor'
import { DurationEditor } from './DurationEditor'
import styles from './Playbooks.module.css'
import { StepDeed } from './StepDeed'
import { TextEditor } from './TextEditor'

interface StepPartProps {
  path: Path
  label: string
  onRemove: (() => void) | undefined
}

/** Which text goes, and the beginning of it, so that its name need not be known by heart. */
export function StepMessage({ path, label, onRemove }: StepPartProps) {
  const { i18n } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const templates = form.valueOf(['recall', 'templates'])
  const names = isObject(templates) ? Object.keys(templates) : []
  const options = names.map((id) => ({ id, name: words.of(['recall', 'templates', id]).label }))
  const chosen = form.valueOf([...path, 'template'])
  const text = form.valueOf(['recall', 'templates', typeof chosen === 'string' ? chosen : '', i18n.language.startsWith('zh') ? 'zhCn' : 'en'])
  const said = (field: string) => words.of([...path, field]).label
  return (
    <StepDeed
      icon="letter"
      title={words.of(path).label}
      label={label}
      choice={<ChoiceEditor path={[...path, 'template']} label={`${label}: ${said('template')}`} options={options} isEmptyAllowed={false} />}
      onRemove={onRemove}
    >
      {typeof text === 'string' && <p className={styles.quote}>{text}</p>}
      <div className={styles.fields}>
        <label className={styles.field}>
          <span aria-hidden="true">{said('channel')}</span>
          <TextEditor path={[...path, 'channel']} label={`${label}: ${said('channel')}`} />
        </label>
        <div className={styles.field}>
          <span aria-hidden="true">{said('uselessAfterHours')}</span>
          <DurationEditor path={[...path, 'uselessAfterHours']} label={`${label}: ${said('uselessAfterHours')}`} />
        </div>
      </div>
    </StepDeed>
  )
}
