import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { i18next, speak } from '@/shared/i18n'
import type { JsonObject } from '../document/json'
import { insideOf, kindOf, propertiesOf, propertyOf, resolved, type Schema } from '../document/schema'
import { inWords, wordsName } from './useFieldWords'
import { units } from './units'

const { components } = JSON.parse(readFileSync('../docs/openapi.json', 'utf8')) as { components: { schemas: { Policy: JsonObject } } & JsonObject }
const root: Schema = { ...components.schemas.Policy, components }

/** What the API describes and no policy holds: it follows from other fields. */
const follows = new Set(['rung.window', 'value.highValueActs.item.code'])

/** Every place of a policy that has a name of its own, as far down as there are any. */
function places(schema: Schema, pattern: readonly string[]): { name: string; schema: Schema }[] {
  const own = { name: wordsName(pattern), schema }
  switch (kindOf(schema)) {
    case 'object':
      return [own, ...propertiesOf(schema).flatMap((name) => places(propertyOf(root, schema, name), [...pattern, name]))]
    case 'map':
      return [own, ...places(insideOf(root, schema), [...pattern, 'entry'])]
    case 'list':
      return [own, ...places(insideOf(root, schema), [...pattern, 'item'])]
    default:
      return [own]
  }
}

const all = propertiesOf(root)
  .flatMap((name) => places(propertyOf(root, resolved(root, root), name), [name]))
  .filter(({ name }) => !follows.has(name))

describe('the words of the policy', () => {
  it.each(['en', 'zh-CN'] as const)('name every field that a policy has, in %s', async (language) => {
    await speak(language)
    // What a chain names itself, and an item that is an object of named fields, is called by that.
    const named = all.filter(({ name, schema }) => !name.endsWith('.entry') && !(name.endsWith('.item') && kindOf(schema) === 'object'))
    expect(named.filter(({ name }) => !i18next.exists(`policyField.${name}.label`)).map(({ name }) => name)).toEqual([])
    await speak('en')
  })

  it('has a word for each choice', () => {
    const choices = all.flatMap(({ schema }) => (Array.isArray(schema.enum) ? schema.enum : []))
    expect(choices.length).toBeGreaterThan(20)
    expect(choices.filter((choice) => typeof choice === 'string' && !i18next.exists(`policy.choice.${choice}`))).toEqual([])
  })

  it('gives units to fields that there are', () => {
    const names = new Set(all.map(({ name }) => name))
    expect(Object.keys(units).filter((name) => !names.has(name))).toEqual([])
  })

  it('falls back on the name itself, in words', () => {
    expect([inWords('someNewRule'), inWords('card_upgrade')]).toEqual(['Some new rule', 'Card upgrade'])
  })
})
