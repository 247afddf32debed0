import { useEffect, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { leaveTheDoor } from '@/shared/ui/keptFocus'
import { Mark } from '@/shared/ui/Mark'
import styles from './SignInPage.module.css'

interface DoorProps {
  /** Language and theme: also who is not signed in yet wants to read. */
  tools: ReactNode
  title: string
  failure: string | undefined
  onSubmit: (form: FormData) => void
  children: ReactNode
  /** Stands below the form. */
  more?: ReactNode
}

/** The page in front of everything: what the product is, and one form. */
export function Door({ tools, title, failure, onSubmit, children, more }: DoorProps) {
  const { t } = useTranslation()
  useEffect(leaveTheDoor, [])
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit(new FormData(event.currentTarget))
  }
  return (
    <div className={styles.page}>
      <header className={styles.tools}>{tools}</header>
      <main className={styles.panel}>
        <div className={styles.brand}>
          <Mark size={48} />
          <h1 className={styles.name}>{t('product')}</h1>
          <p className={styles.tagline}>{t('tagline')}</p>
        </div>
        <form className={styles.form} onSubmit={submit} aria-label={title}>
          {children}
          <p className={styles.failure} role="alert">
            {failure}
          </p>
        </form>
        {more}
      </main>
    </div>
  )
}
