import { Said } from '@/shared/refusal/Said'
import type { Path } from '../document/json'
import { pathOf, pathText } from '../document/json'
import { useFaultWords } from '../words/useFaultWords'
import { useFieldWords } from '../words/useFieldWords'
import styles from './FieldRow.module.css'
import { usePolicyForm } from './PolicyForm'

interface FieldFaultsProps {
  path: Path
  /** Whether what is wrong further in is said there. */
  isOwnOnly?: boolean
}

/** What the server had against a field when the draft was last tried. */
export function FieldFaults({ path, isOwnOnly = false }: FieldFaultsProps) {
  const say = useFaultWords()
  const { root, faultsOf } = usePolicyForm()
  const words = useFieldWords(root)
  const faults = faultsOf(path).filter(({ field }) => !isOwnOnly || field === pathText(path))
  if (faults.length === 0) return null
  const own = pathText(path)
  return (
    <ul className={styles.faults} role="alert">
      {faults.map(({ field, why }) => (
        <li key={`${field} ${why}`}>
          {field !== own && `${words.wayTo(pathOf(field), path.length).join(' › ')}: `}
          <Said {...say(why)} />
        </li>
      ))}
    </ul>
  )
}
