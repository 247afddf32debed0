import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json, Path } from '../document/json'
import { usePolicyForm } from '../form/PolicyForm'
import styles from './Editors.module.css'

/** What no other editor knows, as it is written: nothing of a policy is out of reach. */
export function RawEditor({ path, label }: { path: Path; label: string }) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const [typed, setTyped] = useState<string>()
  const [isBroken, setIsBroken] = useState(false)
  return (
    <span className={styles.line}>
      <textarea
        className={styles.words}
        aria-label={label}
        aria-invalid={isBroken}
        disabled={!form.mayEdit(path)}
        value={typed ?? JSON.stringify(form.valueOf(path) ?? null, null, 2)}
        onBlur={() => !isBroken && setTyped(undefined)}
        onChange={({ target }) => {
          setTyped(target.value)
          try {
            form.set(path, JSON.parse(target.value) as Json)
            setIsBroken(false)
          } catch {
            setIsBroken(true)
          }
        }}
      />
      {isBroken && <span className={styles.fault}>{t('policy.noJson')}</span>}
    </span>
  )
}
