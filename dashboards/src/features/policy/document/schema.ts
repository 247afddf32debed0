import { isObject, type Json, type JsonObject, type Path } from './json'

/** What a schema says of one place in a document, as far as a form has to know. */
export type Schema = JsonObject

export type Kind = 'switch' | 'integer' | 'decimal' | 'text' | 'time' | 'choice' | 'object' | 'map' | 'list' | 'unknown'

/** What stands behind references and choices: the one branch that is not null. */
export function resolved(root: Schema, schema: Json | undefined): Schema {
  if (!isObject(schema)) return {}
  const { $ref: reference, ...own } = schema
  if (typeof reference === 'string' && reference.startsWith('#')) {
    const target = reference
      .split('/')
      .slice(1)
      .reduce<Json | undefined>((at, step) => (isObject(at) ? at[step.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined), root)
    return { ...resolved(root, target), ...own }
  }
  const branches = Array.isArray(schema.oneOf) ? schema.oneOf : schema.anyOf
  if (!Array.isArray(branches)) return schema
  const rest = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== 'oneOf' && name !== 'anyOf'))
  const branch = branches.find((each) => !isObject(each) || each.type !== 'null')
  const mayBeNull = branches.some((each) => isObject(each) && each.type === 'null')
  const inside = resolved(root, branch)
  return { ...inside, ...rest, ...(mayBeNull && { type: [...typesOf(inside), 'null'] }) }
}

function typesOf({ type }: Schema): Json[] {
  return Array.isArray(type) ? type : type === undefined ? [] : [type]
}

export function mayBeNull(schema: Schema): boolean {
  return typesOf(schema).includes('null') || (schema.default === null && !('type' in schema))
}

export function kindOf(schema: Schema): Kind {
  if (Array.isArray(schema.enum)) return 'choice'
  const type = typesOf(schema).find((each) => each !== 'null')
  switch (type) {
    case 'boolean':
      return 'switch'
    case 'integer':
      return 'integer'
    case 'number':
      return 'decimal'
    case 'string':
      return typeof schema.pattern === 'string' && schema.pattern.includes('[0-5][0-9]') ? 'time' : 'text'
    case 'array':
      return 'list'
    case 'object':
      return isObject(schema.properties) ? 'object' : 'map'
    default:
      return isObject(schema.properties) ? 'object' : 'unknown'
  }
}

export function propertiesOf(schema: Schema): readonly string[] {
  return isObject(schema.properties) ? Object.keys(schema.properties) : []
}

/** What is said of the values of a map, or of the items of a list. */
export function insideOf(root: Schema, schema: Schema): Schema {
  return resolved(root, schema.additionalProperties ?? schema.items)
}

export function propertyOf(root: Schema, schema: Schema, name: string): Schema {
  return isObject(schema.properties) ? resolved(root, schema.properties[name]) : {}
}

export interface Place {
  schema: Schema
  /** Where it is, with `entry` for whatever name of a map and `item` for whatever place in a list: what it is called depends on that. */
  pattern: readonly string[]
}

// A form asks for the same places at every stroke of a key, and a schema does not change.
const known = new WeakMap<Schema, Map<string, Place>>()

/** What the schema says of the value at a path. */
export function placeAt(root: Schema, path: Path): Place {
  const places = known.get(root) ?? new Map<string, Place>()
  known.set(root, places)
  const way = JSON.stringify(path)
  const place = places.get(way) ?? findPlace(root, path)
  places.set(way, place)
  return place
}

function findPlace(root: Schema, path: Path): Place {
  return path.reduce<Place>(
    ({ schema, pattern }, step) => {
      if (typeof step === 'number') return { schema: insideOf(root, schema), pattern: [...pattern, 'item'] }
      if (kindOf(schema) === 'map') return { schema: insideOf(root, schema), pattern: [...pattern, 'entry'] }
      return { schema: propertyOf(root, schema, step), pattern: [...pattern, step] }
    },
    { schema: resolved(root, root), pattern: [] },
  )
}

/** A value to begin with where there is none yet: what the schema gives, else the least that its kind allows. */
export function beginning(root: Schema, schema: Schema): Json {
  if (schema.default !== undefined) return schema.default
  switch (kindOf(schema)) {
    case 'switch':
      return false
    case 'integer':
    case 'decimal':
      return typeof schema.minimum === 'number' ? schema.minimum : 0
    case 'choice':
      return Array.isArray(schema.enum) ? (schema.enum[0] ?? null) : null
    case 'time':
      return '09:00'
    case 'text':
      return ''
    case 'list':
      return mayBeNull(schema) ? null : []
    case 'map':
      return {}
    case 'object':
      if (mayBeNull(schema)) return null
      return Object.fromEntries(propertiesOf(schema).map((name) => [name, beginning(root, propertyOf(root, schema, name))]))
    default:
      return null
  }
}
