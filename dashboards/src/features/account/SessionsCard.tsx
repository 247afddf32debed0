import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { useFormat } from '@/shared/format/useFormat'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import styles from './Account.module.css'
import { useChange, useSessions, useSignOutEverywhere } from './useAccount'

export function SessionsCard() {
  const { t } = useTranslation()
  const format = useFormat()
  const sessions = useSessions()
  const end = useChange((session: string) => answer(api.DELETE('/v1/account/sessions/{session}', { params: { path: { session } } })))
  const everywhere = useSignOutEverywhere()
  return (
    <Card
      title={t('account.sessions')}
      aside={
        <Button disabled={everywhere.isPending} onClick={() => everywhere.mutate()}>
          {t('account.everywhere')}
        </Button>
      }
    >
      <ul className={styles.sessions}>
        {sessions.data?.map(({ id, device, seenAt, openedAt, isThis }) => (
          <li key={id} className={styles.session}>
            <span>
              <strong>{device}</strong>
              {isThis && ` (${t('account.here')})`}
              <br />
              <span className={styles.when}>
                {t('account.seen')} {format.exact(Date.parse(seenAt))}, {t('account.since')} {format.exact(Date.parse(openedAt))}
              </span>
            </span>
            {!isThis && (
              <Button look="quiet" aria-label={t('account.endOf', { device })} onClick={() => end.mutate(id)}>
                {t('account.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
