import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import { useFormat } from '@/shared/format/useFormat'
import { givenName } from '@/shared/givenName'
import { playbookName, taskName } from '@/shared/recallWords'
import styles from './Holdings.module.css'

type Member = components['schemas']['Member']

/** What she has, and what is due for her besides the task at hand. */
export function Holdings({ member, except }: { member: Member; except: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const days = member.rfm.recencyDays
  const cards = member.cards.filter(({ state }) => state === 'active')
  const others = member.careTasks.filter(({ id }) => id !== except)
  const rows: [name: string, value: string][] = [
    [t('queue.lastVisit'), days === null ? t('queue.neverCame') : t('queue.daysAgo', { count: days, formatted: format.number(days) })],
    [t('queue.spent'), `${format.money(member.rfm.monetary)} · ${t('queue.times', { count: member.rfm.frequency, formatted: format.number(member.rfm.frequency) })}`],
    [t('queue.points'), format.number(member.points.balance)],
    ...cards.map((card): [string, string] => [
      card.kind === null ? t('queue.card') : givenName(t, card.kind),
      card.expiresAt === null ? t('queue.endless') : t('queue.cardUntil', { day: format.day(Date.parse(card.expiresAt)) }),
    ]),
    ...member.recall.map((run): [string, string] => [
      playbookName(t, run.playbook),
      run.nextStepAt === null
        ? t('queue.lastStep')
        : t('queue.nextStep', { step: format.number(run.step + 1), of: format.number(run.steps), day: format.day(Date.parse(run.nextStepAt)) }),
    ]),
    ...others.map((task): [string, string] => [
      taskName(t, task.kind, task.title),
      t('queue.dueAt', { at: format.day(Date.parse(task.dueAt)) }),
    ]),
  ]
  return (
    <dl className={styles.holdings}>
      {rows.map(([name, value], index) => (
        <div key={index} className={styles.row}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
