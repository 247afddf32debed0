const placeholders = [
  'stage',
  'days_silent',
  'points',
  'streak',
  'store',
  'offer',
  'chain',
  'saved',
  'saved_so_far',
  'tier',
  'expiring_points',
  'member',
] as const

export function isPlaceholder(name: string): name is (typeof placeholders)[number] {
  return placeholders.some((each) => each === name)
}

interface Part {
  /** Words, or the name of what is filled in. */
  text: string
  isFilledIn: boolean
}

/** A template cut into what stands as it is and what is filled in. */
export function partsOf(template: string): Part[] {
  return template
    .split(/\{\{\s*(\w+)\s*\}\}/)
    .map((text, place) => ({ text, isFilledIn: place % 2 === 1 }))
    .filter(({ text }) => text !== '')
}
