import { useId } from 'react'
import type { Path } from '../document/json'
import { mayBeNull, placeAt } from '../document/schema'
import { usePolicyForm } from '../form/PolicyForm'
import styles from './Editors.module.css'

interface TextEditorProps {
  path: Path
  label: string
  type?: 'text' | 'time' | 'date'
  describedBy?: string | undefined
  /** What others have written here, to be chosen from. */
  list?: readonly string[]
}

/** A line of words, or a time of day. Where nothing is allowed, an empty line means it. */
export function TextEditor({ path, label, type = 'text', describedBy, list = [] }: TextEditorProps) {
  const form = usePolicyForm()
  const { schema } = placeAt(form.root, path)
  const value = form.valueOf(path)
  const text = typeof value === 'string' ? value : ''
  const isOdd = typeof schema.pattern === 'string' && text !== '' && !new RegExp(schema.pattern).test(text)
  const listId = useId()
  return (
    <>
      <input
        className={type === 'text' ? `${styles.input} ${styles.text}` : styles.input}
        type={type}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={isOdd || form.faultsOf(path).length > 0}
        maxLength={typeof schema.maxLength === 'number' ? schema.maxLength : undefined}
        disabled={!form.mayEdit(path)}
        value={text}
        list={list.length === 0 ? undefined : listId}
        onChange={({ target }) => form.set(path, target.value === '' && mayBeNull(schema) ? null : target.value)}
      />
      {list.length > 0 && (
        <datalist id={listId}>
          {list.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </>
  )
}
