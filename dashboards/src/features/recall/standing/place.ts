/** Where somebody stands in a playbook: with so many of its steps taken, or left alone to be compared with. */
export type StandingPlace = number | 'heldOut'

/** A place as the address has it; undefined for anything else. */
export function placeOf(text: string | undefined): StandingPlace | undefined {
  if (text === 'heldOut') return text
  return text !== undefined && /^\d{1,2}$/.test(text) ? Number(text) : undefined
}
