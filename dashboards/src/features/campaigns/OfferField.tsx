import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reason } from '@/shared/refusal/Reason'
import { FormField } from './FormField'

interface OfferFieldProps {
  /** The offers for which the policy has words in both languages. */
  offers: readonly { id: string; name: string }[]
  value: string
  hint: string
  fault: Reason | undefined
  onChange: (offer: string) => void
}

/** An offer in words: one that the policy knows in both languages, or any other, which is told as it stands. */
export function OfferField({ offers, value, hint, fault, onChange }: OfferFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <>
      <FormField label={t('campaigns.field.offer')} list={id} hint={hint} value={value} fault={fault} onChange={({ target }) => onChange(target.value)} />
      <datalist id={id}>
        {offers.map(({ id: offer, name }) => (
          <option key={offer} value={offer} label={name} />
        ))}
      </datalist>
    </>
  )
}
