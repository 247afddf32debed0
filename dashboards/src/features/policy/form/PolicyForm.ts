import { createContext, use } from 'react'
import type { Fault } from '../document/faults'
import type { Json, JsonObject, Path } from '../document/json'
import type { Schema } from '../document/schema'

/** What the editors of fields know of the policy, and what they do to it. */
export interface PolicyForm {
  root: Schema
  /** Undefined for the chain's own policy. */
  store: string | undefined
  /** The policy as it would be with the draft. */
  view: JsonObject
  /** Whether the reader may change anything at all. */
  mayChange: boolean
  valueOf: (path: Path) => Json | undefined
  /** As it was when the draft was begun. */
  valueBefore: (path: Path) => Json | undefined
  isChanged: (path: Path) => boolean
  /** Whether the store has it, or something in it, of its own. */
  isOwn: (path: Path) => boolean
  /** Whether it is nothing of the chain's, so that it can be taken away. */
  isRemovable: (path: Path) => boolean
  /** The lock that covers a path: its own, or that of something around it. */
  lockOver: (path: Path) => string | undefined
  mayEdit: (path: Path) => boolean
  faultsOf: (path: Path) => readonly Fault[]
  set: (path: Path, to: Json) => void
  remove: (path: Path) => void
  /** Back to what it was before the draft. */
  undo: (path: Path) => void
  /** Back to what the chain has. */
  inherit: (path: Path) => void
  setLocked: (path: Path, isLocked: boolean) => void
}

export const PolicyFormContext = createContext<PolicyForm | undefined>(undefined)

export function usePolicyForm(): PolicyForm {
  const form = use(PolicyFormContext)
  if (!form) throw new Error('There is no policy above this field.')
  return form
}
