import { overlay } from '../document/difference'
import type { JsonObject } from '../document/json'
import { PolicyFormContext, usePolicyForm } from '../form/PolicyForm'
import { Rules } from '../form/Rules'
import { makeForm } from '../form/makeForm'
import { lockedIn } from '../draft/policyCalls'

/** All the rules as they were, to be read with the same pages. */
export function PastRules({ document, under }: { document: JsonObject; under: JsonObject | undefined }) {
  const { root, store } = usePolicyForm()
  const form = makeForm({
    root,
    store,
    loaded: { etag: undefined, document, under, locked: lockedIn(under ? overlay(under, document) : document) },
    state: {
      draft: { etag: undefined, base: document, document, faults: [] },
      isDirty: false,
      isOvertaken: false,
      change: nothing,
      keep: nothing,
      discard: nothing,
    },
    mayChange: false,
  })
  return (
    <PolicyFormContext value={form}>
      <Rules />
    </PolicyFormContext>
  )
}

function nothing() {
  // What was cannot be changed.
}
