import type { Playbook, PlaybookFigures } from '@/api/types'

const nobody = { entered: 0, returned: 0, returnRate: null, revenue: 0, revenuePerMember: null }

export function playbookFigures(name: string, changes: Partial<PlaybookFigures> = {}): PlaybookFigures {
  return {
    name,
    enabled: true,
    priority: 50,
    members: 0,
    heldOutMembers: 0,
    steps: [],
    entered: 0,
    left: 0,
    sent: 0,
    moved: 0,
    cancelled: 0,
    delivered: 0,
    failed: 0,
    tasks: 0,
    returned: 0,
    revenue: 0,
    treated: nobody,
    heldOut: nobody,
    uplift: null,
    ...changes,
  }
}

/** The dormancy playbook of the default policy. */
export function playbook(changes: Partial<Playbook> = {}): Playbook {
  return {
    enabled: true,
    priority: 55,
    trigger: { when: 'dormant' },
    steps: [
      { afterHours: 0, message: { template: 'dormant_hello' }, task: { kind: 'recall_call', title: 'Call her' } },
      { afterHours: 336, message: { template: 'dormant_offer' }, offer: 'A treatment at half the price' },
      { afterHours: 1080, task: { kind: 'last_call', title: 'Call once more' } },
    ],
    exits: ['counted_act'],
    holdoutPercent: 20,
    ...changes,
  }
}
