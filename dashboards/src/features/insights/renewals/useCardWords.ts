import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Renewal } from '@/api/types'
import { givenName } from '@/shared/givenName'

const forms = ['stored_value', 'count', 'period', 'discount'] as const

/** What a card is called: by the chain's own name for its kind, and what form of card that is. */
export function useCardWords(): (renewal: Pick<Renewal, 'card' | 'kind' | 'form'>) => string {
  const { t } = useTranslation()
  return useCallback(
    ({ card, kind, form }) => {
      const known = forms.find((each) => each === form)
      const name = kind === null ? card : givenName(t, kind)
      const what = known && t(`insights.renewals.form.${known}`)
      // A kind may be called as its form is.
      return what === undefined || what.toLowerCase() === name.toLowerCase() ? name : `${name} · ${what}`
    },
    [t],
  )
}
