import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { faultOf } from '@/shared/passwordRule'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Field } from '@/shared/ui/Field'
import styles from './Account.module.css'
import { describe } from './describe'
import { useChange } from './useAccount'

export function PasswordCard() {
  const { t } = useTranslation()
  const [fault, setFault] = useState<'short' | 'differ'>()
  const change = useChange((body: { password: string; newPassword: string }) => answer(api.POST('/v1/account/password', { body })))
  return (
    <Card title={t('account.password')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          const form = event.currentTarget
          const [password, newPassword, again] = ['password', 'newPassword', 'again'].map((name) => String(new FormData(form).get(name)))
          const wrong = faultOf(newPassword ?? '', again ?? '')
          setFault(wrong)
          if (wrong === undefined)
            change.mutate({ password: password ?? '', newPassword: newPassword ?? '' }, { onSuccess: () => form.reset() })
        }}
      >
        <Field label={t('account.old')} name="password" type="password" autoComplete="current-password" required />
        <Field label={t('accept.newPassword')} hint={t('accept.rule')} name="newPassword" type="password" autoComplete="new-password" required />
        <Field label={t('accept.again')} name="again" type="password" autoComplete="new-password" required />
        <p role="status">{fault ? t(`accept.${fault}`) : change.isSuccess ? t('account.changed') : describe(t, change.error)}</p>
        <Button type="submit" disabled={change.isPending}>
          {t('account.change')}
        </Button>
      </form>
    </Card>
  )
}
