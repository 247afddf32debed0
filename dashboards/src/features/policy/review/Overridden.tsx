import { useTranslation } from 'react-i18next'
import { useChain } from '@/shared/chain/ChainContext'
import type { OverriddenField } from '../document/faults'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import styles from './Draft.module.css'

/** What stores have of their own where the chain is about to close it. */
export function Overridden({ fields }: { fields: readonly OverriddenField[] }) {
  const { t } = useTranslation()
  const { storeName } = useChain()
  const words = useFieldWords(usePolicyForm().root)
  return (
    <div role="alert" className={styles.refused}>
      <p>{t('policy.publish.overridden')}</p>
      <ul className={styles.overridden}>
        {fields.map(({ store, field }) => (
          <li key={`${store} ${field}`}>
            <strong>{storeName(store)}</strong> {words.wayTo(field.split('.')).join(' › ')}
          </li>
        ))}
      </ul>
    </div>
  )
}
