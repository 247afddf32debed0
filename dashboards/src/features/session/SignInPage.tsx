import { useId, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '@/api/client'
import { Button } from '@/shared/ui/Button'
import { Mark } from '@/shared/ui/Mark'
import styles from './SignInPage.module.css'
import { useSignIn } from './useSession'

interface SignInPageProps {
  /** Why signing in by a link did not work, where one was tried. */
  linkFailure?: Error | null
  /** Language and theme: also who is not signed in yet wants to read. */
  tools: ReactNode
}

export function SignInPage({ linkFailure, tools }: SignInPageProps) {
  const { t } = useTranslation()
  const ids = { key: useId(), hint: useId(), failure: useId() }
  const signIn = useSignIn()

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const key = new FormData(event.currentTarget).get('key')
    if (typeof key === 'string' && key.trim() !== '') signIn.mutate(key.trim())
  }

  const failure = describe(signIn.error, 'signIn.invalidKey') ?? describe(linkFailure, 'signIn.invalidCode')

  return (
    <div className={styles.page}>
      <header className={styles.tools}>{tools}</header>
      <main className={styles.panel}>
        <div className={styles.brand}>
          <Mark size={48} />
          <h1 className={styles.name}>{t('product')}</h1>
          <p className={styles.tagline}>{t('tagline')}</p>
        </div>
        <form className={styles.form} onSubmit={submit} aria-label={t('signIn.title')}>
          <label htmlFor={ids.key}>{t('signIn.key')}</label>
          <input
            id={ids.key}
            className={styles.input}
            name="key"
            type="password"
            autoComplete="current-password"
            spellCheck={false}
            required
            aria-describedby={`${ids.hint} ${ids.failure}`}
            aria-invalid={signIn.isError}
          />
          <p id={ids.failure} className={styles.failure} role="alert">
            {failure && t(failure)}
          </p>
          <Button look="primary" type="submit" disabled={signIn.isPending}>
            {signIn.isPending ? t('signIn.working') : t('signIn.submit')}
          </Button>
          <p id={ids.hint} className={styles.hint}>
            {t('signIn.keyHint')}
          </p>
        </form>
      </main>
    </div>
  )
}

function describe<Key extends string>(failure: Error | null | undefined, whenRefused: Key) {
  if (!failure) return undefined
  return failure instanceof Refusal && failure.status < 500 ? whenRefused : ('signIn.unreachable' as const)
}
