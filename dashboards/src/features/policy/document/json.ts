/** What JSON can say. A policy is edited as its document, for its shape is the server's to tell. */
export type Json = null | boolean | number | string | Json[] | JsonObject

export interface JsonObject {
  [name: string]: Json
}

/** The way to a value: names of objects, and places in lists. */
export type Path = readonly (string | number)[]

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** As the server writes a path: `tiers.ladder[0].rules`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`), '')
}

/** The way that a path of the server's means. A name with a dot in it looks like two, and leads nowhere. */
export function pathOf(text: string): (string | number)[] {
  return text
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

export function getIn(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((at, step) => {
    if (typeof step === 'number') return Array.isArray(at) ? at[step] : undefined
    return isObject(at) ? at[step] : undefined
  }, value)
}

/** The same with another value at the path; objects on the way come into being. */
export function setIn(value: Json | undefined, path: Path, to: Json): Json {
  const [step, ...rest] = path
  if (step === undefined) return to
  if (typeof step === 'number') {
    const list = Array.isArray(value) ? [...value] : []
    list[step] = setIn(list[step], rest, to)
    return list
  }
  const object = isObject(value) ? value : {}
  return { ...object, [step]: setIn(object[step], rest, to) }
}

/** The same without what is at the path, and without the objects that are empty for it. */
export function removeIn(value: JsonObject, path: Path): JsonObject {
  const [step, ...rest] = path
  if (typeof step !== 'string' || !(step in value)) return value
  const { [step]: inside, ...others } = value
  if (rest.length === 0 || !isObject(inside)) return others
  const left = removeIn(inside, rest)
  return Object.keys(left).length === 0 ? others : { ...value, [step]: left }
}

/** Whether two values say the same, in whatever order their names stand. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((each, index) => isSame(each, other[index]))
  if (isObject(one) && isObject(other)) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => isSame(one[name], other[name]))
  }
  return one === other
}
