import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { type Path } from '../document/json'
import { beginning, mayBeNull, placeAt, propertiesOf, propertyOf } from '../document/schema'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import styles from './Editors.module.css'
import { NodeEditor } from './NodeEditor'

interface GroupEditorProps {
  path: Path
  label: string
  /** Only these of its fields; all when left out. */
  only?: readonly string[] | undefined
}

/** Several fields that belong together, each with its name above it. One that may be absent can be added and taken away. */
export function GroupEditor({ path, label, only }: GroupEditorProps) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const { schema } = placeAt(form.root, path)
  const mayEdit = form.mayEdit(path)
  if (mayBeNull(schema) && (form.valueOf(path) ?? null) === null) {
    const start = Object.fromEntries(propertiesOf(schema).map((name) => [name, beginning(form.root, propertyOf(form.root, schema, name))]))
    return mayEdit ? (
      <Button look="quiet" onClick={() => form.set(path, start)} aria-label={t('policy.addNamed', { name: label })}>
        <Icon name="plus" size={16} />
        {t('policy.add')}
      </Button>
    ) : (
      <span className={styles.unit}>{t('policy.none')}</span>
    )
  }
  return (
    <div className={styles.several}>
      {(only ?? propertiesOf(schema)).map((name) => {
        const inside = [...path, name]
        const said = words.of(inside).label
        return (
          <div key={name} className={styles.small}>
            <span className={styles.name} aria-hidden="true">
              {said}
            </span>
            <NodeEditor path={inside} label={`${label}: ${said}`} />
          </div>
        )
      })}
      {mayBeNull(schema) && mayEdit && (
        <Button look="quiet" aria-label={t('policy.removeNamed', { name: label })} onClick={() => form.set(path, null)}>
          <Icon name="cross" size={16} />
        </Button>
      )}
    </div>
  )
}
