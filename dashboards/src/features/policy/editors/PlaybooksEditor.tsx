import { isObject, type Path } from '../document/json'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import { AddEntry } from './AddEntry'
import { PlaybookEditor } from './PlaybookEditor'
import styles from './Playbooks.module.css'

/** Every playbook by its name, closed until somebody wants to read it. */
export function PlaybooksEditor({ path }: { path: Path }) {
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const value = form.valueOf(path)
  const names = isObject(value) ? Object.keys(value) : []
  return (
    <div className={styles.playbooks}>
      {names.map((name) => (
        <PlaybookEditor key={name} path={[...path, name]} name={name} />
      ))}
      <AddEntry path={path} label={words.of(path).label} isEmpty={names.length === 0} begin={newPlaybook} />
    </div>
  )
}

/** Switched off, so that nothing goes out before somebody has written it; with a first step, for there must be one. */
function newPlaybook() {
  return {
    enabled: false,
    priority: 50,
    trigger: { when: 'joined', at: null, days: null, run: null, act: null, points: null },
    steps: [{ afterHours: 0, at: null, message: { template: 'welcome', channel: null, uselessAfterHours: null }, task: null, offer: null }],
    exits: [],
    endsAfterHours: 720,
    coolDownDays: 0,
    holdoutPercent: 0,
  }
}
