/** The flags that can be raised for a member. */
export const flags = ['second_visit_overdue', 'slipping'] as const

export function isFlag(name: string): name is (typeof flags)[number] {
  return flags.some((flag) => flag === name)
}
