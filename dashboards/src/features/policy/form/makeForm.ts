import { overlay } from '../document/difference'
import { isWithin } from '../document/faults'
import { getIn, isObject, isSame, pathText, removeIn, setIn, type Json, type JsonObject, type Path } from '../document/json'
import { lockOver, withLock } from '../document/locks'
import type { Schema } from '../document/schema'
import type { DraftState } from '../draft/useDraft'
import { lockedIn, type LoadedPolicy } from '../draft/policyCalls'
import type { PolicyForm } from './PolicyForm'

interface Given {
  root: Schema
  store: string | undefined
  loaded: LoadedPolicy
  state: DraftState
  mayChange: boolean
}

/** Puts the draft and what lies under it together to what the editors need. */
export function makeForm({ root, store, loaded, state, mayChange }: Given): PolicyForm {
  const { draft, change } = state
  const laid = (document: JsonObject) => (loaded.under ? overlay(loaded.under, document) : document)
  const [view, before] = [laid(draft.document), laid(draft.base)]
  const locked = store === undefined ? lockedIn(draft.document) : loaded.locked
  const lockOf = (path: Path) => lockOver(locked, path)
  return {
    root,
    store,
    view,
    mayChange,
    valueOf: (path) => getIn(view, path),
    valueBefore: (path) => getIn(before, path),
    isChanged: (path) => !isSame(getIn(draft.base, path), getIn(draft.document, path)),
    isOwn: (path) => store !== undefined && getIn(draft.document, path) !== undefined,
    isRemovable: (path) => store === undefined || getIn(loaded.under, path) === undefined,
    lockOver: lockOf,
    mayEdit: (path) => mayChange && (store === undefined || (path[0] !== 'locked' && lockOf(path) === undefined && !hasLockInside(locked, path, getIn(view, path)))),
    faultsOf: (path) => draft.faults.filter(({ field }) => isWithin(pathText(path), field)),
    set: (path, to) => change((document) => setField(document, laid(document), path, to)),
    remove: (path) => change((document) => removeIn(document, path)),
    undo: (path) =>
      change((document) => {
        const was = getIn(draft.base, path)
        return was === undefined ? removeIn(document, path) : (setIn(document, path, was) as JsonObject)
      }),
    inherit: (path) => change((document) => removeIn(document, path)),
    setLocked: (path, isLocked) => change((document) => ({ ...document, locked: withLock(lockedIn(document), path, isLocked) })),
  }
}

// A list is one field: what stands in it is put with all of it, for a store may have nothing of it yet.
function setField(document: JsonObject, view: JsonObject, path: Path, to: Json): JsonObject {
  const inList = path.findIndex((step) => typeof step === 'number')
  if (inList < 0) return setIn(document, path, to) as JsonObject
  const list = path.slice(0, inList)
  return setIn(document, list, setIn(getIn(view, list), path.slice(inList), to)) as JsonObject
}

// A list is one field, and so is what is empty: where a lock lies inside, all of it stays.
function hasLockInside(locked: readonly string[], path: Path, value: Json | undefined): boolean {
  return !isObject(value) && locked.some((each) => isWithin(pathText(path), each))
}
