import { useTranslation } from 'react-i18next'
import type { Playbook } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import styles from './PlaybookCard.module.css'

/** What lets a member into a playbook, and what lets her out. */
export function Entrance({ playbook }: { playbook: Playbook }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { trigger, exits } = playbook
  const into = t(`recall.trigger.${trigger.when}`, {
    days: format.number(trigger.days ?? 0),
    run: format.number(trigger.run ?? 0),
    points: format.number(trigger.points ?? 0),
    time: trigger.at ?? '',
    act: trigger.act ?? '',
  })
  const out = (exits ?? []).map((exit) => t(`recall.exit.${exit}`))
  return (
    <p className={styles.entrance}>
      {into}
      {out.length > 0 && ` · ${t('recall.leaves', { when: format.list(out) })}`}
    </p>
  )
}
