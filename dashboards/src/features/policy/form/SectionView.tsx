import { useTranslation } from 'react-i18next'
import type { Path } from '../document/json'
import { kindOf, placeAt, propertiesOf } from '../document/schema'
import { useFieldWords } from '../words/useFieldWords'
import { NodeEditor } from '../editors/NodeEditor'
import { FieldFaults } from './FieldFaults'
import { FieldRow } from './FieldRow'
import { FieldTools } from './FieldTools'
import { usePolicyForm } from './PolicyForm'
import styles from './Rules.module.css'
import type { Section } from './sections'
import { special } from './special'
import { useSectionName } from './useSectionName'

/** One part of the policy, field by field; what deserves better has an editor of its own. */
export function SectionView({ section }: { section: Section }) {
  const { t } = useTranslation()
  const nameOf = useSectionName()
  return (
    <section className={styles.section} aria-label={nameOf(section.id)}>
      {section.paths.map((path, index) => (
        <Group key={path.join()} path={path} title={index === 0 ? nameOf(section.id) : undefined} />
      ))}
      {section.paths.length === 0 && <p>{t('policy.none')}</p>}
    </section>
  )
}

/** A group of fields under its own title, or one field. */
function Group({ path, title }: { path: Path; title: string | undefined }) {
  const { root } = usePolicyForm()
  const words = useFieldWords(root)
  const { schema } = placeAt(root, path)
  const { label, help } = words.of(path)
  const Editor = special[path.join('.')]
  const isGroup = kindOf(schema) === 'object'
  const isHeaded = isGroup || Editor !== undefined || kindOf(schema) === 'map'
  return (
    <>
      {(isHeaded || title !== undefined) && (
        <header className={styles.head}>
          <div>
            <h2 className={styles.title}>{isHeaded ? label : title}</h2>
            {isHeaded && help !== undefined && <p className={styles.help}>{help}</p>}
          </div>
          {isHeaded && path.length > 0 && <FieldTools path={path} name={label} />}
        </header>
      )}
      {Editor || kindOf(schema) === 'map' ? (
        <div className={styles.inside}>
          {Editor ? <Editor path={path} /> : <NodeEditor path={path} label={label} />}
          <FieldFaults path={path} isOwnOnly={Editor !== undefined} />
        </div>
      ) : isGroup ? (
        propertiesOf(schema).map((name) => <Field key={name} path={[...path, name]} />)
      ) : (
        <Field path={path} />
      )}
    </>
  )
}

function Field({ path }: { path: Path }) {
  const Editor = special[path.join('.')]
  return <FieldRow path={path}>{Editor && <Editor path={path} />}</FieldRow>
}
