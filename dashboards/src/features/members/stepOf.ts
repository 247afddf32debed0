/** As many rows as a page of a list is taken for. */
const page = 10

/** Where a key leads from a row of a list; undefined for a key that leads nowhere. */
export function stepOf(key: string, from: number, count: number): number | undefined {
  const within = (index: number) => Math.min(count - 1, Math.max(0, index))
  switch (key) {
    case 'ArrowDown':
      return within(from + 1)
    case 'ArrowUp':
      return within(from - 1)
    case 'PageDown':
      return within(from + page)
    case 'PageUp':
      return within(from - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
