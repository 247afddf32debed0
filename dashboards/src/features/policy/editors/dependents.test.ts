import { describe, expect, it } from 'vitest'
import { fieldsThatMatter, withWord } from './dependents'
import { detailsOf, triggerOf } from './occasions'

describe('a kind of card', () => {
  const count = { form: 'count', price: 3680, uses: 10, overdraft: 0, bonusSteps: null, discountPercent: null, categories: [] }

  it('has the fields of its form and no others', () => {
    expect(fieldsThatMatter('cards.kinds.entry', count)).toEqual(['form', 'price', 'validDays', 'uses', 'usesPerDay', 'services'])
  })

  it('that becomes another form keeps its price and loses what would mean nothing', () => {
    expect(withWord('cards.kinds.entry', count, 'discount')).toMatchObject({ form: 'discount', price: 3680, uses: null, discountPercent: 10 })
  })
})

describe('a trigger', () => {
  it('has the details of its occasion', () => {
    expect(detailsOf('card_expiring')).toEqual(['days'])
    expect(triggerOf('birthday')).toEqual({ when: 'birthday', at: '09:00', days: null, run: null, act: null, points: null })
  })
})
