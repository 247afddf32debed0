import { useTranslation } from 'react-i18next'
import { givenName } from '@/shared/givenName'
import { i18next } from '@/shared/i18n'
import { playbookName, taskName } from '@/shared/recallWords'
import { getIn, pathText, type Path } from '../document/json'
import { placeAt, type Schema } from '../document/schema'
import { units, type Unit } from './units'

// The same type stands in several places and is called the same in each.
const shared: readonly [RegExp, string][] = [
  [/^stages\.(?:loyal|active|effective)\./, 'rung.'],
  [/^(?:tiers\.ladder\.item\.benefits|benefits\.joined)\./, 'benefitSet.'],
  [/^care\.(?:tasks\.entry|otherTasks)\./, 'deadline.'],
  [/^recall\.(?:templates|offers|scripts)\.entry\./, 'wording.'],
  [/^care\.openingHours\.weekly\.entry\.item\./, 'span.'],
]

/** Under which name the words and units of a place are kept. */
export function wordsName(pattern: readonly string[]): string {
  const text = pattern.join('.')
  const found = shared.find(([place]) => place.test(text))
  return found ? text.replace(found[0], found[1]) : text
}

export interface FieldWords {
  label: string
  help: string | undefined
  unit: Unit | undefined
}

/** What fields are called in the reader's language; what no dictionary knows is called as the schema has it. */
export function useFieldWords(root: Schema) {
  const { t } = useTranslation()
  const said = (name: string) => (i18next.exists(name) ? t(name as 'policyField.stages.label') : undefined)

  const nameOfEntry = (pattern: readonly string[], name: string): string => {
    switch (pattern.join('.')) {
      case 'recall.playbooks.entry':
        return playbookName(t, name)
      case 'care.tasks.entry':
      case 'recall.scripts.entry':
        return taskName(t, name, name)
      case 'recall.templates.entry':
        return said(`policy.text.${name}`) ?? name
      default:
        return said(`policy.name.${name}`) ?? givenName(t, name)
    }
  }

  const of = (path: Path): FieldWords => {
    const { schema, pattern } = placeAt(root, path)
    const last = path.at(-1)
    const name = wordsName(pattern)
    const isEntry = pattern.at(-1) === 'entry' && typeof last === 'string'
    const own = isEntry ? nameOfEntry(pattern, last) : said(`policyField.${name}.label`)
    const fallen = typeof schema.title === 'string' ? schema.title : inWords(String(last))
    const described = typeof schema.description === 'string' && own === undefined ? schema.description : undefined
    return {
      label: own ?? fallen,
      help: isEntry ? undefined : (said(`policyField.${name}.help`) ?? described),
      unit: units[name],
    }
  }

  return {
    of,
    /** The whole way, for a field that is shown without what stands around it. */
    wayTo: (path: Path, from = 0): string[] => path.flatMap((step, index) => (index < from || typeof step === 'number' ? [] : [of(path.slice(0, index + 1)).label])),
    /** What a word of the policy's own stands for. */
    choice: (word: string) => said(`policy.choice.${word}`) ?? inWords(word),
    nameOfEntry,
    titleOf: (path: Path, view: Parameters<typeof getIn>[0]) => {
      const title = getIn(view, [...path, 'title'])
      return typeof title === 'string' && title !== '' ? title : of(path).label
    },
    textOf: pathText,
  }
}

/** `someName` and `some_name` as words. */
export function inWords(name: string): string {
  const words = name.replaceAll('_', ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
