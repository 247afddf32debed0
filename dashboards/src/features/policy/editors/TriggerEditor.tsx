import type { Path } from '../document/json'
import { FieldTools } from '../form/FieldTools'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import { ChoiceEditor } from './ChoiceEditor'
import styles from './Playbooks.module.css'
import { NodeEditor } from './NodeEditor'
import { detailsOf, triggerOf } from './occasions'

/** What lets a member enter, and of its details only those that this occasion has. */
export function TriggerEditor({ path, label }: { path: Path; label: string }) {
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const when = form.valueOf([...path, 'when'])
  const shown = ['when', ...detailsOf(when)]
  const own = words.of(path).label
  return (
    <div className={styles.part} data-changed={form.isChanged(path)}>
      <div className={styles.partHead}>
        <h4>{own}</h4>
        <FieldTools path={path} name={`${label}: ${own}`} />
      </div>
      <div className={styles.fields}>
        {shown.map((field) => {
          const place = [...path, field]
          const { label: name } = words.of(place)
          return (
            <div key={field} className={styles.field}>
              <span aria-hidden="true">{name}</span>
              {field === 'when' ? (
                // Another occasion has other details.
                <ChoiceEditor path={place} label={`${label}: ${name}`} onPick={(word) => form.set(path, triggerOf(word))} />
              ) : (
                <NodeEditor path={place} label={`${label}: ${name}`} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
