import type { Json, JsonObject } from '../document/json'

/** What an occasion has besides its name, with a value to begin with. What is null may be left out. */
const details: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  birthday: { at: '09:00' },
  streak_at_risk: { at: '20:00', run: 3 },
  card_expiring: { days: 60 },
  no_contact: { days: 90 },
  points_expiring: { days: 30, points: 100 },
  acted: { act: '' },
}

export function detailsOf(when: Json | undefined): string[] {
  return typeof when === 'string' ? Object.keys(details[when] ?? {}) : []
}

/** A trigger that goes with its occasion: the server refuses one with details that mean nothing there. */
export function triggerOf(when: string): JsonObject {
  return { when, at: null, days: null, run: null, act: null, points: null, ...details[when] }
}
