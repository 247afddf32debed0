import { getIn, isObject, isSame, pathText, removeIn, setIn, type Json, type JsonObject, type Path } from './json'

/** One field that differs. A list is one field; an object is what is in it. */
export interface Change {
  path: Path
  from: Json | undefined
  to: Json | undefined
}

/** Every field, in the document's order, also those that are empty. */
export function fieldsOf(document: JsonObject, before: Path = []): { path: Path; value: Json }[] {
  return Object.entries(document).flatMap(([name, value]) => {
    const path = [...before, name]
    return isObject(value) ? fieldsOf(value, path) : [{ path, value }]
  })
}

/** What has to change to make one of the other: what is new or other first, then what is gone. */
export function difference(from: JsonObject, to: JsonObject): Change[] {
  const before = new Map(fieldsOf(from).map(({ path, value }) => [pathText(path), value]))
  const after = fieldsOf(to)
  const still = new Set(after.map(({ path }) => pathText(path)))
  return [
    ...after.map(({ path, value }): Change => ({ path, from: before.get(pathText(path)), to: value })).filter((change) => !isSame(change.from, change.to)),
    ...fieldsOf(from)
      .filter(({ path }) => !still.has(pathText(path)))
      .map(({ path, value }): Change => ({ path, from: value, to: undefined })),
  ]
}

/** A change that says something: an empty field of an entry that is new, or gone, is none. */
export function isTold({ from, to }: Change): boolean {
  const [isNothing, becomesNothing] = [from, to].map((value) => (value ?? null) === null || (Array.isArray(value) && value.length === 0))
  return !(isNothing && becomesNothing)
}

/** A store's own laid over its chain's, field by field, as the server does it. */
export function overlay(chain: JsonObject, own: JsonObject): JsonObject {
  const laid = { ...chain }
  for (const [name, value] of Object.entries(own)) {
    const under = laid[name]
    laid[name] = isObject(value) && isObject(under) ? overlay(under, value) : value
  }
  return laid
}

/** Changes that were made to one document, made to another. */
export function apply(document: JsonObject, changes: readonly Change[]): JsonObject {
  return changes.reduce<JsonObject>((at, { path, to }) => (to === undefined ? removeIn(at, path) : (setIn(at, path, to) as JsonObject)), document)
}

/** What would hold at a store without what it has of its own: of that, only the fields tell. */
export function inheritedOf(inForce: JsonObject, own: JsonObject, inherited: (path: string) => Json | undefined): JsonObject {
  return fieldsOf(own).reduce<JsonObject>((at, { path }) => {
    const value = inherited(pathText(path)) ?? null
    if (value === null) return removeIn(at, path)
    return getIn(at, path) === undefined ? at : (setIn(at, path, value) as JsonObject)
  }, inForce)
}
