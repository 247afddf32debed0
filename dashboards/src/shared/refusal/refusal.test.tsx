import { readFileSync } from 'node:fs'
import { render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '@/api/client'
import { i18next } from '../i18n'
import en from '../i18n/en/refused.json'
import { reasonIn, reasonOf } from './reasonOf'
import { Refused } from './Refused'

const page = readFileSync('../docs/api.md', 'utf8')

/** The codes of a table of the API's page, which stand in one of its columns. */
function codesUnder(heading: string, column: number): string[] {
  const [, part = ''] = page.split(`${heading}\n`)
  const rows = (part.split(/\n#+ /)[0] ?? '').split('\n').filter((line) => line.startsWith('| '))
  return rows.flatMap((row) => [...(row.split('|')[column] ?? '').matchAll(/`([a-z_]+)`/g)].map(([, code]) => code ?? ''))
}

const documented = [...new Set([...codesUnder('## Errors', 2), ...codesUnder('### What becomes of it', 1)])].toSorted()

const said = (code: string, detail: string, more = {}) => reasonOf(i18next.getFixedT('zh-CN'), new Refusal(409, { code, detail, ...more }))

describe('a refusal', () => {
  beforeEach(() => i18next.changeLanguage('zh-CN'))
  afterEach(() => i18next.changeLanguage('en'))

  it('has words for every code that the API knows, and for none besides', () => {
    expect(documented.length).toBeGreaterThan(100)
    expect(Object.keys(en.refused.code).toSorted()).toEqual(documented)
  })

  it('is told in the language of the reader, by its code', () => {
    expect(said('busy', 'Wait as long as Retry-After says.')).toEqual({ text: '服务器繁忙，请稍后再试。' })
  })

  it('keeps the figures that the server tells besides', () => {
    expect(said('insufficient_points', '400 points are needed and 120 can be spent')).toEqual({ text: '需要 400 积分，可用积分仅 120。' })
    expect(said('no_uses_left', 'no use is left on this card')).toEqual({ text: '次数已用完。' })
  })

  it('names the field by the name that people call it, and what it must be', () => {
    expect(said('invalid_field', "'profile.phone' must be a phone number of 5 to 15 digits.", { field: 'profile.phone' })).toEqual({ text: '“电话”应为 5 到 15 位的电话号码。' })
    expect(said('invalid_segment', "'segment.points.to' must be between 0 and 1000000, not -1", { field: 'segment.points.to' })).toEqual({
      text: '“积分”应在 0 到 1000000 之间。',
    })
    expect(reasonIn(i18next.getFixedT('en'), { code: 'missing_field', detail: "'amount' is missing" })).toEqual({ text: 'Amount must be given.' })
  })

  it('keeps the words of the server where there are no others, and marks them as English', () => {
    const { container } = render(<Refused failure={new Refusal(400, { code: 'invalid_field', detail: "'note' rhymes.", field: 'note' })} />)
    expect(container).toHaveTextContent('“备注”不符合要求： rhymes')
    expect(container.querySelector('[lang=en]')).toHaveTextContent('rhymes')
    expect(said('of_a_later_version', 'Nobody knows this yet.')).toEqual({ text: '服务器拒绝了该操作，原因：', english: 'Nobody knows this yet.' })
  })

  it('is not blamed on the server where it was not reached', () => {
    expect(reasonOf(i18next.getFixedT('zh-CN'), new TypeError('Failed to fetch'))).toEqual({ text: '无法连接服务器。' })
  })
})
