import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { getIn, type Json, type Path } from '../document/json'
import { FieldTools } from '../form/FieldTools'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import styles from './Playbooks.module.css'
import { StepEditor } from './StepEditor'

/** The steps as a ladder, in the order of time. */
export function StepsEditor({ path, label }: { path: Path; label: string }) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const value = form.valueOf(path)
  const steps: Json[] = Array.isArray(value) ? value : []
  const own = words.of(path).label
  const mayEdit = form.mayEdit(path)
  const add = () => {
    const last = getIn(steps.at(-1), ['afterHours'])
    const afterHours = typeof last === 'number' ? last + 24 * 7 : 0
    form.set(path, [...steps, { afterHours, at: null, message: null, task: { kind: 'care_call', title: t('policy.step.newTask'), script: null }, offer: null }])
  }
  return (
    <div className={styles.part} data-changed={form.isChanged(path)}>
      <div className={styles.partHead}>
        <h4>{own}</h4>
        <FieldTools path={path} name={`${label}: ${own}`} />
      </div>
      <ol className={styles.ladder}>
        {steps.map((_, index) => (
          <StepEditor
            key={index}
            path={[...path, index]}
            label={t('policy.step.name', { playbook: label, number: index + 1 })}
            onRemove={mayEdit && steps.length > 1 ? () => form.set(path, steps.toSpliced(index, 1)) : undefined}
          />
        ))}
      </ol>
      {mayEdit && (
        <Button look="quiet" onClick={add} aria-label={t('policy.addNamed', { name: `${label}: ${own}` })}>
          <Icon name="plus" size={16} />
          {t('policy.step.add')}
        </Button>
      )}
    </div>
  )
}
