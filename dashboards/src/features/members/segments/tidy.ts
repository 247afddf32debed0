import type { Segment } from '@/api/types'

/** A segment without what asks for nothing: empty lists, open ranges. */
export function tidy(segment: Segment): Segment {
  return Object.fromEntries(Object.entries(segment).filter(([, value]) => asks(value)))
}

function asks(value: unknown): boolean {
  if (value === null || value === undefined) return false
  if (Array.isArray(value)) return value.length > 0
  return typeof value !== 'object' || Object.values(value).some(asks)
}

/** The words of a line, parted by commas of either language, each once. */
export function wordsIn(line: string): string[] {
  return [...new Set(line.split(/[,，、;；]/).map((word) => word.trim()).filter((word) => word !== ''))]
}

/** A name for programs, made of a title: letters and digits where there are any, else of when it was made. */
export function nameOf(title: string, now: number): string {
  const latin = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 40)
  return latin === '' ? `segment_${now.toString(36)}` : latin
}
