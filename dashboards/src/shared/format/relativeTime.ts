const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['day', day],
  ['hour', hour],
  ['minute', minute],
]

/** In the largest unit that fits. Below a minute it is "now": seconds would flicker and tell nothing. */
export function relativeTime(format: Intl.RelativeTimeFormat, difference: number): string {
  const fitting = units.find(([, length]) => Math.abs(difference) >= length)
  if (!fitting) return format.format(0, 'second')
  const [unit, length] = fitting
  return format.format(Math.trunc(difference / length), unit)
}
