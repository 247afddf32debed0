import type { TFunction } from 'i18next'
import type { Reason } from './Reason'
import { knownRule } from './rules'

/** What a field must be, in the reader's words; undefined where the server says something that has none. */
export function ruleWords(t: TFunction, why: string): string | undefined {
  const known = knownRule(why)
  if (!known) return undefined
  const { from = '', to = '', most = '' } = known.values
  return t(`refused.rule.${known.name}`, { from, to, most })
}

/** The same, with the server's own words where there are no others. */
export function wordsFor(t: TFunction, why: string): Reason {
  const text = ruleWords(t, why)
  return text === undefined ? { text: '', english: why } : { text }
}
