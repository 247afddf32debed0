import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { OwnAccount } from '@/api/types'
import { textOf } from '@/shared/textOf'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Field } from '@/shared/ui/Field'
import styles from './Account.module.css'
import { Failed } from './Failed'
import { useChange } from './useAccount'

const QrPicture = lazy(() => import('./QrPicture'))

export function SecondStepCard({ account }: { account: OwnAccount }) {
  const { t } = useTranslation()
  const [codes, setCodes] = useState<readonly string[]>()
  const enrol = useChange((password: string) => answer(api.POST('/v1/account/totp', { body: { password } })))
  const remove = useChange((password: string) => answer(api.POST('/v1/account/totp/remove', { body: { password } })))
  const renew = useChange((password: string) => answer(api.POST('/v1/account/totp/recovery-codes', { body: { password } })))
  const confirm = useChange((totp: string) => answer(api.POST('/v1/account/totp/confirm', { body: { totp } })))

  if (codes) {
    return (
      <Card title={t('account.codes')}>
        <p>{t('account.codesHint')}</p>
        <ul className={styles.codes}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <Button look="primary" onClick={() => setCodes(undefined)}>
          {t('account.gotThem')}
        </Button>
      </Card>
    )
  }

  const isOn = account.hasSecondStep
  const show = ({ recoveryCodes }: { recoveryCodes: readonly string[] }) => {
    enrol.reset()
    setCodes(recoveryCodes)
  }
  return (
    <Card title={t('account.second')}>
      <p>{isOn ? t('account.secondOn', { left: account.recoveryCodesLeft }) : t('account.secondOff')}</p>
      {enrol.data && !isOn ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            confirm.mutate(textOf(new FormData(event.currentTarget), 'totp'), { onSuccess: show })
          }}
        >
          <p>{t('account.scan')}</p>
          <Suspense>
            <QrPicture text={enrol.data.uri} label={t('account.picture')} />
          </Suspense>
          <code className={styles.secret}>{enrol.data.secret}</code>
          <details>
            <summary>{t('account.address')}</summary>
            <code className={styles.secret}>{enrol.data.uri}</code>
          </details>
          <Field label={t('account.confirmLabel')} name="totp" inputMode="numeric" autoComplete="one-time-code" required />
          <p role="status">{confirm.isError ? t('account.wrongTotp') : ''}</p>
          <Button look="primary" type="submit" disabled={confirm.isPending}>
            {t('account.confirm')}
          </Button>
        </form>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            const form = event.currentTarget
            const password = textOf(new FormData(form), 'password')
            const wish = (event.nativeEvent as unknown as { submitter: HTMLButtonElement | null }).submitter?.value
            const reset = () => form.reset()
            if (wish === 'renew') renew.mutate(password, { onSuccess: show })
            else if (wish === 'remove') remove.mutate(password, { onSuccess: reset })
            else enrol.mutate(password)
          }}
        >
          <Field label={t('account.old')} name="password" type="password" autoComplete="current-password" required />
          <p role="status">
            <Failed failure={enrol.error ?? remove.error ?? renew.error} />
          </p>
          <div className={styles.buttons}>
            {isOn ? (
              <>
                <Button type="submit" value="renew">
                  {t('account.renew')}
                </Button>
                <Button type="submit" value="remove">
                  {t('account.remove')}
                </Button>
              </>
            ) : (
              <Button type="submit" value="enrol">
                {t('account.enrol')}
              </Button>
            )}
          </div>
        </form>
      )}
    </Card>
  )
}
