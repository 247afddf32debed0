import { useTranslation } from 'react-i18next'
import type { RecallFigures } from '@/api/types'
import { FieldLink } from '@/shared/address/FieldLink'
import { useAddress } from '@/shared/address/useAddress'
import { useMay } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { MessageList } from '@/shared/messages/MessageList'
import { Uplift } from '@/shared/recall/Uplift'
import { usePolicy } from '@/shared/recall/usePolicy'
import { playbookName } from '@/shared/recallWords'
import { Badge } from '@/shared/ui/Badge'
import { Card } from '@/shared/ui/Card'
import { Empty } from '@/shared/ui/Empty'
import { Counts } from './Counts'
import { Entrance } from './Entrance'
import { Ladder } from './Ladder'
import styles from './PlaybookDetail.module.css'
import { placeOf } from './standing/place'
import { Standing } from './standing/Standing'

interface PlaybookDetailProps {
  figures: RecallFigures
  name: string
}

/** One playbook with the texts that it sends, what it did, whether it helped, and every message of it. */
export function PlaybookDetail({ figures, name }: PlaybookDetailProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: policy } = usePolicy()
  const place = placeOf(useAddress('step'))
  const maySee = useMay('see_members')
  const shown = figures.playbooks.find((each) => each.name === name)
  const playbook = policy?.recall?.playbooks?.[name]
  const back = <FieldLink to={{ playbook: undefined, step: undefined, tab: undefined }}>{t('recall.back')}</FieldLink>
  if (!shown) {
    return (
      <Empty>
        <p>{t('recall.unknown', { name })}</p>
        {back}
      </Empty>
    )
  }
  return (
    <>
      <p>{back}</p>
      {place !== undefined && maySee && <Standing key={`${name} ${place}`} name={name} playbook={playbook} place={place} />}
      <div className={styles.columns}>
        <Card
          title={playbookName(t, name)}
          className={styles.part}
          aside={
            shown.enabled ? (
              <span>{t('recall.membersNow', { count: shown.members, number: format.number(shown.members) })}</span>
            ) : (
              <Badge>{t(policy && !playbook ? 'recall.gone' : 'recall.off')}</Badge>
            )
          }
        >
          {playbook && <Entrance playbook={playbook} />}
          <Ladder figures={shown} playbook={playbook} texts={policy?.recall} isTold />
        </Card>
        <div className={styles.side}>
          <Card title={t('recall.did')} className={styles.part}>
            <Counts figures={shown} />
            {shown.priority != null && <p className={styles.priority}>{t('recall.priority', { priority: format.number(shown.priority) })}</p>}
          </Card>
          <Card title={t('recall.helped')} className={styles.part}>
            <Uplift treated={shown.treated} heldOut={shown.heldOut} uplift={shown.uplift} />
            <p className={styles.priority}>{t('recall.helpedHint')}</p>
          </Card>
        </div>
      </div>
      <Card title={t('recall.messages.of', { name: playbookName(t, name) })}>
        <MessageList playbook={name} />
      </Card>
    </>
  )
}
