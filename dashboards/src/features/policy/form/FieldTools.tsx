import { useTranslation } from 'react-i18next'
import { Badge } from '@/shared/ui/Badge'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { pathText, type Path } from '../document/json'
import { useFieldWords } from '../words/useFieldWords'
import { usePolicyForm } from './PolicyForm'
import styles from './FieldTools.module.css'

interface FieldToolsProps {
  path: Path
  /** What it is called, for the names of the buttons. */
  name: string
  /** In a line of a table: only what says something. */
  isShort?: boolean
}

/** How a field stands between chain and store, whether it was changed, and what can be done about both. */
export function FieldTools({ path, name, isShort = false }: FieldToolsProps) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  // What stands in a list goes with the list.
  if (path.some((step) => typeof step === 'number')) return null
  const lock = form.lockOver(path)
  const isLockedHere = lock === pathText(path)
  const mayEdit = form.mayEdit(path)
  const isOfStore = form.store !== undefined
  const isOwn = form.isOwn(path)

  return (
    <span className={styles.tools}>
      {form.isChanged(path) && (
        <>
          <Badge tone="accent">{t('policy.changed')}</Badge>
          <Button look="quiet" className={styles.tool} aria-label={t('policy.undoNamed', { name })} title={t('policy.undo')} onClick={() => form.undo(path)}>
            <Icon name="back" size={16} />
          </Button>
        </>
      )}
      {isOfStore && lock !== undefined && (
        <Badge>
          <Icon name="lock" size={13} />
          {t('policy.lockedByChain')}
        </Badge>
      )}
      {isOfStore && lock === undefined && isOwn && <Badge tone="warn">{t('policy.own')}</Badge>}
      {isOfStore && lock === undefined && !isOwn && !isShort && <Badge>{t('policy.inherited')}</Badge>}
      {isOfStore && mayEdit && isOwn && !form.isRemovable(path) && (
        <Button look="quiet" className={styles.tool} aria-label={t('policy.inheritNamed', { name })} onClick={() => form.inherit(path)}>
          {t('policy.inherit')}
        </Button>
      )}
      {isOfStore && mayEdit && !isOwn && !isShort && (
        <Button look="quiet" className={styles.tool} aria-label={t('policy.overrideNamed', { name })} onClick={() => form.set(path, form.valueOf(path) ?? null)}>
          {t('policy.override')}
        </Button>
      )}
      {!isOfStore && lock !== undefined && !isLockedHere && <Badge>{t('policy.lockedWith', { name: words.of(lock.split('.')).label })}</Badge>}
      {!isOfStore && (lock === undefined || isLockedHere) && form.mayChange && (
        <Button
          look="quiet"
          className={styles.tool}
          aria-pressed={isLockedHere}
          aria-label={t('policy.lockNamed', { name })}
          title={t(isLockedHere ? 'policy.unlock' : 'policy.lock')}
          onClick={() => form.setLocked(path, !isLockedHere)}
        >
          <Icon name="lock" size={16} />
          {isLockedHere && t('policy.locked')}
        </Button>
      )}
      {!isOfStore && isLockedHere && !form.mayChange && <Badge>{t('policy.locked')}</Badge>}
    </span>
  )
}
