import type { Path } from '../document/json'
import { propertiesOf, propertyOf, type Schema } from '../document/schema'

export interface Section {
  id: string
  /** The fields and groups of fields in it, in order. */
  paths: readonly Path[]
}

const known = [
  { id: 'stages', paths: [['stages']] },
  { id: 'value', paths: [['value']] },
  { id: 'points', paths: [['points']] },
  { id: 'tiers', paths: [['tiers']] },
  { id: 'benefits', paths: [['benefits']] },
  { id: 'referral', paths: [['referral'], ['streak']] },
  { id: 'playbooks', paths: [['recall', 'playbooks']] },
  { id: 'sending', paths: [['recall', 'messages']] },
  { id: 'texts', paths: [['recall', 'templates']] },
  { id: 'offers', paths: [['recall', 'offers']] },
  { id: 'scripts', paths: [['recall', 'scripts']] },
  { id: 'hours', paths: [['care', 'openingHours']] },
  {
    id: 'tasks',
    paths: [
      ['care', 'tasks'],
      ['care', 'otherTasks'],
      ['care', 'prospectAct'],
      ['care', 'detractorUpTo'],
      ['care', 'pauseDaysAfterBooking'],
    ],
  },
  {
    id: 'firstMonth',
    paths: [
      ['care', 'firstMonth'],
      ['care', 'firstMonthDays'],
      ['care', 'firstMonthBonus'],
    ],
  },
  { id: 'cards', paths: [['cards']] },
  { id: 'retention', paths: [['retention']] },
  { id: 'general', paths: [['timeZone'], ['locked']] },
] as const satisfies Section[]

/** The policy in parts that a person looks for. What the schema has besides is in a last one, so that nothing is out of reach. */
export function sectionsOf(root: Schema): Section[] {
  const sections: readonly Section[] = known
  const mentioned = sections.flatMap(({ paths }) => paths)
  const isMentioned = (path: Path) => mentioned.some((each) => each.every((step, index) => path[index] === step))
  const rest = propertiesOf(root).flatMap((name): Path[] => {
    if (isMentioned([name])) return []
    if (!mentioned.some(([first]) => first === name)) return [[name]]
    return propertiesOf(propertyOf(root, root, name)).flatMap((inside): Path[] => (isMentioned([name, inside]) ? [] : [[name, inside]]))
  })
  const there = sections.filter(({ paths }) => paths.some(([first]) => propertiesOf(root).includes(String(first))))
  return rest.length === 0 ? there : [...there, { id: 'other', paths: rest }]
}

/** Where a field is shown. */
export function sectionOf(sections: readonly Section[], path: Path): Section | undefined {
  return sections.find(({ paths }) => paths.some((each) => each.every((step, index) => path[index] === step)))
}
