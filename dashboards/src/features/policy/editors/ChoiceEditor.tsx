import { useTranslation } from 'react-i18next'
import type { Path } from '../document/json'
import { mayBeNull, placeAt } from '../document/schema'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import styles from './Editors.module.css'

interface ChoiceEditorProps {
  path: Path
  label: string
  /** What may be chosen, where the schema does not say; by its name where that is another. */
  options?: readonly { id: string; name: string }[]
  isEmptyAllowed?: boolean
  /** In place of putting the word itself. */
  onPick?: (word: string) => void
}

/** One of a few words. A value that is none of them stays until another is chosen. */
export function ChoiceEditor({ path, label, options, isEmptyAllowed, onPick }: ChoiceEditorProps) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const { schema } = placeAt(form.root, path)
  const value = form.valueOf(path)
  const text = typeof value === 'string' ? value : ''
  const listed = Array.isArray(schema.enum) ? schema.enum.filter((each) => typeof each === 'string') : []
  const choices = options ?? listed.map((id) => ({ id, name: words.choice(id) }))
  const isEmpty = isEmptyAllowed ?? mayBeNull(schema)
  return (
    <select
      className={styles.input}
      aria-label={label}
      aria-invalid={form.faultsOf(path).length > 0}
      disabled={!form.mayEdit(path)}
      value={text}
      onChange={({ target }) => (onPick ? onPick(target.value) : form.set(path, target.value === '' ? null : target.value))}
    >
      {(isEmpty || text === '') && <option value="">{t('policy.none')}</option>}
      {text !== '' && !choices.some(({ id }) => id === text) && <option value={text}>{text}</option>}
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
