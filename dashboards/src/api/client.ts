import createClient from 'openapi-fetch'
import type { paths } from './schema'
import type { Answered, Problem } from './types'
import { reportSignedOut } from './signedOut'

export const api = createClient<paths>({
  baseUrl: globalThis.location.origin,
  credentials: 'same-origin',
  // Looked up at each call, so that a test can put its own in place.
  fetch: (request) => globalThis.fetch(request),
})

api.use({
  onResponse({ response, schemaPath }) {
    if (response.status === 401 && schemaPath !== '/v1/session') reportSignedOut()
  },
})

/** A call the server refused, with the stable code of its problem document. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string | undefined

  constructor(status: number, problem: Partial<Problem> | undefined) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`)
    this.status = status
    this.code = problem?.code
  }
}

interface Outcome<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The answer's body, or a thrown {@link Refusal}. */
export async function answer<T>(call: Promise<Outcome<T>>): Promise<Answered<T>> {
  const { data, error, response } = await call
  if (!response.ok) throw new Refusal(response.status, isProblem(error) ? error : undefined)
  return data as Answered<T>
}

function isProblem(body: unknown): body is Partial<Problem> {
  return typeof body === 'object' && body !== null
}
