import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { isObject, type Path } from '../document/json'
import { beginning, insideOf, placeAt, resolved } from '../document/schema'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import styles from './MapEditor.module.css'

interface AddEntryProps {
  path: Path
  label: string
  isEmpty: boolean
  /** What a new entry begins with, where the schema's own beginning would not do. */
  begin?: (name: string) => Parameters<ReturnType<typeof usePolicyForm>['set']>[1]
}

/** A new name, if it is one: what the schema does not allow as a name is said before it is sent. */
export function AddEntry({ path, label, isEmpty, begin }: AddEntryProps) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const { schema, pattern } = placeAt(form.root, path)
  const [name, setName] = useState('')
  const hint = useId()
  const value = form.valueOf(path)
  const known = isObject(value) ? value : {}
  const names = resolved(form.root, schema.propertyNames)
  const rule = typeof names.pattern === 'string' ? new RegExp(names.pattern) : undefined
  const choices = Array.isArray(names.enum) ? names.enum.map(String).filter((each) => !(each in known)) : undefined
  const wanted = name.trim()
  const fault = wanted in known ? t('policy.nameTaken') : rule && wanted !== '' && !rule.test(wanted) ? t('policy.nameRule') : undefined
  if (!form.mayEdit(path)) return isEmpty ? <p className={styles.none}>{t('policy.none')}</p> : null
  if (choices?.length === 0) return null

  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted === '' || fault !== undefined) return
        form.set([...path, wanted], begin ? begin(wanted) : beginning(form.root, insideOf(form.root, schema)))
        setName('')
      }}
    >
      {choices ? (
        <select className={styles.name} aria-label={t('policy.newName', { name: label })} value={name} onChange={({ target }) => setName(target.value)}>
          <option value="">{t('policy.choose')}</option>
          {choices.map((each) => (
            <option key={each} value={each}>
              {words.nameOfEntry([...pattern, 'entry'], each)}
            </option>
          ))}
        </select>
      ) : (
        <input
          className={styles.name}
          aria-label={t('policy.newName', { name: label })}
          aria-describedby={hint}
          aria-invalid={fault !== undefined}
          placeholder={t(rule ? 'policy.newNameHint' : 'policy.newNamePlain')}
          maxLength={64}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      )}
      <Button type="submit" look="quiet" disabled={wanted === '' || fault !== undefined} aria-label={t('policy.addNamed', { name: label })}>
        <Icon name="plus" size={16} />
        {t('policy.add')}
      </Button>
      <span id={hint} role="status" className={styles.fault}>
        {fault}
      </span>
    </form>
  )
}
