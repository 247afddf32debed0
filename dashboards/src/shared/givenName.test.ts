import { describe, expect, it } from 'vitest'
import { givenName } from './givenName'
import { i18next } from './i18n'

const english = i18next.getFixedT('en')
const chinese = i18next.getFixedT('zh-CN')

describe('what a chain has named', () => {
  it('is said in the reader’s language where the name is a usual one', () => {
    expect([givenName(english, 'course_of_ten'), givenName(chinese, 'course_of_ten')]).toEqual(['Course of ten', '十次卡'])
    expect([givenName(english, 'premium'), givenName(chinese, 'premium')]).toEqual(['Premium', '尊享会员'])
  })

  it('is made readable where only the chain knows it', () => {
    expect(givenName(english, 'night_line')).toBe('Night line')
    expect(givenName(chinese, '黑金')).toBe('黑金')
  })
})
