const roles = ['care_staff', 'store_manager', 'chain_headquarters', 'integrator', 'system_administrator'] as const

/** A role that this version has a word for. */
export function roleOf(name: string): (typeof roles)[number] {
  return roles.find((role) => role === name) ?? 'care_staff'
}
