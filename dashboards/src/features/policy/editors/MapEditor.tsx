import { isObject, type Path } from '../document/json'
import { insideOf, kindOf, placeAt, propertiesOf, propertyOf } from '../document/schema'
import { FieldTools } from '../form/FieldTools'
import { usePolicyForm } from '../form/PolicyForm'
import { useFieldWords } from '../words/useFieldWords'
import { useValueWords } from '../words/useValueWords'
import { AddEntry } from './AddEntry'
import { Disclosure } from './Disclosure'
import { EntryTable } from './EntryTable'
import styles from './MapEditor.module.css'
import { NodeEditor } from './NodeEditor'
import { RemoveEntry } from './RemoveEntry'

const plain = new Set(['switch', 'integer', 'decimal', 'text', 'time', 'choice'])

/** Values by names that the chain gives: a table where each is a line of figures, else one below the other. */
export function MapEditor({ path, label }: { path: Path; label: string }) {
  const form = usePolicyForm()
  const words = useFieldWords(form.root)
  const say = useValueWords(form.root)
  const { schema } = placeAt(form.root, path)
  const inside = insideOf(form.root, schema)
  const value = form.valueOf(path)
  const names = isObject(value) ? Object.keys(value) : []
  const kind = kindOf(inside)
  const isTable = plain.has(kind) || (kind === 'object' && propertiesOf(inside).every((name) => plain.has(kindOf(propertyOf(form.root, inside, name)))))

  return (
    <div className={styles.map}>
      {names.length > 0 && isTable && <EntryTable path={path} label={label} names={names} />}
      {!isTable &&
        names.map((name) => {
          const entry = [...path, name]
          const title = words.titleOf(entry, form.view)
          return (
            <Disclosure
              key={name}
              isChanged={form.isChanged(entry)}
              title={title}
              sentence={say(entry, form.valueOf(entry))}
              aside={
                <>
                  <FieldTools path={entry} name={title} />
                  <RemoveEntry path={entry} name={title} />
                </>
              }
            >
              <div className={styles.entry}>
                <NodeEditor path={entry} label={title} />
              </div>
            </Disclosure>
          )
        })}
      <AddEntry path={path} label={label} isEmpty={names.length === 0} />
    </div>
  )
}
