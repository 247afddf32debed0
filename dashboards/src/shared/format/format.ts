import { relativeTime } from './relativeTime'

export interface Place {
  currency: string | undefined
  timeZone: string | undefined
}

export type Format = ReturnType<typeof makeFormat>

/** As wide as a plus, so that columns of ups and downs stand straight. */
const minus = '\u2212'

const dayLength = 86_400_000
const aSunday = Date.UTC(2023, 11, 31)

function weekdayFormat(language: string, width: 'short' | 'long'): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' })
}

function makeFormat(language: string, { currency, timeZone }: Place) {
  const zone = timeZone === undefined ? {} : { timeZone }
  const number = new Intl.NumberFormat(language)
  const signed = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' })
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const finePercent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const signedPercent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' })
  const moneyStyle = {
    trailingZeroDisplay: 'stripIfInteger',
    ...(currency === undefined
      ? { maximumFractionDigits: 2 }
      : ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const)),
  } as const
  const money = new Intl.NumberFormat(language, moneyStyle)
  const signedMoney = new Intl.NumberFormat(language, { ...moneyStyle, signDisplay: 'exceptZero' })
  const weekdayHere = new Intl.DateTimeFormat(language, { weekday: 'long', ...zone })
  const minutes = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone } as const
  const clock = new Intl.DateTimeFormat(language, { ...minutes, second: '2-digit' })
  const coarseClock = new Intl.DateTimeFormat(language, minutes)
  const day = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', ...zone })
  const weekday = { short: weekdayFormat(language, 'short'), long: weekdayFormat(language, 'long') }
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23', ...zone })
  const minute = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', ...zone })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
  const list = new Intl.ListFormat(language)
  const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...zone })
  // Days and months of the calendar have no zone: they are written as they are.
  const calendarDay = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' })
  const calendarMonth = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' })
  // Canada writes days as programs do.
  const isoDay = new Intl.DateTimeFormat('en-CA', zone)
  const monthDay = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' })

  return {
    number: (value: number) => number.format(value),
    signed: (value: number) => signed.format(value).replace('-', minus),
    percent: (share: number) => percent.format(share),
    /** To a tenth of a percent, for shares that are small. */
    finePercent: (share: number) => finePercent.format(share),
    signedPercent: (share: number) => signedPercent.format(share).replace('-', minus),
    money: (value: number) => money.format(value),
    signedMoney: (value: number) => signedMoney.format(value).replace('-', minus),
    clock: (instant: number) => clock.format(instant),
    coarseClock: (instant: number) => coarseClock.format(instant),
    day: (instant: number) => day.format(instant),
    /** 1 for Monday to 7 for Sunday. */
    weekday: (number: number, width: 'short' | 'long' = 'long') => weekday[width].format(aSunday + number * dayLength),
    /** The day of the week of an instant. */
    weekdayOf: (instant: number) => weekdayHere.format(instant),
    exact: (instant: number) => exact.format(instant),
    /** To the minute: what people plan by. */
    minute: (instant: number) => minute.format(instant),
    relative: (instant: number, now: number) => relativeTime(relative, instant - now),
    list: (words: string[]) => list.format(words),
    /** With one digit behind the point where it matters. */
    decimal: (value: number) => decimal.format(value),
    /** The day of an instant, without the day of the week. */
    date: (instant: number) => date.format(instant),
    /** The day of an instant as programs write it, such as 2026-03-01. */
    isoDay: (instant: number) => isoDay.format(instant),
    /** A day of the calendar, such as 2026-03-01. */
    calendarDay: (day: string) => calendarDay.format(new Date(`${day}T00:00:00Z`)),
    /** A month of the calendar, such as 2026-03. */
    calendarMonth: (month: string) => calendarMonth.format(new Date(`${month}-01T00:00:00Z`)),
    /** A month of the year, 1 to 12. */
    month: (number: number) => month.format(Date.UTC(2024, number - 1, 1)),
    /** A day of every year, such as 03-01. */
    monthDay: (day: string) => monthDay.format(new Date(`2024-${day}T00:00:00Z`)),
  }
}

const made = new Map<string, Format>()

/** Intl's formats are dear to make and cheap to use: each kind is made once. */
export function formatFor(language: string, place: Place): Format {
  const key = [language, place.currency, place.timeZone].join()
  const known = made.get(key)
  if (known) return known
  const format = makeFormat(language, place)
  made.set(key, format)
  return format
}
