import { useTranslation } from 'react-i18next'
import { Dialog } from '@/shared/ui/Dialog'
import styles from './KeysDialog.module.css'

interface KeysDialogProps {
  isOn: boolean
  onSwitch: (isOn: boolean) => void
  onClose: () => void
}

const keys = [
  { keys: ['J', '↓'], does: 'down' },
  { keys: ['K', '↑'], does: 'up' },
  { keys: ['↵'], does: 'open' },
  { keys: ['C'], does: 'claim' },
  { keys: ['1', '…', '6'], does: 'outcome' },
  { keys: ['S'], does: 'snooze' },
  { keys: ['R'], does: 'release' },
  { keys: ['?'], does: 'keys' },
] as const

/** The queue's keys, and the switch for who is disturbed by them. */
export function KeysDialog({ isOn, onSwitch, onClose }: KeysDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('queue.keys.title')} onClose={onClose}>
      <dl className={styles.keys}>
        {keys.map(({ keys: names, does }) => (
          <div key={does} className={styles.row}>
            <dt className={styles.names}>
              {names.map((name) => (
                <kbd key={name} className={styles.key}>
                  {name}
                </kbd>
              ))}
            </dt>
            <dd>{t(`queue.keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input type="checkbox" checked={isOn} onChange={({ target }) => onSwitch(target.checked)} />
        {t('queue.keys.use')}
      </label>
      <p className={styles.hint}>{t('queue.keys.hint')}</p>
    </Dialog>
  )
}
