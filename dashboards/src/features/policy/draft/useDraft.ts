import { useChain } from '@/shared/chain/ChainContext'
import type { JsonObject } from '../document/json'
import { isSame } from '../document/json'
import { drafts, type Draft } from './drafts'
import { useKept } from './keptInMemory'
import type { LoadedPolicy, Scope } from './policyCalls'

/** What is being changed, kept while the reader moves about the app. Without a change there is no draft. */
export function useDraft(scope: Scope, loaded: LoadedPolicy) {
  const name = useDraftName(scope)
  const kept = useKept(drafts, name)
  const draft: Draft = kept ?? { etag: loaded.etag, base: loaded.document, document: loaded.document, faults: [] }
  const keep = (next: Draft) => drafts.set(name, isSame(next.base, next.document) ? undefined : next)
  return {
    draft,
    isDirty: kept !== undefined,
    /** Whether somebody else has published since the draft was begun. */
    isOvertaken: kept !== undefined && kept.etag !== loaded.etag,
    change: (make: (document: JsonObject) => JsonObject) => {
      const now = drafts.get(name) ?? draft
      keep({ ...now, document: make(now.document) })
    },
    keep,
    discard: () => drafts.set(name, undefined),
  }
}

export type DraftState = ReturnType<typeof useDraft>

export function useDraftName({ chain, store }: Scope): string {
  return [useChain().session.id, chain, store ?? ''].join('/')
}
