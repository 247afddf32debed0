import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/format/useFormat'
import { isObject, type Json, type Path } from '../document/json'
import { kindOf, placeAt, type Schema } from '../document/schema'
import { scaleOf } from '../editors/scale'
import { useFieldWords } from './useFieldWords'

/** A value as a person would say it: figures with their units, words of the policy in the reader's language, lists item by item. */
export function useValueWords(root: Schema) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const words = useFieldWords(root)
  const [colon, comma] = i18n.language.startsWith('zh') ? ['：', '，'] : [': ', ', ']

  return function say(path: Path, value: Json | undefined): string {
    if (value === undefined || value === null || value === '') return t('policy.none')
    const { schema } = placeAt(root, path)
    if (typeof value === 'boolean') return t(value ? 'policy.on' : 'policy.off')
    if (typeof value === 'number') {
      const { unit } = words.of(path)
      if (unit === 'money') return format.money(value)
      const days = unit === 'hours' && value >= 48 && value % 24 === 0
      const figure = days ? value / 24 : Number((value * scaleOf(unit)).toPrecision(12))
      const name = days ? 'days' : unit
      return name === undefined ? format.number(figure) : t('policy.figure', { value: format.number(figure), unit: t(`policy.unit.${name}`, { count: figure }) })
    }
    if (typeof value === 'string') {
      if (path[0] === 'locked') return words.wayTo(value.split('.')).join(' › ')
      return kindOf(schema) === 'choice' ? words.choice(value) : value
    }
    if (Array.isArray(value)) {
      if (value.length === 0) return t('policy.none')
      return value.map((each, index) => say([...path, index], each)).join(value.some(isObject) ? '\n' : comma)
    }
    return Object.entries(value)
      .filter(([, each]) => each !== null && each !== false && !(Array.isArray(each) && each.length === 0) && !(isObject(each) && Object.keys(each).length === 0))
      .map(([name, each]) => `${words.of([...path, name]).label}${each === true ? '' : colon + say([...path, name], each)}`)
      .join(comma)
  }
}
