/** Spans that end with today, by their days; and everything there ever was. */
export const spans = ['7', '30', '90', '365', 'all'] as const

export type Span = (typeof spans)[number]

/** What is chosen: one of the spans, or days of one's own, `2026-03-01` and both included. */
export interface Choice {
  span: Span | 'own'
  from?: string | undefined
  to?: string | undefined
}

/** UTC days, both included; without one of them the period is open at that end. */
export interface Days {
  from?: string
  to?: string
}

const dayLength = 86_400_000
const isDay = /^\d{4}-\d{2}-\d{2}$/

export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

/** What an address says; what it does not say, or says wrongly, is the page's usual span. */
export function choiceOf(address: { period?: string | undefined; from?: string | undefined; to?: string | undefined }, usual: Span): Choice {
  const { period, from, to } = address
  if (from !== undefined && to !== undefined && isDay.test(from) && isDay.test(to) && from <= to) return { span: 'own', from, to }
  return { span: spans.find((span) => span === period) ?? usual }
}

/** The days that are meant when `end` is the present, or the past instant that is looked at: nothing after it counts. */
export function daysOf({ span, from, to }: Choice, end: number, isPast: boolean): Days {
  const last = dayOf(end)
  if (span === 'own' && from !== undefined && to !== undefined) {
    const until = to < last ? to : last
    return { from: from < until ? from : until, to: until }
  }
  if (span === 'all' || span === 'own') return isPast ? { to: last } : {}
  return { from: dayOf(end - (Number(span) - 1) * dayLength), to: last }
}
