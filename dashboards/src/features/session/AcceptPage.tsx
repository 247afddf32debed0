import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, Refusal } from '@/api/client'
import { faultOf } from '@/shared/passwordRule'
import { textOf } from '@/shared/textOf'
import { Button } from '@/shared/ui/Button'
import { Field } from '@/shared/ui/Field'
import { Door } from './Door'
import styles from './SignInPage.module.css'
import { useAccept } from './useSession'

interface AcceptPageProps {
  code: string
  onDone: () => void
  tools: ReactNode
}

/** Choosing a password by an invitation or a recovery; the first of all chooses a sign-in name as well. */
export default function AcceptPage({ code, onDone, tools }: AcceptPageProps) {
  const { t } = useTranslation()
  const [fault, setFault] = useState<'short' | 'differ'>()
  const link = useQuery({
    queryKey: ['link', code],
    queryFn: () => answer(api.POST('/v1/session/link', { body: { code } })),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  })
  const accept = useAccept()

  const submit = (form: FormData) => {
    const password = textOf(form, 'password')
    const wrong = faultOf(password, textOf(form, 'again'))
    setFault(wrong)
    if (wrong !== undefined) return
    const [signInName, totp] = [textOf(form, 'signInName').trim(), textOf(form, 'totp').trim()]
    accept.mutate(
      { code, password, ...(signInName === '' ? {} : { signInName }), ...(totp === '' ? {} : { totp }) },
      { onSuccess: onDone },
    )
  }

  const failure = fault ? (`accept.${fault}` as const) : (describe(accept.error) ?? describe(link.error))
  const purpose = link.data && purposeOf(link.data.purpose)
  const named = { name: link.data?.name ?? '', signInName: link.data?.signInName ?? '' }

  return (
    <Door tools={tools} title={t(purpose ? `accept.${purpose}` : 'signIn.title', named)} failure={failure && t(failure)} onSubmit={submit}>
      {link.isPending && <p role="status">{t('accept.checking')}</p>}
      {link.isError && <Button onClick={onDone}>{t('accept.toSignIn')}</Button>}
      {purpose && (
        <>
          <h2>{t(`accept.${purpose}`, named)}</h2>
          <p className={styles.hint}>{t(hints[purpose], named)}</p>
          {purpose === 'first_administrator' ? (
            <Field label={t('signIn.name')} name="signInName" autoComplete="username" autoCapitalize="none" required />
          ) : (
            <input type="hidden" name="username" autoComplete="username" value={named.signInName} readOnly />
          )}
          <Field label={t('accept.newPassword')} hint={t('accept.rule')} name="password" type="password" autoComplete="new-password" required />
          <Field label={t('accept.again')} name="again" type="password" autoComplete="new-password" required />
          {link.data.needsTotp && <Field label={t('signIn.totp')} hint={t('signIn.totpHint')} name="totp" autoComplete="one-time-code" required />}
          <Button look="primary" type="submit" disabled={accept.isPending}>
            {accept.isPending ? t('signIn.working') : t('accept.submit')}
          </Button>
        </>
      )}
    </Door>
  )
}

const hints = { invite: 'accept.inviteHint', recover: 'accept.recoverHint', first_administrator: 'accept.firstHint' } as const

function purposeOf(purpose: string): keyof typeof hints {
  return purpose === 'first_administrator' || purpose === 'recover' ? purpose : 'invite'
}

function describe(failure: Error | null) {
  if (!failure) return undefined
  if (!(failure instanceof Refusal) || failure.status >= 500) return 'signIn.unreachable' as const
  switch (failure.code) {
    case 'invalid_field':
      return 'accept.refusedPassword' as const
    case 'name_taken':
      return 'accept.nameTaken' as const
    case 'wrong_totp':
    case 'totp_needed':
      return 'signIn.wrongTotp' as const
    default:
      return 'accept.invalid' as const
  }
}
