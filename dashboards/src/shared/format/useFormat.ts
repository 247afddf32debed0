import { createContext, use, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { relativeTime } from './relativeTime'

export interface Place {
  currency: string | undefined
  timeZone: string | undefined
}

/** Which money and which time of day the reader means: those of the chain and store she looks at. */
export const PlaceContext = createContext<Place>({ currency: undefined, timeZone: undefined })

export type Format = ReturnType<typeof makeFormat>

/** As wide as a plus, so that columns of ups and downs stand straight. */
const minus = '\u2212'

export function makeFormat(language: string, { currency, timeZone }: Place) {
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
    exact: (instant: number) => exact.format(instant),
    relative: (instant: number, now: number) => relativeTime(relative, instant - now),
    list: (words: string[]) => list.format(words),
  }
}

export function useFormat(): Format {
  const { i18n } = useTranslation()
  const { currency, timeZone } = use(PlaceContext)
  return useMemo(() => makeFormat(i18n.language, { currency, timeZone }), [i18n.language, currency, timeZone])
}
