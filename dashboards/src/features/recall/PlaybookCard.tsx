import { useTranslation } from 'react-i18next'
import type { PlaybookFigures, RecallPolicy } from '@/api/types'
import { FieldLink } from '@/shared/address/FieldLink'
import { useFormat } from '@/shared/format/useFormat'
import { Uplift } from '@/shared/recall/Uplift'
import { playbookName } from '@/shared/recallWords'
import { Badge } from '@/shared/ui/Badge'
import { Card } from '@/shared/ui/Card'

import { Counts } from './Counts'
import { Ladder } from './Ladder'
import styles from './PlaybookCard.module.css'
import { Entrance } from './Entrance'

interface PlaybookCardProps {
  figures: PlaybookFigures
  policy: RecallPolicy | undefined
}

/** A playbook at a glance; its name leads to everything else about it. */
export function PlaybookCard({ figures, policy }: PlaybookCardProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const playbook = policy?.playbooks?.[figures.name]
  return (
    <Card
      className={styles.card}
      title={
        <FieldLink to={{ playbook: figures.name }} className={styles.name}>
          {playbookName(t, figures.name)}
        </FieldLink>
      }
      aside={
        figures.enabled ? (
          <span className={styles.members}>{t('recall.membersNow', { count: figures.members, number: format.number(figures.members) })}</span>
        ) : (
          <Badge>{t(policy && !playbook ? 'recall.gone' : 'recall.off')}</Badge>
        )
      }
    >
      {playbook && <Entrance playbook={playbook} />}
      <Ladder figures={figures} playbook={playbook} texts={policy} />
      <Counts figures={figures} />
      <Uplift treated={figures.treated} heldOut={figures.heldOut} uplift={figures.uplift} />
    </Card>
  )
}
