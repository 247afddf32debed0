import { useTranslation } from 'react-i18next'
import type { Path } from '../document/json'
import { insideOf, kindOf, placeAt, propertiesOf } from '../document/schema'
import { FieldTools } from '../form/FieldTools'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import styles from './MapEditor.module.css'
import { NodeEditor } from './NodeEditor'
import { RemoveEntry } from './RemoveEntry'

/** Entries of a few figures each, a line for each. */
export function EntryTable({ path, label, names }: { path: Path; label: string; names: readonly string[] }) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const inside = insideOf(form.root, placeAt(form.root, path).schema)
  const columns = kindOf(inside) === 'object' ? propertiesOf(inside) : undefined
  const said = (column: string) => words.of([...path, names[0] ?? '', column])

  return (
    <div className={styles.window} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table}>
        <caption className="hidden-but-read">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('policy.nameOfEntry')}</th>
            {columns ? columns.map((column) => <th key={column} scope="col" title={said(column).help}>{said(column).label}</th>) : <th scope="col">{t('policy.valueOfEntry')}</th>}
            <th scope="col">
              <span className="hidden-but-read">{t('policy.tools')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => {
            const entry = [...path, name]
            const title = words.of(entry).label
            return (
              <tr key={name} data-changed={form.isChanged(entry)}>
                <th scope="row">
                  {title}
                  {title !== name && <code className={styles.code}>{name}</code>}
                </th>
                {columns ? (
                  columns.map((column) => (
                    <td key={column}>
                      <NodeEditor path={[...entry, column]} label={`${title}: ${said(column).label}`} />
                    </td>
                  ))
                ) : (
                  <td>
                    <NodeEditor path={entry} label={`${label}: ${title}`} />
                  </td>
                )}
                <td className={styles.end}>
                  <FieldTools path={entry} name={title} isShort />
                  <RemoveEntry path={entry} name={title} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
