import { useTranslation } from 'react-i18next'
import { writeAddress } from '@/shared/address/useAddress'
import { useFormat } from '@/shared/format/useFormat'
import { Button } from '@/shared/ui/Button'
import styles from './Policy.module.css'

/** Stays in sight while rules are changed: how much is not published, and where to do it. */
export function DraftBar({ count, onDiscard }: { count: number; onDiscard: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className={styles.bar} role="region" aria-label={t('policy.tab.draft')}>
      <p role="status">{t('policy.draft.bar', { count, formatted: format.number(count) })}</p>
      <span className={styles.buttons}>
        <Button look="quiet" onClick={onDiscard}>
          {t('policy.draft.discard')}
        </Button>
        <Button look="primary" onClick={() => writeAddress({ tab: 'draft' })}>
          {t('policy.draft.review')}
        </Button>
      </span>
    </div>
  )
}
