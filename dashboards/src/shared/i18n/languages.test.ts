import { describe, expect, it } from 'vitest'
import { choose } from '.'
import en from './en'
import chinese from './zh-CN'

interface Tree {
  [key: string]: string | Tree
}

const plural = /_(zero|one|two|few|many|other)$/

function texts(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : texts(value, `${path}${key}.`),
  )
}

function keys(tree: Tree): string[] {
  return [...new Set(texts(tree).map(([key]) => key.replace(plural, '')))].toSorted()
}

function placeholders(tree: Tree): Map<string, string> {
  return new Map(
    texts(tree).map(([key, text]) => [key.replace(plural, ''), [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted().join()]),
  )
}

describe('the languages', () => {
  it('say the same things', () => {
    expect(keys(chinese)).toEqual(keys(en))
  })

  it('fill in the same values', () => {
    expect(placeholders(chinese)).toEqual(placeholders(en))
  })

  it.each([
    ['en', en],
    ['zh-CN', chinese],
  ])('%s has every plural that its grammar knows', (language, tree) => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const all = new Set(texts(tree).map(([key]) => key))
    const inflected = keys(tree).filter((key) => all.has(`${key}_other`))
    const missing = inflected.flatMap((key) => categories.map((category) => `${key}_${category}`).filter((each) => !all.has(each)))
    expect(inflected).not.toEqual([])
    expect(missing).toEqual([])
  })

  it('are chosen by the first wish that can be met', () => {
    expect(choose(undefined, 'fr-FR', 'zh-Hans-CN', 'en')).toBe('zh-CN')
    expect(choose('en-GB', 'zh-CN')).toBe('en')
    expect(choose('fr')).toBe('en')
  })
})
