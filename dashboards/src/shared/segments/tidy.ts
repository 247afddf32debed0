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
