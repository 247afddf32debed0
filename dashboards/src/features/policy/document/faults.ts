import { getIn, type Json } from './json'

/** What the server has against a field, in its words. */
export interface Fault {
  field: string
  why: string
}

/** The faults that a refusal names. */
export function faultsIn(problem: unknown): Fault[] {
  const body = problem as Json | undefined
  const listed = getIn(body, ['faults'])
  if (Array.isArray(listed)) return listed.flatMap((each) => faultOf(getIn(each, ['field']), getIn(each, ['why'])))
  return faultOf(getIn(body, ['field']), getIn(body, ['detail']))
}

/** What stores differ in and a lock would take away. */
export interface OverriddenField {
  store: string
  field: string
}

export function overriddenIn(problem: unknown): OverriddenField[] {
  const listed = getIn(problem as Json | undefined, ['overrides'])
  if (!Array.isArray(listed)) return []
  return listed.flatMap((each) => {
    const [store, field] = [getIn(each, ['store']), getIn(each, ['field'])]
    return typeof store === 'string' && typeof field === 'string' ? [{ store, field }] : []
  })
}

/** Whether a fault is of the field at a path, or of something in it. */
export function isWithin(path: string, field: string): boolean {
  return field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`)
}

function faultOf(field: Json | undefined, why: Json | undefined): Fault[] {
  return typeof field === 'string' && typeof why === 'string' ? [{ field, why }] : []
}
