import { difference, isTold, type Change } from '../document/difference'
import { getIn } from '../document/json'
import type { DraftState } from '../draft/useDraft'
import type { PolicyForm } from '../form/PolicyForm'

/** A change as it is told: what a store takes from its chain again becomes what the chain has. */
export interface ToldChange extends Change {
  /** Whether a store goes back to its chain’s here. */
  isInherited: boolean
}

/** What the draft changes, in words that mean something at the store as well. */
export function changesOf(form: PolicyForm, { draft }: DraftState): ToldChange[] {
  const all = difference(draft.base, draft.document)
  if (form.store === undefined) return all.filter(isTold).map((change) => ({ ...change, isInherited: false }))
  return all.map((change) => ({
    path: change.path,
    from: form.valueBefore(change.path),
    to: form.valueOf(change.path),
    isInherited: change.to === undefined && getIn(form.view, change.path) !== undefined,
  }))
}
