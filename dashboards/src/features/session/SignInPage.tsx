import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, Refusal } from '@/api/client'
import { textOf } from '@/shared/textOf'
import { Button } from '@/shared/ui/Button'
import { Field } from '@/shared/ui/Field'
import { Door } from './Door'
import styles from './SignInPage.module.css'
import { useSignIn } from './useSession'

interface SignInPageProps {
  /** Why signing in by a link did not work, where one was tried. */
  linkFailure?: Error | null
  /** Why an identity provider sent the browser back. */
  refused?: string | undefined
  tools: ReactNode
}

export function SignInPage({ linkFailure, refused, tools }: SignInPageProps) {
  const { t } = useTranslation()
  const [isByKey, setIsByKey] = useState(false)
  const signIn = useSignIn()
  const providers = useQuery({
    queryKey: ['providers'],
    queryFn: async () => (await answer(api.GET('/v1/session/providers'))).items,
  })
  const needsTotp = signIn.error instanceof Refusal && (signIn.error.code === 'totp_needed' || signIn.error.code === 'wrong_totp')

  const submit = (form: FormData) => {
    const key = textOf(form, 'key').trim()
    const signInName = textOf(form, 'signInName').trim()
    if (isByKey && key !== '') signIn.mutate({ key })
    else if (!isByKey && signInName !== '') {
      const totp = textOf(form, 'totp').trim()
      signIn.mutate({ signInName, password: textOf(form, 'password'), ...(totp === '' ? {} : { totp }) })
    }
  }

  const failure = describe(signIn.error, isByKey) ?? describe(linkFailure, true, 'signIn.invalidCode') ?? describeRefused(refused)

  return (
    <Door
      tools={tools}
      title={t('signIn.title')}
      failure={failure && t(failure)}
      onSubmit={submit}
      more={
        <div className={styles.others}>
          {providers.data?.map(({ name, title, path }) => (
            <a key={name} className={styles.provider} href={path}>
              {t('signIn.through', { provider: title })}
            </a>
          ))}
          <Button
            look="quiet"
            onClick={() => {
              signIn.reset()
              setIsByKey(!isByKey)
            }}
          >
            {t(isByKey ? 'signIn.byName' : 'signIn.byKey')}
          </Button>
        </div>
      }
    >
      {isByKey ? (
        <Field key="key" label={t('signIn.key')} hint={t('signIn.keyHint')} name="key" type="password" autoComplete="off" required />
      ) : (
        <>
          <Field key="name" label={t('signIn.name')} name="signInName" autoComplete="username" autoCapitalize="none" required />
          <Field key="password" label={t('signIn.password')} name="password" type="password" autoComplete="current-password" required />
          {needsTotp && (
            <Field key="totp" label={t('signIn.totp')} hint={t('signIn.totpHint')} name="totp" autoComplete="one-time-code" autoFocus required />
          )}
        </>
      )}
      <Button look="primary" type="submit" disabled={signIn.isPending}>
        {signIn.isPending ? t('signIn.working') : t('signIn.submit')}
      </Button>
    </Door>
  )
}

function describe(failure: Error | null | undefined, isByKey: boolean, whenRefused?: 'signIn.invalidCode') {
  if (!failure) return undefined
  if (!(failure instanceof Refusal) || failure.status >= 500) return 'signIn.unreachable' as const
  if (failure.code === 'totp_needed') return undefined
  if (failure.code === 'wrong_totp') return 'signIn.wrongTotp' as const
  return whenRefused ?? (isByKey ? ('signIn.invalidKey' as const) : ('signIn.wrong' as const))
}

function describeRefused(refused: string | undefined) {
  if (refused === undefined) return undefined
  return refused === 'unknown' ? ('signIn.unknown' as const) : ('signIn.refused' as const)
}
