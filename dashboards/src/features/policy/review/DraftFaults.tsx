import { useTranslation } from 'react-i18next'
import { writeAddress } from '@/shared/address/useAddress'
import { Said } from '@/shared/refusal/Said'
import { Button } from '@/shared/ui/Button'
import type { Fault } from '../document/faults'
import { usePolicyForm } from '../form/PolicyForm'
import { sectionOf, sectionsOf } from '../form/sections'
import { pathOf } from '../document/json'
import { useFaultWords } from '../words/useFaultWords'
import { useFieldWords } from '../words/useFieldWords'
import styles from './Draft.module.css'

/** What the server had against the draft, each with the way to where it can be mended. */
export function DraftFaults({ faults }: { faults: readonly Fault[] }) {
  const { t } = useTranslation()
  const { root } = usePolicyForm()
  const words = useFieldWords(root)
  const say = useFaultWords()
  const sections = sectionsOf(root)
  if (faults.length === 0) return null
  return (
    <div role="alert" className={styles.refused}>
      <p className={styles.name}>{t('policy.draft.refused')}</p>
      <ul>
        {faults.map(({ field, why }) => {
          const path = pathOf(field)
          const section = sectionOf(sections, path)
          const name = words.wayTo(path).join(' › ')
          return (
            <li key={`${field} ${why}`} className={styles.fault}>
              <span>
                <strong>{name}</strong> <Said {...say(why)} />
              </span>
              {section && (
                <Button look="quiet" onClick={() => writeAddress({ tab: undefined, view: section.id })} aria-label={t('policy.draft.mendNamed', { name })}>
                  {t('policy.draft.mend')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
