import type { Path } from '../document/json'
import { insideOf, placeAt } from '../document/schema'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import styles from './Editors.module.css'

/** Any of a few words. */
export function TicksEditor({ path, label }: { path: Path; label: string }) {
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const { schema } = placeAt(form.root, path)
  const choices = insideOf(form.root, schema).enum
  const offered = Array.isArray(choices) ? choices.filter((each) => typeof each === 'string') : []
  const value = form.valueOf(path)
  const chosen = Array.isArray(value) ? value : []
  return (
    <fieldset className={styles.ticks}>
      <legend className="hidden-but-read">{label}</legend>
      {offered.map((choice) => (
        <label key={choice} className={styles.tick}>
          <input
            type="checkbox"
            checked={chosen.includes(choice)}
            disabled={!form.mayEdit(path)}
            onChange={({ target }) => form.set(path, target.checked ? [...chosen, choice] : chosen.filter((each) => each !== choice))}
          />
          {words.choice(choice)}
        </label>
      ))}
    </fieldset>
  )
}
