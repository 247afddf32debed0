import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import type { Path } from '../document/json'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import styles from './Editors.module.css'

/** What no store may change, by name. Locks are set at the fields themselves and can be taken away here. */
export function LockedFields({ path }: { path: Path }) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const value = form.valueOf(path)
  const locked = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
  if (locked.length === 0) return <p className={styles.sentence}>{t('policy.noLocks')}</p>
  return (
    <ul className={styles.stack}>
      {locked.map((each) => {
        const place = each.split('.')
        const name = words.wayTo(place).join(' › ')
        return (
          <li key={each} className={styles.item}>
            <span className={styles.line}>
              <Icon name="lock" size={14} />
              {name}
            </span>
            {form.mayEdit(path) && (
              <Button look="quiet" onClick={() => form.setLocked(place, false)} aria-label={t('policy.unlockNamed', { name })}>
                {t('policy.unlockIt')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
