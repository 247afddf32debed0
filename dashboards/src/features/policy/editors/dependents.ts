import type { Json, JsonObject } from '../document/json'

interface Dependent {
  /** The field that says what the others mean. */
  by: string
  /** Those that are always there. */
  every: readonly string[]
  /** Those that a word brings, each with what it begins with. */
  own: Readonly<Record<string, JsonObject>>
  /** What the others are where they mean nothing: the server refuses anything else. */
  nothing: JsonObject
}

const dependents: Readonly<Record<string, Dependent>> = {
  'cards.kinds.entry': {
    by: 'form',
    every: ['price', 'validDays'],
    own: {
      stored_value: { overdraft: 0, bonusSteps: null },
      count: { uses: 10, usesPerDay: null, services: [] },
      period: { usesPerDay: null, services: [] },
      discount: { discountPercent: 10, usesPerDay: null, categories: [], services: [] },
    },
    nothing: { overdraft: 0, bonusSteps: null, uses: null, discountPercent: null, categories: [] },
  },
  'value.highValueActs.item': { by: 'kind', every: [], own: { act: { act: '' } }, nothing: { act: null } },
}

/** The fields of an object that mean something there; undefined where all of them always do. */
export function fieldsThatMatter(place: string, value: JsonObject): string[] | undefined {
  const dependent = dependents[place]
  if (!dependent) return undefined
  const word = value[dependent.by]
  const own = typeof word === 'string' ? dependent.own[word] : undefined
  return [dependent.by, ...dependent.every, ...Object.keys(own ?? {})]
}

/** Whether a field decides over its neighbours. */
export function decides(place: string, field: string): boolean {
  return dependents[place]?.by === field
}

/** The object once another word is chosen: what it brings is begun, what it makes meaningless is emptied. */
export function withWord(place: string, value: JsonObject, word: string): Json {
  const dependent = dependents[place]
  if (!dependent) return value
  const begun = Object.entries(dependent.own[word] ?? {}).map(([name, start]) => [name, value[name] ?? start])
  return { ...value, ...dependent.nothing, ...(Object.fromEntries(begun) as JsonObject), [dependent.by]: word }
}
