import { useTranslation } from 'react-i18next'
import { Card } from '@/shared/ui/Card'
import styles from './CampaignForm.module.css'
import { nameFrom } from './draft'
import { faultAt } from './faults'
import { FormField } from './FormField'
import type { FormPart } from './formPart'

/** What it is called. A new campaign's name follows its title until somebody writes another. */
export function BasicsPart({ draft, change, faults, isNew }: FormPart & { isNew: boolean }) {
  const { t } = useTranslation()
  const isNameOwn = draft.name !== nameFrom(draft.title)
  return (
    <Card title={t('campaigns.part.basics')} className={styles.part}>
      <FormField
        label={t('campaigns.field.title')}
        value={draft.title}
        maxLength={200}
        fault={faultAt(faults, 'title')}
        onChange={({ target: { value } }) => change({ title: value, ...(isNew && !isNameOwn && { name: nameFrom(value) }) })}
      />
      <FormField
        label={t('campaigns.field.name')}
        hint={t(isNew ? 'campaigns.hint.name' : 'campaigns.hint.nameStays')}
        value={draft.name}
        maxLength={64}
        readOnly={!isNew}
        fault={faultAt(faults, 'name')}
        onChange={({ target }) => change({ name: target.value })}
      />
    </Card>
  )
}
