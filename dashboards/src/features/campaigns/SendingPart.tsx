import { useTranslation } from 'react-i18next'
import { Card } from '@/shared/ui/Card'
import styles from './CampaignForm.module.css'
import { faultAt } from './faults'
import { FormField } from './FormField'
import type { FormPart } from './formPart'

const numbers = [
  { field: 'holdoutPercent', max: 100 },
  { field: 'priority', max: 100 },
  { field: 'uselessAfterHours', max: 8760 },
] as const

/** Who is left alone, whose message goes first, and how long it is worth sending. */
export function SendingPart({ draft, change, faults }: FormPart) {
  const { t } = useTranslation()
  return (
    <Card title={t('campaigns.part.sending')} className={styles.part}>
      <div className={styles.row}>
        {numbers.map(({ field, max }) => (
          <FormField
            key={field}
            label={t(`campaigns.field.${field}`)}
            hint={t(`campaigns.hint.${field}`)}
            type="number"
            min={0}
            max={max}
            value={draft[field]}
            fault={faultAt(faults, field)}
            onChange={({ target }) => change({ [field]: target.value })}
          />
        ))}
      </div>
    </Card>
  )
}
