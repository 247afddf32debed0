import { vi } from 'vitest'

type Answer = [status: number, body?: unknown]

/** Answers the app's HTTP calls from a table of "METHOD /path" that a test may change at any time. */
export class FakeServer {
  isSignedIn = false
  readonly chains = [{ id: 'glow', name: 'Glow', currency: 'CNY' }]
  readonly stores = [{ id: 'north', name: 'North', timeZone: 'Asia/Shanghai' }]

  constructor() {
    vi.stubGlobal('fetch', (request: Request) => this.#respond(request))
  }

  async #respond(request: Request): Promise<Response> {
    const body = await request.text()
    const [status, answer] = this.#answer(`${request.method} ${new URL(request.url).pathname}`, body)
    return new Response(answer === undefined ? null : JSON.stringify(answer), {
      status,
      headers: { 'Content-Type': 'application/json' },
    })
  }

  #answer(call: string, body: string): Answer {
    if (call === 'POST /v1/session') {
      this.isSignedIn = body.includes('right')
      return this.isSignedIn ? [200, session] : [401, { code: 'invalid_key' }]
    }
    if (!this.isSignedIn) return [401, { code: 'unauthorized' }]
    switch (call) {
      case 'GET /v1/session':
        return [200, session]
      case 'GET /v1/clock':
        return [200, { now: '2026-03-01T08:00:00Z', speed: 720 }]
      case 'GET /v1/chains':
        return [200, { items: this.chains }]
      case 'GET /v1/chains/glow/stores':
        return [200, { items: this.stores }]
      default:
        return [404, { code: 'not_found' }]
    }
  }
}

const session = { name: 'Care desk', role: 'care_staff' }
