import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button'
import styles from './Dialog.module.css'
import { Icon } from './Icon'

interface DialogProps {
  title: string
  /** Called when it is closed, by whatever means. */
  onClose: () => void
  children: ReactNode
}

/** The platform's own dialog: it keeps the focus, closes with Escape, and gives the focus back. Shown while it is rendered. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
    return () => {
      // The platform gives the focus back to whoever had it only where the dialog is closed before it is taken away.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    >
      <div className={styles.inside}>
        <header className={styles.header}>
          <h2 id={id}>{title}</h2>
          <Button look="quiet" aria-label={t('close')} onClick={() => dialog.current?.close()}>
            <Icon name="cross" />
          </Button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
