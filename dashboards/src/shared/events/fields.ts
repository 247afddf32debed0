import type { CommittedEvent } from '@/api/types'

/** What an event carries depends on its type, and later types bring fields of their own: each is read with care. */
function read(event: CommittedEvent, field: string): unknown {
  const data: unknown = event.data
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[field] : undefined
}

export function numberIn(event: CommittedEvent, field: string): number | undefined {
  const value = read(event, field)
  return typeof value === 'number' ? value : undefined
}

/** A number in an object that the event carries. */
export function numberWithin(event: CommittedEvent, object: string, field: string): number | undefined {
  const inner = read(event, object)
  const value = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[field] : undefined
  return typeof value === 'number' ? value : undefined
}

export function textIn(event: CommittedEvent, field: string): string | undefined {
  const value = read(event, field)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function isTrueIn(event: CommittedEvent, field: string): boolean {
  return read(event, field) === true
}

export function instantIn(event: CommittedEvent, field: string): number | undefined {
  const value = Date.parse(textIn(event, field) ?? '')
  return Number.isNaN(value) ? undefined : value
}

export function lengthIn(event: CommittedEvent, field: string): number {
  const value = read(event, field)
  return Array.isArray(value) ? value.length : 0
}
