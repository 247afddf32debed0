import { Trans, useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { PageLink } from '../address/PageLink'
import { useMay } from '../chain/ChainContext'
import { useFormat } from '../format/useFormat'
import { playbookName } from '../recallWords'
import { causeOf, occasionOf, type Due } from './occasion'
import styles from './TaskWhy.module.css'

interface TaskWhyProps {
  task: Due
  /** What is known of her; undefined while it is not, or where the reader may not see it. */
  member: Member | undefined
}

/** Why a task is there, as one would tell a colleague: what happened, and which step of which playbook asks for it. */
export function TaskWhy({ task, member }: TaskWhyProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const seesFigures = useMay('see_figures')
  const { source, step } = task
  // A campaign, for example, is no playbook: its own words say it best.
  if (step == null || source.includes(':')) return causeOf(task, t)
  const occasion = member && occasionOf(source, member, t, format)
  const steps = member?.recall.find(({ playbook }) => playbook === source)?.steps
  const name = playbookName(t, source)
  return (
    <>
      {occasion !== undefined && `${occasion}${t('taskWhy.then')}`}
      <Trans
        i18nKey={steps === undefined ? 'taskWhy.step' : 'taskWhy.stepOf'}
        values={{ step: format.number(step + 1), of: format.number(steps ?? 0), playbook: name }}
        components={{
          playbook: seesFigures ? (
            <PageLink to={{ page: 'recall', playbook: source }} className={styles.playbook}>
              {name}
            </PageLink>
          ) : (
            <em className={styles.name} />
          ),
        }}
      />
    </>
  )
}
