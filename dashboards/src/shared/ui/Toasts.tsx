import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Said } from '../refusal/Said'
import { Button } from './Button'
import { Icon } from './Icon'
import styles from './Toasts.module.css'
import { dismiss, toastStore } from './toasts'

export function Toasts() {
  const { t } = useTranslation()
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get)
  return (
    <div className={styles.toasts} role="status" aria-label={t('toasts')}>
      {toasts.map(({ id, tone, text, english }) => (
        <p key={id} className={styles.toast} data-tone={tone}>
          <Icon name={tone === 'good' ? 'tick' : 'flag'} />
          <span>
            <Said text={text} english={english} />
          </span>
          <Button look="quiet" className={styles.close} aria-label={t('close')} onClick={() => dismiss(id)}>
            <Icon name="cross" size={15} />
          </Button>
        </p>
      ))}
    </div>
  )
}
