import { relativeTime } from './relativeTime'

export interface Place {
  currency: string | undefined
  timeZone: string | undefined
}

export type Format = ReturnType<typeof makeFormat>

/** As wide as a plus, so that columns of ups and downs stand straight. */
const minus = '\u2212'

function makeFormat(language: string, { currency, timeZone }: Place) {
  const zone = timeZone === undefined ? {} : { timeZone }
  const number = new Intl.NumberFormat(language)
  const signed = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' })
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const money = new Intl.NumberFormat(language, {
    trailingZeroDisplay: 'stripIfInteger',
    ...(currency === undefined
      ? { maximumFractionDigits: 2 }
      : { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
  })
  const minutes = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone } as const
  const clock = new Intl.DateTimeFormat(language, { ...minutes, second: '2-digit' })
  const coarseClock = new Intl.DateTimeFormat(language, minutes)
  const day = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', ...zone })
  const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23', ...zone })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
  const list = new Intl.ListFormat(language)

  return {
    number: (value: number) => number.format(value),
    signed: (value: number) => signed.format(value).replace('-', minus),
    percent: (share: number) => percent.format(share),
    money: (value: number) => money.format(value),
    clock: (instant: number) => clock.format(instant),
    coarseClock: (instant: number) => coarseClock.format(instant),
    day: (instant: number) => day.format(instant),
    /** A calendar day such as `2026-03-01`, wherever it is. */
    date: (day: string) => date.format(Date.parse(day)),
    exact: (instant: number) => exact.format(instant),
    relative: (instant: number, now: number) => relativeTime(relative, instant - now),
    list: (words: string[]) => list.format(words),
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
