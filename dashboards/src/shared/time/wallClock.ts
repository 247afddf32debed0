const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string | undefined): Intl.DateTimeFormat {
  const key = timeZone ?? ''
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  })
  formats.set(key, format)
  return format
}

/** What a clock in a zone shows at an instant, as a date-time field writes it: `2026-03-01T15:30`. Without a zone, the reader's own. */
export function wallClockOf(instant: number, timeZone: string | undefined): string {
  const parts = new Map(formatIn(timeZone).formatToParts(instant).map(({ type, value }) => [type, value]))
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/**
 * The instant at which a clock in a zone shows this; undefined for what is no time. Of an hour that clocks go through twice it is the
 * earlier one; one that they leap over is read as if they had not leapt yet.
 */
export function instantOf(wallClock: string, timeZone: string | undefined): number | undefined {
  const asUtc = Date.parse(`${wallClock}Z`)
  if (Number.isNaN(asUtc)) return undefined
  const offsetAt = (instant: number) => Date.parse(`${wallClockOf(instant, timeZone)}Z`) - Math.floor(instant / minute) * minute
  const halfDay = 12 * 60 * minute
  // The zone's offset half a day before and after: they differ only where clocks change in between.
  const candidates = [asUtc - offsetAt(asUtc - halfDay), asUtc - offsetAt(asUtc + halfDay)]
  return candidates.find((instant) => wallClockOf(instant, timeZone) === wallClock.slice(0, 16)) ?? candidates[0]
}

const minute = 60_000
