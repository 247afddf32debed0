import { Refusal, api } from '@/api/client'
import { inheritedOf } from '../document/difference'
import type { Json, JsonObject } from '../document/json'
import type { Schema } from '../document/schema'
import { whole } from '../document/whole'

/** Whose policy: the chain's, or what a store does differently. */
export interface Scope {
  chain: string
  store: string | undefined
}

export interface LoadedPolicy {
  etag: string | undefined
  /** What is edited: the chain's whole policy, or only what the store has of its own. */
  document: JsonObject
  /** What lies under a store's own; undefined for the chain itself. */
  under: JsonObject | undefined
  /** Paths that no store may change. */
  locked: readonly string[]
}

interface Outcome {
  data?: unknown
  error?: unknown
  response: Response
}

/** The body, with the version that it is. */
export async function versioned(call: Promise<Outcome>): Promise<{ body: unknown; etag: string | undefined }> {
  const { data, error, response } = await call
  if (!response.ok) throw new Refusal(response.status, error)
  return { body: data, etag: response.headers.get('ETag') ?? undefined }
}

export async function readSchema(): Promise<Schema> {
  return (await versioned(api.GET('/v1/policy/schema'))).body as Schema
}

export async function readPolicy({ chain, store }: Scope, root: Schema): Promise<LoadedPolicy> {
  if (store === undefined) {
    const { body, etag } = await versioned(api.GET('/v1/chains/{chain}/policy', { params: { path: { chain } } }))
    const document = whole(root, body as JsonObject)
    return { etag, document, under: undefined, locked: lockedIn(document) }
  }
  const params = { path: { chain, store } }
  // The version is that of what is read first: a change in between is then noticed when the draft is published.
  const { body: own, etag } = await versioned(api.GET('/v1/chains/{chain}/stores/{store}/policy/overrides', { params }))
  const [{ body: inForce }, { body: fields }] = await Promise.all([
    versioned(api.GET('/v1/chains/{chain}/stores/{store}/policy', { params })),
    versioned(api.GET('/v1/chains/{chain}/stores/{store}/policy/fields', { params })),
  ])
  const inherited = new Map((fields as { fields: { path: string; inherited: Json }[] }).fields.map((field) => [field.path, field.inherited]))
  const document = own as JsonObject
  const under = whole(root, inheritedOf(inForce as JsonObject, document, (path) => inherited.get(path)))
  return { etag, document, under, locked: lockedIn(under) }
}

export interface Publication {
  document: JsonObject
  etag: string | undefined
  note: string
  dropOverrides: boolean
}

/** Puts the draft as the next version, unless somebody else has put one since. */
export function putPolicy({ chain, store }: Scope, { document, etag, note, dropOverrides }: Publication) {
  const headers = etag === undefined ? {} : { 'If-Match': etag }
  const query = { ...(note !== '' && { note }), ...(dropOverrides && { dropOverrides }) }
  return versioned(
    store === undefined
      ? api.PUT('/v1/chains/{chain}/policy', { params: { path: { chain }, query }, headers, body: document })
      : api.PUT('/v1/chains/{chain}/stores/{store}/policy', { params: { path: { chain, store }, query: note === '' ? {} : { note } }, headers, body: document }),
  )
}

export function lockedIn(document: JsonObject): string[] {
  return Array.isArray(document.locked) ? document.locked.filter((path) => typeof path === 'string') : []
}
