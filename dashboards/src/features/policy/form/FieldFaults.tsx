import type { Path } from '../document/json'
import { pathText } from '../document/json'
import styles from './FieldRow.module.css'
import { usePolicyForm } from './PolicyForm'

/** What the server had against a field when the draft was last tried. */
export function FieldFaults({ path }: { path: Path }) {
  const faults = usePolicyForm().faultsOf(path)
  if (faults.length === 0) return null
  const own = pathText(path)
  return (
    <ul className={styles.faults} role="alert">
      {faults.map(({ field, why }) => (
        <li key={`${field} ${why}`}>{field === own ? why : `${field.slice(own.length).replace(/^\./, '')}: ${why}`}</li>
      ))}
    </ul>
  )
}
