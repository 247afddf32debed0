/** What the server says of a field, in English only, by what it looks like. The reader's own words are kept by these names. */
const rules = [
  ['score', /^must be a score from (?<from>\d+) to (?<to>\d+)/],
  ['whole', /^must be a whole number from (?<from>-?\d+) to (?<to>\d+)/],
  ['between', /^must be between (?<from>\S+) and (?<to>[^,\s]+)/],
  ['names', /^must be 1 to (?<most>\d+) names of 1 to (?<to>\d+) characters/],
  ['characters', /must (?:have|say why, in|say what.*, in) (?<from>\d+) to (?<to>\d+) characters/],
  ['atMostCharacters', /^must have at most (?<to>\d+) characters/],
  ['more', /^must be more than 0/],
  ['cents', /^must be 0 or more, in whole cents$/],
  ['centsOnly', /in whole cents$/],
  ['given', /^(?:must be given|is missing|must name a member)/],
  ['laterThanNow', /^must be later than now$/],
  ['laterThanToday', /^must not be later than today/],
  ['laterThanTo', /^must not be later than 'to'/],
  ['notLessThanFrom', /^must not be less than .*(?:From|from|atLeast)$/],
  ['mail', /^must be a mail address/],
  ['phone', /^must be a phone number/],
  ['birthday', /^must be a day such as/],
  ['instant', /^must (?:be (?:an instant|an RFC 3339 instant|a local date and time)|say when)/],
  ['code', /^must be a code/],
  ['totp', /^is not what the app shows now/],
  ['noStore', /^(?:the chain has no store|names '.*', which is no store)/],
  ['noTier', /^the chain has no tier/],
  ['noSegment', /^the chain keeps no segment/],
  ['noTemplate', /^there is no template/],
  ['offerAsked', /mentions \{\{offer\}\}/],
  ['oneEnd', /^must have 'from' or 'to'$/],
  ['listed', /^must be (?:one of|stages such as|second_visit_overdue|care_staff|female|en or|none, phone)/],
  ['locked', /^is locked by the chain$/],
  ['zone', /(?:is no|must be an) IANA time zone/],
  ['wrongKind', /^the value is not of the kind/],
] as const

export type RuleName = (typeof rules)[number][0]

export interface KnownRule {
  name: RuleName
  values: Readonly<Record<string, string>>
}

/** Which rule a sentence of the server tells; undefined for another, which is then shown as it came. */
export function knownRule(why: string): KnownRule | undefined {
  for (const [name, look] of rules) {
    const found = look.exec(why)
    if (found) return { name, values: found.groups ?? {} }
  }
  return undefined
}
