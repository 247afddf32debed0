import type { Fault } from '../document/faults'
import type { JsonObject } from '../document/json'
import { KeptInMemory } from './keptInMemory'

/** What somebody changes and has not published. */
export interface Draft {
  /** The version that it was begun from; undefined where the server did not say. */
  etag: string | undefined
  base: JsonObject
  document: JsonObject
  /** What the server had against it when it was last tried. */
  faults: readonly Fault[]
}

/** Kept while the reader moves about the app, by reader, chain and store. */
export const drafts = new KeptInMemory<Draft>()

/** The what-if that was last begun, by the same names. */
export const runs = new KeptInMemory<string>()

const warn = (event: BeforeUnloadEvent) => event.preventDefault()

// A draft is lost with the tab: whoever closes it is asked first.
drafts.subscribe(() => {
  if (drafts.size > 0) addEventListener('beforeunload', warn)
  else removeEventListener('beforeunload', warn)
})
