import { useTranslation } from 'react-i18next'
import type { Message } from '@/api/types'
import { useChain } from '../chain/ChainContext'
import { useStoreFormat } from '../format/useStoreFormat'
import { isMessageState, messageTone } from '../recall/messageStates'
import { playbookName, templateName } from '../recallWords'
import { Badge } from '../ui/Badge'
import { MemberLink } from '../ui/MemberLink'
import styles from './MessageList.module.css'

interface MessageRowProps {
  message: Message
  /** Whether its playbook has to be said, because the list is of several. */
  namesPlaybook: boolean
}

/** A message: to whom, what, how it stands, and the latest reason; all earlier ones behind it. */
export function MessageRow({ message, namesPlaybook }: MessageRowProps) {
  const { t } = useTranslation()
  const format = useStoreFormat(message.store)
  const { storeName } = useChain()
  const { decisions, state } = message
  const latest = decisions.at(-1)
  const at = Date.parse(message.sentAt ?? message.plannedAt)
  const step = t('recall.step', { number: format.number(message.step + 1) })
  const isCampaign = message.playbook.startsWith('campaign:')
  const source = [namesPlaybook ? playbookName(t, message.playbook) : undefined, isCampaign ? undefined : step]
  const about = [...source, templateName(t, message.template)].filter(Boolean).join(' · ')

  return (
    <li className={styles.row}>
      <div className={styles.whom}>
        <MemberLink id={message.member} />
        {message.store != null && <span className={styles.soft}>{storeName(message.store)}</span>}
      </div>
      <div className={styles.what}>
        <p>{about}</p>
        {decisions.length > 1 ? (
          <details className={styles.reasons}>
            <summary>{latest?.why}</summary>
            <ol>
              {decisions.slice(0, -1).map((decision, place) => (
                <li key={place}>
                  <time dateTime={decision.at}>{format.minute(Date.parse(decision.at))}</time>
                  <span>{decision.why}</span>
                </li>
              ))}
            </ol>
          </details>
        ) : (
          <p className={styles.soft}>{latest?.why}</p>
        )}
      </div>
      <div className={styles.fate}>
        {isMessageState(state) ? <Badge tone={messageTone[state]}>{t(`recall.messageState.${state}`)}</Badge> : <Badge>{state}</Badge>}
        <time className={styles.soft} dateTime={new Date(at).toISOString()}>
          {format.minute(at)}
        </time>
      </div>
    </li>
  )
}
