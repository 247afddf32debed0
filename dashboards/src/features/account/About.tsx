import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { OwnAccount } from '@/api/types'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Field } from '@/shared/ui/Field'
import styles from './Account.module.css'
import { Failed } from './Failed'
import { roleOf } from './roleOf'
import { useChange } from './useAccount'

export function About({ account }: { account: OwnAccount }) {
  const { t } = useTranslation()
  const rename = useChange((name: string) => answer(api.PUT('/v1/account', { body: { name } })))
  return (
    <Card title={t('account.about')}>
      <dl className={styles.facts}>
        <dt>{t('account.signInName')}</dt>
        <dd>{account.signInName}</dd>
        <dt>{t('account.role')}</dt>
        <dd>{t(`staffRole.${roleOf(account.role)}`)}</dd>
        <dt>{t('account.stores')}</dt>
        <dd>{account.stores.length === 0 ? t('account.allStores') : account.stores.join(', ')}</dd>
      </dl>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          const name = new FormData(event.currentTarget).get('name')
          if (typeof name === 'string' && name.trim() !== '') rename.mutate(name.trim())
        }}
      >
        <Field label={t('account.name')} name="name" autoComplete="name" defaultValue={account.name} required />
        <p role="status">{rename.isSuccess ? t('account.saved') : <Failed failure={rename.error} />}</p>
        <Button type="submit" disabled={rename.isPending}>
          {t('account.save')}
        </Button>
      </form>
    </Card>
  )
}
