import { useTranslation } from 'react-i18next'
import type { Playbook, RecallPolicy } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { TemplateText } from '@/shared/recall/TemplateText'
import { wordsOf } from '@/shared/recall/wordsOf'
import { Figure } from '@/shared/ui/Figure'
import { Icon } from '@/shared/ui/Icon'
import { Share } from '@/shared/ui/Share'
import { deedsOf } from './deeds'
import styles from './Ladder.module.css'
import type { Rung as RungOf } from './ladder'
import { StandingLink } from './standing/StandingLink'
import { stepTime } from './stepTime'

interface RungProps {
  /** The name of its playbook. */
  playbook: string
  rung: RungOf
  /** Undefined where the policy cannot be seen. */
  trigger: Playbook['trigger'] | undefined
  texts: RecallPolicy | undefined
  most: number
  /** Whether the message's text stands under its name. */
  isTold: boolean
}

/** One step: when it comes, what it does and offers, and who stands on it now. */
export function Rung({ playbook, rung, trigger, texts, most, isTold }: RungProps) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const { step, members, index } = rung
  const time = step && trigger && stepTime(step, trigger)
  const template = step?.message?.template
  const text = isTold && template !== undefined ? wordsOf(texts?.templates, template, i18n.language) : undefined

  return (
    <li className={styles.rung} data-any={members > 0}>
      <span className={styles.knot}>
        <Icon name={step?.task && !step.message ? 'phone' : 'letter'} size={15} />
      </span>
      <div className={styles.what}>
        <p className={styles.when}>
          {time === undefined ? t('recall.step', { number: format.number(index + 1) }) : t(`recall.when.${time.kind}`, { count: 'count' in time ? time.count : 0 })}
          {step?.at != null && ` · ${t('recall.when.at', { time: step.at })}`}
        </p>
        {deedsOf(t, step).map((each, place) => (
          <p key={each} className={styles.does}>
            {place === 1 && <Icon name="phone" size={13} />}
            {each}
          </p>
        ))}
        {step?.offer != null && (
          <p className={styles.offer}>
            <Icon name="gift" size={13} />
            {wordsOf(texts?.offers, step.offer, i18n.language) ?? step.offer}
          </p>
        )}
        {text !== undefined && <TemplateText text={text} />}
      </div>
      <div className={styles.standing}>
        <span className={styles.count}>
          <StandingLink playbook={playbook} place={index + 1} members={members}>
            <Figure>{format.number(members)}</Figure>
            <span className="hidden-but-read"> {t('recall.standHere', { count: members })}</span>
          </StandingLink>
        </span>
        <Share of={members / most} />
      </div>
    </li>
  )
}
