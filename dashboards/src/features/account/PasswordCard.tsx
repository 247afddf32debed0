import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { faultOf } from '@/shared/passwordRule'
import { textOf } from '@/shared/textOf'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Field } from '@/shared/ui/Field'
import styles from './Account.module.css'
import { Failed } from './Failed'
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
          const fields = new FormData(form)
          const newPassword = textOf(fields, 'newPassword')
          const wrong = faultOf(newPassword, textOf(fields, 'again'))
          setFault(wrong)
          if (wrong === undefined)
            change.mutate({ password: textOf(fields, 'password'), newPassword }, { onSuccess: () => form.reset() })
        }}
      >
        <Field label={t('account.old')} name="password" type="password" autoComplete="current-password" required />
        <Field label={t('accept.newPassword')} hint={t('accept.rule')} name="newPassword" type="password" autoComplete="new-password" required />
        <Field label={t('accept.again')} name="again" type="password" autoComplete="new-password" required />
        <p role="status">{fault ? t(`accept.${fault}`) : change.isSuccess ? t('account.changed') : <Failed failure={change.error} />}</p>
        <Button type="submit" disabled={change.isPending}>
          {t('account.change')}
        </Button>
      </form>
    </Card>
  )
}
