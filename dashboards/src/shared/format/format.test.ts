import { describe, expect, it } from 'vitest'
import { formatFor } from './format'

const instant = Date.parse('2026-03-01T23:30:05Z')
const english = formatFor('en', { currency: 'CNY', timeZone: 'Asia/Shanghai' })
const chinese = formatFor('zh-CN', { currency: 'EUR', timeZone: 'Asia/Shanghai' })

describe('formats', () => {
  it('show money in the chain’s currency, and cents only where there are any', () => {
    expect(english.money(1234)).toBe('¥1,234')
    expect(chinese.money(0.5)).toBe('€0.50')
    expect(formatFor('en', { currency: undefined, timeZone: undefined }).money(12.5)).toBe('12.5')
  })

  it('show times of day where the store is, not where the reader sits', () => {
    expect(english.clock(instant)).toBe('07:30:05')
    expect(english.day(instant)).toContain('Mar 2')
  })

  it('say how long ago in the largest unit that fits', () => {
    const ago = (milliseconds: number) => english.relative(instant - milliseconds, instant)
    expect(ago(20_000)).toBe('now')
    expect(ago(61_000)).toBe('1 min. ago')
    expect(ago(26 * 3_600_000)).toBe('yesterday')
    expect(chinese.relative(instant - 400 * 86_400_000, instant)).toBe('去年')
  })

  it('write a loss with a real minus', () => {
    expect(english.signed(-3)).toBe('−3')
    expect(english.signed(3)).toBe('+3')
  })

  it('name months and weekdays, wherever the reader sits', () => {
    expect(english.calendarMonth('2026-03')).toBe('Mar 2026')
    expect(chinese.calendarMonth('2026-03')).toBe('2026年3月')
    expect(english.weekday(1)).toBe('Monday')
    expect(chinese.weekday(7, 'short')).toBe('周日')
  })

  it('show small shares and plain figures to one decimal', () => {
    expect(english.finePercent(0.0234)).toBe('2.3%')
    expect(english.decimal(86.74)).toBe('86.7')
  })
})
