import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Member } from '@/api/types'
import type { ChainView } from '@/shared/chain/ChainContext'
import { i18next } from '@/shared/i18n'
import { task } from '@/testing/examples'
import { renderInChain } from '@/testing/inChain'
import { TaskWhy } from './TaskWhy'

const careStaff: ChainView['session'] = {
  id: 'a1', name: 'Mei', role: 'care_staff', chain: 'glow', stores: ['north'], hasAccount: true,
  rights: { see_tasks: 'own_stores', see_members: 'own_stores' },
}

/** What a reason is made of; the rest of a member says nothing about it. */
const inPlaybook = (playbook: string, steps: number, known: object = {}) =>
  ({ recall: [{ playbook, steps }], rfm: { recencyDays: 92 }, cards: [], ...known }) as unknown as Member

const why = (changes: Parameters<typeof task>[1], member?: Member, view: Partial<ChainView> = {}) =>
  renderInChain(<p><TaskWhy task={task('a', changes)} member={member} /></p>, view).container.textContent

beforeEach(async () => {
  history.replaceState(null, '', '/?chain=glow&page=queue')
  await i18next.changeLanguage('en')
})

describe('why a task is there', () => {
  it('is what happened to her, and which step of which playbook asks for it', async () => {
    expect(why({}, inPlaybook('dormancy', 3))).toBe('She has not been here for 92 days. Step 1 of 3 in the playbook Dormancy.')
    expect(screen.getByRole('link', { name: 'Dormancy' })).toHaveAttribute('href', expect.stringContaining('page=recall&playbook=dormancy'))
    await i18next.changeLanguage('zh-CN')
    expect(why({}, inPlaybook('dormancy', 3))).toBe('她已有 92 天未到店消费。召回方案“沉睡召回”共 3 步，这是第 1 步。')
  })

  it.each([
    ['second_visit', { rfm: { recencyDays: 0 } }, 'She was here for the first time today.'],
    ['second_visit', { rfm: { recencyDays: 3 } }, 'She was here for the first time 3 days ago and has not been back.'],
    ['referral_lead', {}, 'A friend brought her, and she has not bought anything yet.'],
    ['renewal', { cards: [{ kind: 'annual_card', state: 'active', expiresAt: '2026-04-01T00:00:00Z' }] }, 'Her card “Annual card” expires on Wed, Apr 1, 2026 and has not been renewed.'],
  ])('tells what %s is about', (source, known, said) => {
    expect(why({ source, step: 1 }, inPlaybook(source, 4, known))).toBe(`${said} Step 2 of 4 in the playbook ${i18next.t(`playbook.${source}` as 'playbook.renewal')}.`)
  })

  it('says no more than is known: of a playbook of the chain’s own, of a member whom the reader may not see, of one who has left it', () => {
    expect(why({ source: 'ours' }, inPlaybook('ours', 2))).toBe('Step 1 of 2 in the playbook Ours.')
    expect(why({})).toBe('Step 1 of the playbook Dormancy.')
    expect(why({}, inPlaybook('welcome', 3))).toBe('Step 1 of the playbook Dormancy.')
  })

  it('leads to the playbook only who may see its figures', () => {
    expect(why({}, undefined, { session: careStaff })).toBe('Step 1 of the playbook Dormancy.')
    expect(screen.queryByRole('link')).toBeNull()
  })

  it.each([
    [{ kind: 'complaint', source: 'complaint' }, 'She made a complaint.'],
    [{ kind: 'complaint_revisit', source: 'survey' }, 'She was asked in a survey and would not recommend us. It is said to be solved; ask her whether she is content.'],
    [{ kind: 'prospect', source: 'act' }, 'She has shown interest.'],
    [{ kind: 'ours', source: 'moonlight', why: 'the moon was full' }, 'the moon was full'],
  ])('is told of what no playbook asked for, and in the server’s words where they are all there is: %#', (changes, said) => {
    expect(why({ ...changes, step: null })).toBe(said)
  })
})
