import createClient from 'openapi-fetch'
import type { paths } from './schema'
import { reportSignedOut } from './signedOut'

export const api = createClient<paths>({
  baseUrl: globalThis.location.origin,
  credentials: 'same-origin',
  // Looked up at each call, so that a test can put its own in place.
  fetch: (request) => globalThis.fetch(request),
})

api.use({
  onResponse({ response, schemaPath }) {
    // Whoever is at the door has not signed in yet: a refusal there ends nothing.
    if (response.status === 401 && !schemaPath.startsWith('/v1/session')) reportSignedOut()
  },
})

/** A call the server refused, with the stable code of its problem document. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string | undefined
  /** The whole problem document: some codes name fields and more. */
  readonly problem: unknown

  constructor(status: number, problem: unknown) {
    super(textIn(problem, 'detail') ?? textIn(problem, 'title') ?? `HTTP ${status}`)
    this.status = status
    this.code = textIn(problem, 'code')
    this.problem = problem
  }
}

interface Outcome<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The answer's body, or a thrown {@link Refusal}. */
export async function answer<T>(call: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await call
  if (!response.ok) throw new Refusal(response.status, error)
  return data as T
}

/** What stands between us and the server, a proxy for example, may refuse with any body at all. */
function textIn(problem: unknown, field: string): string | undefined {
  if (typeof problem !== 'object' || problem === null) return undefined
  const text = (problem as Record<string, unknown>)[field]
  return typeof text === 'string' ? text : undefined
}
