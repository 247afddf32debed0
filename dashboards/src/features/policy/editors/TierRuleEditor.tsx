import type { Path } from '../document/json'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import { NodeEditor } from './NodeEditor'
import styles from './Tiers.module.css'

const fields = ['spend', 'withinDays', 'points', 'friends', 'invitation'] as const

/** What is given has to hold together; what is empty does not matter. */
export function TierRuleEditor({ path, label }: { path: Path; label: string }) {
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const isSpend = form.valueOf([...path, 'spend']) !== null
  return (
    <div className={styles.names}>
      {fields
        // Days count for money only.
        .filter((field) => field !== 'withinDays' || isSpend)
        .map((field) => {
          const said = words.of([...path, field]).label
          return (
            <div key={field} className={styles.name}>
              <span aria-hidden="true">{said}</span>
              <NodeEditor path={[...path, field]} label={`${label}: ${said}`} />
            </div>
          )
        })}
    </div>
  )
}
