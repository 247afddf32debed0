import { describe, expect, it } from 'vitest'
import { formatFor } from '@/shared/format/format'
import { i18next } from '@/shared/i18n'
import { event } from '@/testing/examples'
import { extras, sentence, type Words } from './sentence'

const speak = (language: string): Words => ({
  t: i18next.getFixedT(language),
  format: formatFor(language, { currency: 'CNY', timeZone: 'Asia/Shanghai' }),
  storeName: (id) => `store ${id}`,
  staffName: (id) => (id === 'a1' ? 'Mei' : id),
  cardKind: (card) => (card === 'C-1' ? 'course_of_ten' : undefined),
})
const english = speak('en')
const chinese = speak('zh-CN')

const stage = (from: string | null, to: string, code: string, more = {}) =>
  event(1, 'stage_changed', { from, to, reason: 'in the server’s words', code, ...more })

describe('a sentence', () => {
  it.each([
    [event(1, 'purchase', { amount: 380, points: 380 }), 'made a purchase of ¥380', '消费 ¥380'],
    [event(1, 'purchase', { amount: 59.9 }), 'made a purchase of ¥59.90', '消费 ¥59.90'],
    [event(1, 'visit', { service: 'facial' }), 'came for facial', '到店：facial'],
    [event(1, 'checkin', { standing: 'counted', run: 7 }), 'signed in, day 7 in a row', '签到，连续第 7 天'],
    [event(1, 'checkin', { standing: 'late', run: 1 }), 'had an earlier sign-in added; it counts towards the total only', '补记签到，仅计入累计次数'],
    [event(1, 'act', { name: 'exam_passed' }), 'passed an exam', '通过考试'],
    [event(1, 'act', { name: 'sang' }), 'did “sang”', '完成“sang”'],
    [event(1, 'flag_raised', { flag: 'slipping', reason: '' }), 'is likely to drop a stage soon', '预计近期下滑一个阶段'],
    [event(1, 'flag_raised', { flag: 'vip' }), 'got the flag “vip”', '被标记“vip”'],
    [event(1, 'home_store_set'), 'now belongs to store north', '归属门店改为 store north'],
    [event(1, 'card_opened'), 'card_opened', 'card_opened'],
  ])('tells what happened, in both languages: %#', (happened, inEnglish, inChinese) => {
    expect(sentence(happened, english)).toBe(inEnglish)
    expect(sentence(happened, chinese)).toBe(inChinese)
  })

  it.each([
    [event(1, 'playbook_entered', { playbook: 'dormancy', run: 1 }), 'entered the playbook “Dormancy”', '进入召回方案“沉睡召回”'],
    [event(1, 'playbook_entered', { playbook: 'ours', run: 1, heldOut: true }), 'entered the playbook “Ours” in its control group, which gets nothing', '进入召回方案“Ours”（对照组，不触达）'],
    [event(1, 'playbook_left', { playbook: 'win_back', run: 1, why: 'counted_act' }), 'left the playbook “Win-back”: she came back', '退出召回方案“流失挽回”：已回店消费'],
    [event(1, 'member_returned', { playbook: 'campaign:spring', first: true, revenue: 98 }), 'came back within 30 days of “Spring”', '在“Spring”30 天内回归'],
    [event(1, 'message_cancelled', { run: 1, step: 0, why: 'left_playbook' }), 'will not get her message: she left the playbook', '消息不再发送：已退出方案'],
    [event(1, 'message_reported', { run: 1, step: 0, fate: 'delivered' }), 'got her message', '消息已送达'],
    [event(1, 'message_reported', { run: 1, step: 0, fate: 'failed', detail: '关机' }), 'did not get her message: 关机', '消息未送达：关机'],
    [event(1, 'task_claimed', { number: 1, by: '王芳' }), 'is now looked after by 王芳, who took her task', '王芳 领取了待办'],
    [event(1, 'task_released', { number: 1 }), 'has a task waiting in the care queue again', '待办已回到队列'],
    [event(1, 'task_claimed', { number: 1, by: 'a1' }), 'is now looked after by Mei, who took her task', 'Mei 领取了待办'],
    [event(1, 'task_completed', { number: 1, by: 'wang', outcome: 'booked' }), 'was looked after by wang: booked an appointment', 'wang 完成待办：已预约'],
    [event(1, 'task_completed', { number: 1, by: 'wang', outcome: 'sang' }), 'was looked after by wang: sang', 'wang 完成待办：sang'],
    [event(1, 'member_task_done', { task: 'join_community' }), 'finished a first-month task: join the community', '完成首月任务：加入社群'],
    [event(1, 'survey', { score: 3 }), 'gave a score of 3 out of 10', '打分 3 分（满分 10 分）'],
    [event(1, 'tagged', { name: '敏感肌' }), 'got the tag “敏感肌”', '添加标签“敏感肌”'],
    [event(1, 'untagged', { name: 'vip' }), 'lost the tag “vip”', '移除标签“vip”'],
    [event(1, 'consent', { given: false }), 'wants no messages by any channel', '拒绝接收任何渠道的消息'],
    [event(1, 'consent', { given: true, channel: 'sms' }), 'allows messages by SMS', '同意接收短信消息'],
    [event(1, 'card_issued', { card: 'C-2', kind: 'annual_card' }), 'was given the card “Annual card”', '开卡：年卡'],
    [
      event(1, 'card_topped_up', { card: 'C-1', lot: { number: 1, paid: 2000, bonus: 300 } }),
      'put ¥2,000 on the card “Course of ten” and got ¥300 on top',
      '为十次卡充值 ¥2,000，赠送 ¥300',
    ],
    [event(1, 'card_used', { card: 'C-1', uses: 1, parts: [] }), 'used the card “Course of ten”', '使用十次卡'],
    [event(1, 'card_used', { card: 'C-9', uses: 1, parts: [] }), 'used a card', '使用会员卡'],
    [event(1, 'card_used', { card: 'C-9', amount: 504, parts: [{ lot: 1, paid: 504 }] }), 'paid ¥504 with a stored-value card', '用储值卡支付 ¥504'],
    [event(1, 'card_used', { card: 'C-1', amount: 80, service: '面部护理' }), 'paid ¥80 with the card “Course of ten”: 面部护理', '用十次卡支付 ¥80：面部护理'],
    [
      event(1, 'card_turned_away', { card: 'C-1', from: 'li', why: 'card_exists' }),
      'could not take the card “Course of ten” from li: has a card of that number',
      '未能接收 li 转来的十次卡：已有同号的卡',
    ],
    [event(1, 'high_value_act', { kind: 'second_category' }), 'bought in a second category, a high-value act', '高价值行为：跨品类购买'],
    [event(1, 'high_value_act', { kind: 'act:dance' }), 'did “dance”, a high-value act', '高价值行为：完成“dance”'],
  ])('tells of recall, messages and tasks: %#', (happened, inEnglish, inChinese) => {
    expect(sentence(happened, english)).toBe(inEnglish)
    expect(sentence(happened, chinese)).toBe(inChinese)
  })

  it.each([
    [event(1, 'points_redeemed', { points: -155, worth: 1.55 }), 'paid ¥1.55 of a fee with points', '用积分抵扣 ¥1.55'],
    [event(1, 'points_redeemed', { points: -750, worth: 0, goods: 'mug', count: 3 }), 'redeemed points for 3 × Mug', '积分兑换 Mug × 3'],
    [event(1, 'points_adjusted', { points: 7, reason: '久等', by: '王芳' }), 'had her points adjusted by 王芳: 久等', '王芳 调整了积分：久等'],
    [event(1, 'tier_invited', { tier: 'premium', given: false }), 'is no longer invited to the tier “Premium”', '“尊享会员”的邀请已收回'],
    [event(1, 'tier_changed', { from: 'basic', to: 'pro', code: 'spend', amount: 5000, days: 365 }), 'reached the tier “Pro”: ¥5,000 paid within 365 days', '升级为“进阶会员”：365 天内消费满 ¥5,000'],
    [event(1, 'tier_changed', { to: 'basic', code: 'friends', amount: 5 }), 'reached the tier “Basic”: 5 friends who bought', '升级为“基础会员”：介绍满 5 位朋友消费'],
    [event(1, 'tier_changed', { from: 'pro', to: 'basic', code: 'not_deserved' }), 'dropped from the tier “Pro” to “Basic”: not earned again within the year', '由“进阶会员”降为“基础会员”：当年未再达标'],
    [event(1, 'tier_changed', { from: 'basic', code: 'moonlight', reason: 'by moonlight' }), 'lost the tier “Basic”: by moonlight', '失去“基础会员”等级：by moonlight'],
    [event(1, 'benefit_used', { benefit: 'home_visit', relative: 'son', left: 1 }), 'let son use a benefit: Home visit: 1 more use this year', '家人 son 使用权益：上门服务：一年内还可用 1 次'],
    [event(1, 'gift_pack_given', { for: 'joined', value: 100, title: 'Towels' }), 'was given Towels, worth ¥100', '获赠Towels，价值 ¥100'],
    [event(1, 'family_shrunk', { relative: 'son', why: 'other_family' }), 'could not add son to her family: she belongs to another family', 'son 未加入家庭：已属于其他家庭'],
    [event(1, 'family_shrunk', { relative: 'son', why: 'left' }), 'no longer has son in her family', 'son 已退出家庭'],
    [event(1, 'referral_refused', { referrer: 'zhao', why: 'loop' }), 'earns nothing for naming zhao: each names the other', 'zhao 的转介绍不计：双方互为介绍人'],
    [event(1, 'friend_rewarded', { friend: 'li', points: 200, round: 1 }), 'got her reward for bringing li, who bought', '朋友 li 首次消费，获得转介绍奖励'],
  ])('tells of points, tiers, families and referrals: %#', (happened, inEnglish, inChinese) => {
    expect(sentence(happened, english)).toBe(inEnglish)
    expect(sentence(happened, chinese)).toBe(inChinese)
  })

  it.each([
    'points_redeemed', 'points_adjusted', 'points_expired', 'tier_invited', 'tier_changed', 'tier_kept', 'tier_at_risk', 'benefit_used',
    'gift_pack_given', 'family_asked', 'family_grown', 'family_shrunk', 'family_dismissed', 'family_joined', 'family_declined',
    'family_left', 'family_parted', 'referral_claimed', 'referral_confirmed', 'referral_refused', 'referral_rewarded',
    'referral_reward_returned', 'friend_welcomed', 'friend_refused', 'friend_rewarded', 'friend_reward_returned',
    'playbook_entered', 'playbook_left', 'playbook_paused', 'step_withheld', 'steps_passed_over', 'campaign_reached', 'member_returned',
    'return_refunded', 'message_planned', 'message_moved', 'message_released', 'message_cancelled', 'message_reported', 'task_opened',
    'task_claimed', 'task_released', 'task_snoozed', 'task_reassigned', 'task_completed', 'task_escalated', 'task_expired',
    'task_withdrawn', 'member_task_done', 'member_tasks_all_done', 'survey', 'complaint', 'consent', 'tagged', 'untagged', 'card_issued', 'card_renewed',
    'card_topped_up', 'card_used', 'card_use_suspicious', 'card_use_cancelled', 'card_frozen', 'card_unfrozen', 'card_refunded',
    'card_expired', 'card_sent', 'card_received', 'card_turned_away', 'card_came_back',
    'high_value_act',
  ])('has words for %s whatever its fields', (type) => {
    for (const words of [english, chinese]) {
      expect(sentence(event(1, type), words)).not.toContain(type)
      expect(sentence(event(1, type), words)).not.toContain('event.')
    }
  })

  it.each([
    [stage('new', 'dormant', 'no_visit_for', { days: 90 }), 'fell dormant: no visit for 90 days', '进入沉睡：90 天未到店'],
    [
      stage('effective', 'active', 'visits_within', { count: 3, days: 120 }),
      'became active: 3 visits within 120 days',
      '成为活跃会员：120 天内到店 3 次',
    ],
    [stage('lost', 'new', 'back_after', { days: 200 }), 'came back: after 200 days away', '已回归：时隔 200 天'],
    [
      stage('loyal', 'active', 'fewer_visits_within', { count: 5, days: 180 }),
      'slipped back to active: fewer than 5 visits within 180 days',
      '下滑为活跃：180 天内到店不足 5 次',
    ],
    [stage(null, 'potential', 'joined'), 'is a new contact: joined', '成为潜在会员：加入会员'],
    [stage('new', 'effective', 'moonlight'), 'became effective: in the server’s words', '成为有效会员：in the server’s words'],
  ])('tells why a stage changed: %#', (change, inEnglish, inChinese) => {
    expect(sentence(change, english)).toBe(inEnglish)
    expect(sentence(change, chinese)).toBe(inChinese)
  })

  it('adds what came with it', () => {
    const checkin = event(1, 'checkin', { points: 1, frozen: ['2026-02-27', '2026-02-28'] })
    expect(extras(checkin, english)).toEqual(['+1 point', '2 missed days made good'])
    expect(extras(event(1, 'refund', { amount: 98, points: -98 }), chinese)).toEqual(['−98 积分'])
    expect(extras(event(1, 'visit'), english)).toEqual([])
    // What she paid is told by the purchase.
    expect(extras(event(1, 'member_returned', { revenue: 98 }), english)).toEqual([])
  })
})
