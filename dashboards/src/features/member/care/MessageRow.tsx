import { useTranslation } from 'react-i18next'
import type { Message } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { channelName } from '@/shared/givenName'
import { i18next } from '@/shared/i18n'
import { playbookName, templateName } from '@/shared/recallWords'
import { Badge, type Tone } from '@/shared/ui/Badge'
import lists from '../Lists.module.css'
import styles from '../Member.module.css'

const tones: Readonly<Record<string, Tone>> = { sent: 'good', delivered: 'good', failed: 'bad', moved: 'warn', planned: 'accent' }

/** One message; what was decided about it, and why, opens below. */
export function MessageRow({ message }: { message: Message }) {
  const { t } = useTranslation()
  const format = useFormat()
  const state = (name: string) => (i18next.exists(`member.messages.state.${name}`) ? t(`member.messages.state.${name}` as 'member.messages.state.sent') : name)
  return (
    <li className={lists.block}>
      <span className={lists.line}>
        <span className={lists.grow}>
          <strong>{playbookName(t, message.playbook)}</strong>
          <span className={styles.softLine}>
            {[t('member.messages.step', { step: message.step + 1 }), templateName(t, message.template), channelName(t, message.channel), message.offer].filter((part) => part != null && part !== '').join(' · ')}
          </span>
        </span>
        <span className={lists.end}>
          <Badge tone={tones[message.state] ?? 'plain'}>{state(message.state)}</Badge>
          <span className={styles.soft}>{format.exact(Date.parse(message.sentAt ?? message.plannedAt))}</span>
        </span>
      </span>
      <details className={lists.details}>
        <summary>{t('member.messages.decisions', { count: message.decisions.length, formatted: format.number(message.decisions.length) })}</summary>
        <ol className={lists.decisions}>
          {message.decisions.map(({ at, what, why }) => (
            <li key={`${at} ${what}`}>
              <span className={styles.soft}>{format.exact(Date.parse(at))}</span> {why}
            </li>
          ))}
        </ol>
      </details>
    </li>
  )
}
