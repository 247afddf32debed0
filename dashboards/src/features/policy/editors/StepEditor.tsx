import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { isObject, type Json, type Path } from '../document/json'
import { FieldFaults } from '../form/FieldFaults'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import { DurationEditor } from './DurationEditor'
import styles from './Playbooks.module.css'
import { StepMessage } from './StepMessage'
import { StepTask } from './StepTask'
import { TextEditor } from './TextEditor'

interface StepEditorProps {
  path: Path
  label: string
  onRemove: (() => void) | undefined
}

/** One rung: when, and then a message, a task for staff, or both. */
export function StepEditor({ path, label, onRemove }: StepEditorProps) {
  const { t, i18n } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const said = (field: string) => `${label}: ${words.of([...path, field]).label}`
  const has = (field: string) => isObject(form.valueOf([...path, field]))
  const mayEdit = form.mayEdit(path)
  const offer = form.valueOf([...path, 'offer'])
  const known = form.valueOf(['recall', 'offers'])
  const offers = isObject(known) ? Object.keys(known) : []
  // As a member reads it, where the offer is known in the reader's language.
  const told = typeof offer === 'string' ? form.valueOf(['recall', 'offers', offer, i18n.language.startsWith('zh') ? 'zhCn' : 'en']) : undefined
  const begin = (field: string, value: Json) => form.set([...path, field], value)
  return (
    <li className={styles.step}>
      <div className={styles.when}>
        <span className={styles.after}>{words.of([...path, 'afterHours']).label}</span>
        <DurationEditor path={[...path, 'afterHours']} label={said('afterHours')} />
        <span className={styles.after}>{words.of([...path, 'at']).label}</span>
        <TextEditor type="time" path={[...path, 'at']} label={said('at')} />
        {onRemove && (
          <Button look="quiet" className={styles.remove} aria-label={t('policy.removeNamed', { name: label })} onClick={onRemove}>
            <Icon name="cross" size={16} />
          </Button>
        )}
      </div>
      {has('message') && <StepMessage path={[...path, 'message']} label={label} onRemove={mayEdit && has('task') ? () => begin('message', null) : undefined} />}
      {has('task') && <StepTask path={[...path, 'task']} label={label} onRemove={mayEdit && has('message') ? () => begin('task', null) : undefined} />}
      <div className={styles.fields}>
        <label className={styles.field}>
          <span aria-hidden="true">{words.of([...path, 'offer']).label}</span>
          <TextEditor path={[...path, 'offer']} label={said('offer')} list={offers} />
          {typeof told === 'string' && told !== offer && <span className={styles.translated}>{told}</span>}
        </label>
      </div>
      {mayEdit && (!has('message') || !has('task')) && (
        <div className={styles.adds}>
          {!has('message') && (
            <Button look="quiet" onClick={() => begin('message', { template: 'welcome', channel: null, uselessAfterHours: null })}>
              <Icon name="letter" size={16} />
              {t('policy.step.addMessage')}
            </Button>
          )}
          {!has('task') && (
            <Button look="quiet" onClick={() => begin('task', { kind: 'care_call', title: t('policy.step.newTask'), script: null })}>
              <Icon name="phone" size={16} />
              {t('policy.step.addTask')}
            </Button>
          )}
        </div>
      )}
      <FieldFaults path={path} />
    </li>
  )
}
