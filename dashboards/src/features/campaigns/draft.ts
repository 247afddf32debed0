import type { Campaign, Segment } from '@/api/types'
import { scheduleOf, timingOf, type Timing } from './cron'
import { tidy } from '@/shared/segments/tidy'

/** A campaign while it is being written. Numbers are kept as they are typed. */
export interface Draft {
  name: string
  title: string
  audience: 'everybody' | 'saved' | 'own'
  segmentName: string
  segment: Segment
  template: string
  offer: string
  channel: string
  priority: string
  holdoutPercent: string
  uselessAfterHours: string
  timing: Timing
  paused: boolean
}

/** A member of a control group is a member who gets nothing: a tenth is enough to tell, and costs little. */
const usualHoldout = '10'

export function newDraft(template: string): Draft {
  return {
    name: '',
    title: '',
    audience: 'own',
    segmentName: '',
    segment: { stages: ['dormant'] },
    template,
    offer: '',
    channel: '',
    priority: '50',
    holdoutPercent: usualHoldout,
    uselessAfterHours: '72',
    timing: timingOf({ cron: '0 0 10 ? * MON' }),
    paused: false,
  }
}

export function draftOf(campaign: Campaign): Draft {
  const segment = tidy(campaign.segment)
  const own = Object.keys(segment).length > 0 ? 'own' : 'everybody'
  return {
    name: campaign.name,
    title: campaign.title,
    audience: campaign.segmentName != null ? 'saved' : own,
    segmentName: campaign.segmentName ?? '',
    segment,
    template: campaign.template,
    offer: campaign.offer ?? '',
    channel: campaign.channel ?? '',
    priority: String(campaign.priority),
    holdoutPercent: String(campaign.holdoutPercent),
    uselessAfterHours: campaign.uselessAfterHours == null ? '' : String(campaign.uselessAfterHours),
    timing: timingOf(campaign.schedule),
    paused: campaign.paused,
  }
}

/** What is put: what was left empty is left out, so that it gets the chain's default. */
export function documentOf(draft: Draft): Record<string, unknown> {
  return {
    title: draft.title.trim(),
    ...(draft.audience === 'saved' && { segmentName: draft.segmentName }),
    ...(draft.audience === 'own' && { segment: tidy(draft.segment) }),
    template: draft.template,
    ...(draft.offer.trim() !== '' && { offer: draft.offer.trim() }),
    ...(draft.channel !== '' && { channel: draft.channel }),
    ...numberIn('priority', draft.priority),
    ...numberIn('holdoutPercent', draft.holdoutPercent),
    ...numberIn('uselessAfterHours', draft.uselessAfterHours),
    schedule: scheduleOf(draft.timing),
    ...(draft.paused && { paused: true }),
  }
}

/** What a campaign can be called in addresses and messages, made from what people call it. */
export function nameFrom(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 64)
}

function numberIn(field: string, text: string): Record<string, number> {
  return text.trim() === '' ? {} : { [field]: Number(text) }
}
