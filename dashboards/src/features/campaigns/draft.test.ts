import { describe, expect, it } from 'vitest'
import { documentOf, draftOf, nameFrom, newDraft } from './draft'
import { campaign } from './examples'

describe('a campaign while it is written', () => {
  it('is put again as it was', () => {
    const spring = campaign('spring', { segment: { stages: ['dormant'], stores: [], points: { from: 100 } }, offer: 'A voucher', uselessAfterHours: 72 })
    expect(documentOf(draftOf(spring))).toEqual({
      title: 'Spring',
      segment: { stages: ['dormant'], points: { from: 100 } },
      template: 'dormant_offer',
      offer: 'A voucher',
      priority: 50,
      holdoutPercent: 10,
      uselessAfterHours: 72,
      schedule: { cron: '0 0 10 ? * MON' },
    })
  })

  it('goes to a kept segment, or to everybody, and then has none of its own', () => {
    expect(documentOf({ ...newDraft('welcome'), audience: 'saved', segmentName: 'vips' })).toMatchObject({ segmentName: 'vips' })
    expect(documentOf({ ...newDraft('welcome'), audience: 'everybody' })).not.toHaveProperty('segment')
    expect(draftOf(campaign('all', { segment: { stages: [] } })).audience).toBe('everybody')
    expect(draftOf(campaign('vips', { segmentName: 'vips' })).audience).toBe('saved')
  })

  it('leaves out what was left empty', () => {
    const document = documentOf({ ...newDraft('welcome'), uselessAfterHours: ' ', offer: '', channel: '' })
    expect(Object.keys(document)).not.toEqual(expect.arrayContaining(['uselessAfterHours']))
    expect(document).not.toHaveProperty('offer')
    expect(document).not.toHaveProperty('channel')
  })

  it('gets a name from its title, where that has any letter that a name may have', () => {
    expect(nameFrom('Spring 春季护肤 2026!')).toBe('spring_2026')
    expect(nameFrom('春季护肤')).toBe('')
  })
})
