/** Which days the figures are about: UTC days, both included; undefined for from the beginning, or to the end. */
export interface Days {
  from: string | undefined
  to: string | undefined
}

/** The periods that one press gives. "All" is in no address. */
export const lengths = ['7d', '30d', '90d'] as const

export type Length = (typeof lengths)[number]

const day = 86_400_000
const date = /^\d{4}-\d{2}-\d{2}$/

export function isLength(text: string | undefined): text is Length {
  return lengths.some((length) => length === text)
}

/**
 * What an address means today. A length stays a length in it, so that a link to the last 30 days shows the last 30 days whenever it
 * is opened; dates stay what they are; anything else asks for nothing.
 */
export function daysOf(from: string | undefined, to: string | undefined, now: number): Days {
  if (isLength(from)) return { from: dayOf(now - (Number.parseInt(from) - 1) * day), to: undefined }
  return { from: from !== undefined && date.test(from) ? from : undefined, to: to !== undefined && date.test(to) ? to : undefined }
}

/** The UTC day of an instant. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
