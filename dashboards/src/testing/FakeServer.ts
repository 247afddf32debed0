import { vi } from 'vitest'
import type { Task } from '@/api/types'

type Answer = [status: number, body?: unknown, headers?: Record<string, string>]

/** Answers the app's HTTP calls from a table of "METHOD /path" that a test may change at any time. */
export class FakeServer {
  isSignedIn = false
  readonly chains = [{ id: 'glow', name: 'Glow', currency: 'CNY', timeZone: 'Asia/Shanghai' }]
  tasks: Task[] = []
  /** What a test adds, by "METHOD /path": it goes before everything that is known here. */
  readonly answers = new Map<string, Answer | ((body: string, query: URLSearchParams) => Answer)>()
  /** Whether the list of tasks cannot be had. */
  isBroken = false
  /** The calls that were made, with their queries. */
  readonly calls: string[] = []
  readonly stores = [{ id: 'north', name: 'North', timeZone: 'Asia/Shanghai' }]

  constructor() {
    vi.stubGlobal('fetch', (request: Request) => this.#respond(request))
  }

  async #respond(request: Request): Promise<Response> {
    const body = await request.text()
    const url = new URL(request.url)
    this.calls.push(`${request.method} ${url.pathname}${url.search}`)
    const [status, answer, headers] = this.#answer(`${request.method} ${url.pathname}`, body, url.searchParams)
    return new Response(answer === undefined ? null : JSON.stringify(answer), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
    })
  }

  #answer(call: string, body: string, query: URLSearchParams): Answer {
    const added = this.answers.get(call)
    if (added !== undefined) return typeof added === 'function' ? added(body, query) : added
    if (call === 'POST /v1/session') {
      this.isSignedIn = body.includes('right')
      if (this.isSignedIn && body.includes('with a second step') && !body.includes('123456')) {
        this.isSignedIn = false
        return [401, { code: body.includes('totp') ? 'wrong_totp' : 'totp_needed' }]
      }
      return this.isSignedIn ? [200, session] : [401, { code: 'invalid_key' }]
    }
    if (call === 'GET /v1/session/providers') return [200, { items: [{ name: 'office', title: 'Glow office', path: '/v1/session/oidc/office' }] }]
    if (call === 'POST /v1/session/link') {
      return body.includes('good') ? [200, { purpose: 'invite', signInName: 'mei', name: 'Mei', needsTotp: false }] : [401, { code: 'invalid_link' }]
    }
    if (call === 'POST /v1/session/accept') {
      this.isSignedIn = true
      return [200, session]
    }
    if (!this.isSignedIn) return [401, { code: 'unauthorized' }]
    switch (call) {
      case 'GET /v1/session':
        return [200, session]
      case 'GET /v1/account':
        return [200, { id: 'a1', signInName: 'mei', name: 'Mei', role: 'care_staff', chain: 'glow', stores: ['north'], hasPassword: true, hasSecondStep: false, recoveryCodesLeft: 0 }]
      case 'GET /v1/account/sessions':
        return [200, { items: [{ id: 's1', device: 'Firefox, Linux', openedAt: '2026-03-01T07:00:00Z', seenAt: '2026-03-01T08:00:00Z', until: '2026-03-01T20:00:00Z', isThis: true }] }]
      case 'POST /v1/account/totp':
        return [200, { secret: 'ABCDEFGH', uri: 'otpauth://totp/Engagement:mei?secret=ABCDEFGH' }]
      case 'DELETE /v1/account/sessions':
        this.isSignedIn = false
        return [204]
      case 'GET /v1/clock':
        return [200, { now: '2026-03-01T08:00:00Z', speed: 720 }]
      case 'GET /v1/chains':
        return [200, { items: this.chains }]
      case 'GET /v1/chains/glow/stores':
        return [200, { items: this.stores }]
      case 'GET /v1/chains/glow/colleagues':
        return [200, { items: [{ id: 'a1', name: 'Care desk', stores: [] }] }]
      case 'GET /v1/chains/glow/tasks': {
        const member = query.get('member')
        return this.isBroken ? [400, { code: 'bad' }] : [200, { items: this.tasks.filter((task) => member === null || task.member === member) }]
      }
      case 'GET /v1/chains/glow/tasks/summary':
        return [200, { open: this.tasks.length, claimed: 0, snoozed: 0, overdue: 0, escalated: 0, dueWithinHour: 0, mine: 0, asOf: '2026-03-01T08:00:00Z' }]
      case 'POST /v1/chains/glow/tasks/a/claim':
        if (this.tasks[0]?.state === 'claimed') return [409, { code: 'already_claimed', assignee: this.tasks[0].assignee }]
        this.tasks = this.tasks.map((task) => (task.id === 'a' ? { ...task, state: 'claimed', assignee: session.id } : task))
        return [200, this.tasks.find(({ id }) => id === 'a')]
      case 'POST /v1/chains/glow/tasks/a/complete':
        this.tasks = this.tasks.filter(({ id }) => id !== 'a')
        return [200, { id: 'a', state: 'done', outcome: 'booked', closedAt: '2026-03-01T08:00:00Z' }]
      default:
        return [404, { code: 'not_found' }]
    }
  }
}

const rights = Object.fromEntries(
  ['see_board', 'see_tasks', 'work_on_tasks', 'see_members', 'record_acts', 'see_figures', 'see_value', 'see_campaigns', 'see_policy'].map((right) => [right, 'own_chain']),
)

const session = { id: 'a1', name: 'Care desk', role: 'care_staff', chain: 'glow', stores: [], rights, hasAccount: true }
