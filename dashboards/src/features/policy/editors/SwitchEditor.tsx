import { useTranslation } from 'react-i18next'
import type { Path } from '../document/json'
import { usePolicyForm } from '../form/PolicyForm'
import styles from './Editors.module.css'

/** Yes or no. Its name may stand beside it, else the word for how it stands does. */
export function SwitchEditor({ path, label, isNamed = false }: { path: Path; label: string; isNamed?: boolean }) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const isOn = form.valueOf(path) === true
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        role="switch"
        aria-label={label}
        checked={isOn}
        disabled={!form.mayEdit(path)}
        onChange={({ target }) => form.set(path, target.checked)}
      />
      <span aria-hidden="true">{isNamed ? label : t(isOn ? 'policy.on' : 'policy.off')}</span>
    </label>
  )
}
