import { useTranslation } from 'react-i18next'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import type { Json, Path } from '../document/json'
import { beginning, insideOf, kindOf, placeAt } from '../document/schema'
import { usePolicyForm } from '../form/PolicyForm'
import styles from './Editors.module.css'
import { NodeEditor } from './NodeEditor'
import { TicksEditor } from './TicksEditor'

/** Several of the same, in an order. */
export function ListEditor({ path, label }: { path: Path; label: string }) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const { schema } = placeAt(form.root, path)
  const inside = insideOf(form.root, schema)
  const value = form.valueOf(path)
  const items: Json[] = Array.isArray(value) ? value : []
  const mayEdit = form.mayEdit(path)
  const mayAdd = mayEdit && !(typeof schema.maxItems === 'number' && items.length >= schema.maxItems)
  if (kindOf(inside) === 'choice') return <TicksEditor path={path} label={label} />
  return (
    <div className={styles.stack}>
      {items.length === 0 && <span className={styles.unit}>{t('policy.none')}</span>}
      {items.map((_, index) => (
        <div key={index} className={styles.item}>
          <NodeEditor path={[...path, index]} label={`${label} ${index + 1}`} />
          {mayEdit && (
            <Button
              look="quiet"
              aria-label={t('policy.removeNamed', { name: `${label} ${index + 1}` })}
              onClick={() => form.set(path, items.toSpliced(index, 1))}
            >
              <Icon name="cross" size={16} />
            </Button>
          )}
        </div>
      ))}
      {mayAdd && (
        <div>
          <Button look="quiet" aria-label={t('policy.addNamed', { name: label })} onClick={() => form.set(path, [...items, beginning(form.root, inside)])}>
            <Icon name="plus" size={16} />
            {t('policy.add')}
          </Button>
        </div>
      )}
    </div>
  )
}
