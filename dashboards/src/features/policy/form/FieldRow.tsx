import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Path } from '../document/json'
import { kindOf, placeAt } from '../document/schema'
import { NodeEditor } from '../editors/NodeEditor'
import { useFieldWords } from '../words/useFieldWords'
import { useValueWords } from '../words/useValueWords'
import { FieldFaults } from './FieldFaults'
import styles from './FieldRow.module.css'
import { FieldTools } from './FieldTools'
import { usePolicyForm } from './PolicyForm'

interface FieldRowProps {
  path: Path
  /** Where it stands among others, for a field that is shown by itself. */
  way?: string | undefined
  /** In place of the editor that the schema asks for. */
  children?: ReactNode
}

const broad = new Set(['list', 'map', 'object', 'unknown'])

/** A field: what it is called and what it does, its value, and how it stands. */
export function FieldRow({ path, way, children }: FieldRowProps) {
  const { t } = useTranslation()
  const hint = useId()
  const form = usePolicyForm()
  const { label, help } = useFieldWords(form.root).of(path)
  const say = useValueWords(form.root)
  const { schema } = placeAt(form.root, path)
  const isBroad = broad.has(kindOf(schema))
  const isChanged = form.isChanged(path)
  const isReplaced = children !== undefined && children !== false
  const isPlain = !isBroad && !isReplaced
  return (
    <div className={styles.row} data-broad={isBroad} data-changed={isChanged} data-faulty={form.faultsOf(path).length > 0}>
      <div className={styles.words}>
        {way !== undefined && <p className={styles.way}>{way}</p>}
        <h3 className={styles.label}>{label}</h3>
        {help !== undefined && (
          <p id={hint} className={styles.help}>
            {help}
          </p>
        )}
      </div>
      <div className={styles.value}>
        {isReplaced ? children : <NodeEditor path={path} label={label} describedBy={help === undefined ? undefined : hint} />}
        {isPlain && isChanged && <p className={styles.before}>{t('policy.was', { value: say(path, form.valueBefore(path)) })}</p>}
        {isPlain && !isChanged && schema.default !== undefined && schema.default !== form.valueOf(path) && (
          <p className={styles.before}>{t('policy.usual', { value: say(path, schema.default) })}</p>
        )}
        <FieldFaults path={path} />
      </div>
      <div className={styles.tools}>
        <FieldTools path={path} name={label} />
      </div>
    </div>
  )
}
