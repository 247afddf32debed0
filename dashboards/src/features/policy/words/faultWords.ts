/** What the server says of the rules alone, by what it looks like; what it says of any field is known to `shared/refusal`. */
const kinds = [
  ['lostAfterDormant', /^must be more than stages\.dormantAfterDays/],
  ['notFewer', /^must not be fewer than stages\.(?<stage>\w+)\.visits/],
  ['stepOrder', /^must not be less than the (?<hours>\d+) of the step before/],
  ['messageOrTask', /^must have a message or a task$/],
  ['sayWhat', /^must say what to do$/],
  ['giveTime', /^must give openMinutes, hours or workingDays$/],
  ['laterThanFrom', /^must be later than 'from'/],
  ['afterBefore', /^must not be earlier than the end of the time before$/],
  ['openOnce', /^must have at least one time a week at which it is open$/],
] as const

export type FaultKind = (typeof kinds)[number][0]

export interface KnownFault {
  kind: FaultKind
  values: Readonly<Record<string, string>>
}

/** Which of the known faults a sentence is; undefined for another, which is then shown as it came. */
export function knownFault(why: string): KnownFault | undefined {
  for (const [kind, look] of kinds) {
    const found = look.exec(why)
    if (found) return { kind, values: found.groups ?? {} }
  }
  return undefined
}
