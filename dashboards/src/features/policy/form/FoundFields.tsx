import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { Button } from '@/shared/ui/Button'
import { Empty } from '@/shared/ui/Empty'
import { pathText, type Path } from '../document/json'
import { kindOf, placeAt } from '../document/schema'
import { useFieldWords } from '../words/useFieldWords'
import { useValueWords } from '../words/useValueWords'
import { FieldRow } from './FieldRow'
import { usePolicyForm } from './PolicyForm'
import styles from './Rules.module.css'
import { sectionOf, type Section } from './sections'
import { useSectionName } from './useSectionName'

interface FoundFieldsProps {
  sections: readonly Section[]
  found: readonly Path[]
  isMore: boolean
  /** Called to show the part of the policy that a field belongs to. */
  onOpen: (section: string) => void
}

/** The fields that were searched for, each with where it belongs, to be changed on the spot. */
export function FoundFields({ sections, found, isMore, onOpen }: FoundFieldsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { root, valueOf } = usePolicyForm()
  const words = useFieldWords(root)
  const say = useValueWords(root)
  const nameOf = useSectionName()
  return (
    <section className={styles.section} aria-label={t('policy.results')}>
      <p className={styles.count} role="status">
        {isMore ? t('policy.foundMore', { formatted: format.number(found.length) }) : t('policy.found', { count: found.length, formatted: format.number(found.length) })}
      </p>
      {found.length === 0 && <Empty>{t('policy.notFound')}</Empty>}
      {found.map((path) => {
        const section = sectionOf(sections, path)
        const steps = [...(section ? [nameOf(section.id)] : []), ...words.wayTo(path.slice(0, -1), 1)]
        const way = steps.filter((step, index) => step !== steps[index - 1])
        // What is long is changed where there is room for it.
        const isLong = kindOf(placeAt(root, path).schema) === 'list'
        return (
          <FieldRow key={pathText(path)} path={path} way={way.join(' › ')}>
            {isLong && section && (
              <>
                <p className={styles.long}>{say(path, valueOf(path))}</p>
                <div>
                  <Button look="quiet" onClick={() => onOpen(section.id)}>
                    {t('policy.openSection', { section: nameOf(section.id) })}
                  </Button>
                </div>
              </>
            )}
          </FieldRow>
        )
      })}
    </section>
  )
}
