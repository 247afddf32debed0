import { useTranslation } from 'react-i18next'
import { Badge } from '@/shared/ui/Badge'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { pathText, type Json, type Path } from '../document/json'
import { FieldFaults } from '../form/FieldFaults'
import { usePolicyForm } from '../form/PolicyForm'
import { sectionOf, sectionsOf } from '../form/sections'
import { useSectionName } from '../form/useSectionName'
import { useFieldWords } from '../words/useFieldWords'
import { useValueWords } from '../words/useValueWords'
import type { ToldChange } from './changesOf'
import styles from './Draft.module.css'

interface ChangeListProps {
  changes: readonly ToldChange[]
  onUndo?: (path: Path) => void
}

/** Each rule that differs: what it is, what it was, what it becomes. */
export function ChangeList({ changes, onUndo }: ChangeListProps) {
  const { t } = useTranslation()
  const { root, store } = usePolicyForm()
  const words = useFieldWords(root)
  const say = useValueWords(root)
  // A store that says nothing has what its chain has.
  const told = (path: Path, value: Json | undefined) => (store !== undefined && value === undefined ? t('policy.inherited') : say(path, value))
  const nameOf = useSectionName()
  const sections = sectionsOf(root)
  return (
    <ul className={styles.changes}>
      {changes.map(({ path, from, to, isInherited }) => {
        const section = sectionOf(sections, path)
        const way = [...(section ? [nameOf(section.id)] : []), ...words.wayTo(path.slice(0, -1), 1)].join(' › ')
        const { label } = words.of(path)
        return (
          <li key={pathText(path)} className={styles.change}>
            <div>
              <p className={styles.way}>{way}</p>
              <p className={styles.name}>{label}</p>
              {isInherited && <Badge>{t('policy.inherited')}</Badge>}
            </div>
            <div className={styles.values}>
              <del className={styles.from}>
                <span className="hidden-but-read">{t('policy.change.from')} </span>
                {told(path, from)}
              </del>
              <Icon name="arrow" size={16} />
              <ins className={styles.to}>
                <span className="hidden-but-read">{t('policy.change.to')} </span>
                {told(path, to)}
              </ins>
            </div>
            {onUndo && (
              <Button look="quiet" aria-label={t('policy.undoNamed', { name: `${way} ${label}` })} title={t('policy.undo')} onClick={() => onUndo(path)}>
                <Icon name="back" size={16} />
              </Button>
            )}
            {onUndo && <FieldFaults path={path} />}
          </li>
        )
      })}
    </ul>
  )
}
