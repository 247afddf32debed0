import type { ReferralBranch } from '@/api/types'

/** Who was brought by whom, in the order in which they came. */
export function branchesUnder(branches: readonly ReferralBranch[]): ReadonlyMap<string, readonly ReferralBranch[]> {
  const under = new Map<string, ReferralBranch[]>()
  for (const branch of branches.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))) {
    under.set(branch.referrer, [...(under.get(branch.referrer) ?? []), branch])
  }
  return under
}
