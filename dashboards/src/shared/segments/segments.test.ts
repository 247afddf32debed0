import { describe, expect, it } from 'vitest'
import { formatFor } from '@/shared/format/format'
import { i18next } from '@/shared/i18n'
import { conditionsOf } from './conditions'
import { tidy, wordsIn } from './tidy'

const speak = (language: string) => ({
  t: i18next.getFixedT(language),
  format: formatFor(language, { currency: 'CNY', timeZone: 'Asia/Shanghai' }),
  storeName: (id: string) => `store ${id}`,
})

describe('a segment', () => {
  it('is sent without what asks for nothing', () => {
    expect(tidy({ stages: [], flags: ['slipping'], points: { from: null, to: null }, money: { from: 0, to: null }, joined: false, tags: { all: [], any: null, none: [] } })).toEqual({
      flags: ['slipping'],
      money: { from: 0, to: null },
      joined: false,
    })
  })

  it('is said in the words of both languages', () => {
    const segment = { stages: ['dormant', 'lost'], money: { from: 5000, to: null }, alive: { from: 0.5, to: 0.9 }, cardExpiresWithinDays: 60, tags: { none: ['VIP'] } }
    expect(conditionsOf(segment, speak('en'))).toEqual([
      'Stage: Dormant and Lost',
      'Paid in the window: ¥5,000 or more',
      'Probability that she is still ours: 50% to 90%',
      'A card ends within: 60 days or less',
      'Has none of the tags: VIP',
    ])
    expect(conditionsOf(segment, speak('zh-CN'))[1]).toBe('统计期内消费金额: 不少于 ¥5,000')
  })

  it('takes tags parted by the commas of either language', () => {
    expect(wordsIn('vip， likes laser、vip,')).toEqual(['vip', 'likes laser'])
  })
})
