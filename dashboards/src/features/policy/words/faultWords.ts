/** What the server says of faults, in English only, by what it looks like. The reader's own words are kept by these names. */
const kinds = [
  ['between', /^must be between (?<from>\S+) and (?<to>[^,\s]+)/],
  ['lostAfterDormant', /^must be more than stages\.dormantAfterDays/],
  ['notFewer', /^must not be fewer than stages\.(?<stage>\w+)\.visits/],
  ['stepOrder', /^must not be less than the (?<hours>\d+) of the step before/],
  ['messageOrTask', /^must have a message or a task$/],
  ['sayWhat', /^must say what to do$/],
  ['giveTime', /^must give openMinutes, hours or workingDays$/],
  ['laterThanFrom', /^must be later than 'from'/],
  ['afterBefore', /^must not be earlier than the end of the time before$/],
  ['openOnce', /^must have at least one time a week at which it is open$/],
  ['locked', /^is locked by the chain$/],
  ['zone', /is no IANA time zone$/],
  ['more', /^must be more than 0/],
  ['cents', /in whole cents$/],
  ['characters', /must have (?<from>\d+) to (?<to>\d+) characters$/],
  ['given', /^must be given$/],
  ['wrongKind', /^the value is not of the kind/],
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
