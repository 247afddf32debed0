import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import type { Json, Path } from '../document/json'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import { useValueWords } from '../words/useValueWords'
import { BenefitsEditor } from './BenefitsEditor'
import { Disclosure } from './Disclosure'
import styles from './Tiers.module.css'
import { TextEditor } from './TextEditor'
import { TierRuleEditor } from './TierRuleEditor'

/** A tier: what it is called, what deserves it, and what it is good for. */
export function TierEditor({ path, label, aside }: { path: Path; label: string; aside: ReactNode }) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const say = useValueWords(form.root)
  const rulesPath = [...path, 'rules']
  const value = form.valueOf(rulesPath)
  const rules: Json[] = Array.isArray(value) ? value : []
  const said = (field: string) => words.of([...path, field]).label
  const mayEdit = form.mayEdit(path)
  return (
    <Disclosure isChanged={false} title={label} sentence={rules.map((rule, index) => say([...rulesPath, index], rule)).join(t('policy.tier.or'))} aside={aside}>
      <div className={styles.tier}>
        <div className={styles.names}>
          {(['title', 'name'] as const).map((field) => (
            <label key={field} className={styles.name}>
              <span aria-hidden="true">{said(field)}</span>
              <TextEditor path={[...path, field]} label={`${label}: ${said(field)}`} />
            </label>
          ))}
        </div>
        <h4 className={styles.part}>{said('rules')}</h4>
        <ul className={styles.rules}>
          {rules.map((_, index) => (
            <li key={index} className={styles.rule}>
              {index > 0 && <span className={styles.or}>{t('policy.tier.orElse')}</span>}
              <TierRuleEditor path={[...rulesPath, index]} label={`${label}, ${said('rules')} ${index + 1}`} />
              {mayEdit && rules.length > 1 && (
                <Button look="quiet" aria-label={t('policy.removeNamed', { name: `${label}, ${said('rules')} ${index + 1}` })} onClick={() => form.set(rulesPath, rules.toSpliced(index, 1))}>
                  <Icon name="cross" size={16} />
                </Button>
              )}
            </li>
          ))}
        </ul>
        {mayEdit && (
          <div>
            <Button look="quiet" onClick={() => form.set(rulesPath, [...rules, { spend: null, withinDays: null, points: null, friends: null, invitation: true }])}>
              <Icon name="plus" size={16} />
              {t('policy.tier.addRule')}
            </Button>
          </div>
        )}
        <h4 className={styles.part}>{said('benefits')}</h4>
        <BenefitsEditor path={[...path, 'benefits']} label={label} />
      </div>
    </Disclosure>
  )
}
