import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'
import styles from './Campaigns.module.css'

interface ConfirmDialogProps {
  title: string
  /** What the button says that does it. */
  action: string
  onConfirm: () => void
  onClose: () => void
  children: ReactNode
}

/** Asks before something is done that cannot be taken back, and says what it will do. */
export function ConfirmDialog({ title, action, onConfirm, onClose, children }: ConfirmDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog title={title} onClose={onClose}>
      <div>{children}</div>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('campaigns.cancel')}</Button>
        <Button
          look="primary"
          onClick={() => {
            onConfirm()
            onClose()
          }}
        >
          {action}
        </Button>
      </div>
    </Dialog>
  )
}
