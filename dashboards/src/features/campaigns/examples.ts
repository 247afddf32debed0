import type { Campaign } from '@/api/types'

export function campaign(name: string, changes: Partial<Campaign> = {}): Campaign {
  return {
    name,
    title: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    segment: { stages: ['dormant'] },
    template: 'dormant_offer',
    channel: null,
    offer: null,
    priority: 50,
    holdoutPercent: 10,
    uselessAfterHours: null,
    schedule: { cron: '0 0 10 ? * MON', at: null },
    paused: false,
    builtIn: false,
    ...changes,
  }
}
