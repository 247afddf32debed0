import { useTranslation } from 'react-i18next'
import type { Session } from '@/api/types'
import { About } from './About'
import styles from './Account.module.css'
import { PasswordCard } from './PasswordCard'
import { SecondStepCard } from './SecondStepCard'
import { SessionsCard } from './SessionsCard'
import { useAccount } from './useAccount'

/** What everybody can look after herself: name, password, second step, and where she is signed in. */
export default function AccountPage({ session }: { session: Session }) {
  const { t } = useTranslation()
  const { data: account, isPending } = useAccount(session.hasAccount)
  return (
    <main id="account" className={styles.page} tabIndex={-1}>
      <h1 className={styles.title}>{t('account.title')}</h1>
      {session.hasAccount && isPending && <p role="status">{t('account.loading')}</p>}
      {!session.hasAccount && <p>{t('account.none')}</p>}
      {account && (
        <>
          <About account={account} />
          <PasswordCard />
          <SecondStepCard account={account} />
        </>
      )}
      <SessionsCard />
    </main>
  )
}
