import { useTranslation } from 'react-i18next'
import type { Chain, Session, Store } from '@/api/types'
import { useSignOut } from '@/features/session/useSession'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { Mark } from '@/shared/ui/Mark'
import { Connection } from './Connection'
import styles from './Header.module.css'
import { Pages } from './Pages'
import { Picker } from './Picker'
import { ServerTime } from './ServerTime'
import { Tools } from './Tools'
import { isOfStores } from './ownStores'
import { pageOf } from './pages'

interface HeaderProps {
  session: Session
  chains?: readonly Chain[]
  chain?: Chain
  stores?: readonly Store[] | undefined
  store?: string | undefined
}

export function Header({ session, chains, chain, stores, store }: HeaderProps) {
  const { t } = useTranslation()
  const signOut = useSignOut()
  const address = useAddress('page')
  const page = pageOf(address)
  const isAtAccount = address === 'account'
  const signOutHint = `${t('signIn.signOut')} (${session.name})`
  return (
    <header className={styles.header}>
      {!isAtAccount && (
        <a className={styles.skip} href={`#${page}`}>
          {page === 'queue' ? t('skipToQueue') : t('skip')}
        </a>
      )}
      <span className={styles.brand}>
        <Mark />
        <span className={styles.name}>{t('product')}</span>
      </span>
      {chain && <Pages page={page} />}
      <div className={styles.pickers}>
        {chains && chains.length > 0 && (
          <Picker
            label={t('pick.chain')}
            value={chain?.id ?? ''}
            options={[...(chain ? [] : [{ id: '', name: '–' }]), ...chains]}
            onPick={(id) => writeAddress({ chain: id, store: undefined })}
          />
        )}
        {chain && (
          <Picker
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
