import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'
import styles from './Draft.module.css'

/** What is discarded is nowhere else: asked once. */
export function DiscardDialog({ onDiscard, onClose }: { onDiscard: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('policy.discard.title')} onClose={onClose}>
      <p>{t('policy.discard.hint')}</p>
      <span className={styles.buttons}>
        <Button
          look="primary"
          onClick={() => {
            onDiscard()
            onClose()
          }}
        >
          {t('policy.draft.discard')}
        </Button>
        <Button onClick={onClose}>{t('policy.publish.back')}</Button>
      </span>
    </Dialog>
  )
}
