import { useTranslation } from 'react-i18next'
import type { Chain, Session, Store } from '@/api/types'
import { useSignOut } from '@/features/session/useSession'
import { may } from '@/shared/chain/ChainContext'
import { addressOf, goTo, useAddress, writeAddress } from '@/shared/address/useAddress'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { Mark } from '@/shared/ui/Mark'
import { Select } from '@/shared/ui/Select'
import { Connection } from './Connection'
import styles from './Header.module.css'
import { Ringing } from './Ringing'
import { ServerTime } from './ServerTime'
import { Tools } from './Tools'
import { isOfStores } from './ownStores'

interface HeaderProps {
  session: Session
  chains?: readonly Chain[]
  chain?: Chain
  stores?: readonly Store[] | undefined
  store?: string | undefined
  /** The way into the past, where there is a chain that has one. */
  travel?: { isOpen: boolean; onToggle: () => void }
}

export function Header({ session, chains, chain, stores, store, travel }: HeaderProps) {
  const { t } = useTranslation()
  const signOut = useSignOut()
  const address = useAddress('page')
  const isAtAccount = address === 'account'
  const signOutHint = `${t('signIn.signOut')} (${session.name})`
  return (
    <header className={styles.header}>
      {!isAtAccount && (
        <a className={styles.skip} href="#page">
          {t('skip')}
        </a>
      )}
      <span className={styles.brand}>
        <Mark />
        <span className={styles.name}>{t('product')}</span>
      </span>
      <div className={styles.pickers}>
        {chains && chains.length > 0 && (
          <Select
            label={t('pick.chain')}
            value={chain?.id ?? ''}
            options={[...(chain ? [] : [{ id: '', name: '–' }]), ...chains]}
            onPick={(id) => goTo(addressOf({ page: address, chain: id, store: undefined }))}
          />
        )}
        {chain && (
          <Select
            label={t('pick.store')}
            value={store ?? ''}
            options={[...(isOfStores(session) ? [] : [{ id: '', name: t('pick.allStores') }]), ...(stores ?? [])]}
            onPick={(id) => writeAddress({ store: id === '' ? undefined : id })}
          />
        )}
      </div>
      {chain && (
        <div className={styles.state}>
          <ServerTime />
          <Connection />
        </div>
      )}
      <div className={styles.tools}>
        {travel && (
          <Button
            look="quiet"
            title={t('timeTravel.title')}
            aria-label={t('timeTravel.title')}
            aria-expanded={travel.isOpen}
            onClick={travel.onToggle}
          >
            <Icon name="past" />
          </Button>
        )}
        {/* Of another store nothing has been counted yet. */}
        {chain && may(session, 'see_tasks') && <Ringing key={store} />}
        <Tools />
        {isAtAccount ? (
          <Button onClick={() => writeAddress({ page: undefined })}>{t('account.back')}</Button>
        ) : (
          <Button
            look="quiet"
            title={t('account.open', { name: session.name })}
            aria-label={t('account.open', { name: session.name })}
            onClick={() => writeAddress({ page: 'account' })}
          >
            <Icon name="person" />
          </Button>
        )}
        <Button look="quiet" title={signOutHint} aria-label={signOutHint} onClick={() => signOut.mutate()}>
          <Icon name="leave" />
        </Button>
      </div>
    </header>
  )
}
