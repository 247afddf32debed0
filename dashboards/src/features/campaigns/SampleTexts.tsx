import { useTranslation } from 'react-i18next'
import type { CampaignPreview } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { isStage } from '@/shared/stages'
import { MemberLink } from '@/shared/ui/MemberLink'
import { StageChip } from '@/shared/ui/StageChip'
import styles from './CampaignForm.module.css'

/** A few more of whom it would reach, each with her text. */
export function SampleTexts({ sample }: { sample: CampaignPreview['sample'] }) {
  const { t } = useTranslation()
  const { storeName } = useChain()
  if (sample.length === 0) return null
  return (
    <details className={styles.samples}>
      <summary>{t('campaigns.preview.others', { count: sample.length })}</summary>
      <ul>
        {sample.map(({ member, store, stage, text, fault }) => (
          <li key={member}>
            <p className={styles.whom}>
              <MemberLink id={member} /> {isStage(stage) && <StageChip stage={stage} />} {store != null && storeName(store)}
            </p>
            <p className={fault == null ? styles.soft : styles.fault}>{text ?? fault}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}
