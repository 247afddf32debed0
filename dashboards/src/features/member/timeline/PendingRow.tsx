import { useTranslation } from 'react-i18next'
import { Badge } from '@/shared/ui/Badge'
import { Icon } from '@/shared/ui/Icon'
import type { PendingAct } from '../acts/useRecording'
import styles from './Timeline.module.css'

/** An act that the reader told and that the server has not stored yet. */
export function PendingRow({ act }: { act: PendingAct }) {
  const { t } = useTranslation()
  return (
    <li className={styles.pending} aria-busy="true">
      <Icon name="clock" size={16} />
      {t(`member.act.${act.kind}`)}
      <Badge>{t('member.act.pending')}</Badge>
    </li>
  )
}
