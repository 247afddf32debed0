import { isObject, type Json, type JsonObject } from './json'
import { insideOf, kindOf, mayBeNull, propertiesOf, propertyOf, type Schema } from './schema'

/**
 * The document with a null wherever the server left an empty field out. Sent back without it, a field whose default is not empty
 * would come back to that default.
 */
export function whole(root: Schema, document: JsonObject): JsonObject {
  return fill(root, root, document) as JsonObject
}

function fill(root: Schema, schema: Schema, value: Json): Json {
  if (Array.isArray(value)) return value.map((each) => fill(root, insideOf(root, schema), each))
  if (!isObject(value)) return value
  if (kindOf(schema) === 'map') {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(root, insideOf(root, schema), each)]))
  }
  const known = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(root, propertyOf(root, schema, name), each)]))
  const empty = propertiesOf(schema).filter((name) => !(name in value) && mayBeNull(propertyOf(root, schema, name)))
  return { ...known, ...Object.fromEntries(empty.map((name) => [name, null])) }
}
