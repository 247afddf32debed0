import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { sentence } from '@/shared/events/sentence'
import { useWords } from '@/shared/events/useWords'
import { givenName } from '@/shared/givenName'
import { duesOf } from '../due'
import { useTimeline } from '../timeline/useTimeline'
import { useDueWords } from '../useDueWords'
import styles from './Sheet.module.css'

const visitTypes = new Set(['visit', 'purchase', 'card_used', 'refund'])
const mostVisits = 12
const mostDues = 8

/** Her cards, what is due, and when she was here last. */
export function SheetLists({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const sayDue = useDueWords()
  const { events } = useTimeline(member.id)
  const visits = events.filter(({ type }) => visitTypes.has(type)).slice(0, mostVisits)
  const cards = member.cards.filter(({ state }) => state === 'active' || state === 'frozen')
  const lists: [title: string, none: string, rows: (readonly [when: string, what: string])[]][] = [
    [
      t('member.cards.title'),
      t('member.cards.none'),
      cards.map(({ id, kind, balance, uses, expiresAt }) => [
        expiresAt === null ? t('member.cards.noEnd') : t('member.cards.until', { on: format.date(Date.parse(expiresAt)) }),
        [kind === null ? id : givenName(t, kind), balance && format.money(balance.total), uses && t('member.cards.uses', { left: format.number(uses.left), of: format.number(uses.of) })].filter(Boolean).join(' · '),
      ]),
    ],
    [t('member.due.title'), t('member.due.nothing'), duesOf(member).slice(0, mostDues).map((due) => [format.date(Date.parse(due.at)), sayDue(due)])],
    [t('member.sheet.visits'), t('member.sheet.noVisits'), visits.map((event) => [format.date(Date.parse(event.at)), sentence(event, words)])],
  ]
  return lists.map(([title, none, rows]) => (
    <section key={title} className={styles.part}>
      <h3>{title}</h3>
      {rows.length === 0 && <p>{none}</p>}
      <table className={styles.rows}>
        <caption className="hidden-but-read">{title}</caption>
        <tbody>
          {rows.map(([when, what], index) => (
            <tr key={index}>
              <th scope="row">{when}</th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ))
}
