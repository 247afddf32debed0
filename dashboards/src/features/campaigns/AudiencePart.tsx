import { useTranslation } from 'react-i18next'
import type { SavedSegment } from '@/api/types'
import { Card } from '@/shared/ui/Card'
import { Segmented } from '@/shared/ui/Segmented'
import { Select } from '@/shared/ui/Select'
import { Audience } from './Audience'
import styles from './CampaignForm.module.css'
import { Fault } from './Fault'
import { faultAt } from './faults'
import type { FormPart } from './formPart'
import { SegmentBuilder } from './SegmentBuilder'

interface AudiencePartProps extends FormPart {
  segments: readonly SavedSegment[]
  tiers: readonly string[]
}

const audiences = ['own', 'saved', 'everybody'] as const

/** Whom it is for: a segment of its own, one that the chain keeps, or everybody. */
export function AudiencePart({ draft, change, faults, segments, tiers }: AudiencePartProps) {
  const { t } = useTranslation()
  const kept = segments.find(({ name }) => name === draft.segmentName)
  return (
    <Card title={t('campaigns.part.whom')} className={styles.part}>
      <Segmented
        label={t('campaigns.part.whom')}
        value={draft.audience}
        options={audiences.map((id) => ({ id, name: t(`campaigns.audience.${id}`) }))}
        onChoose={(audience) => change({ audience })}
      />
      {draft.audience === 'own' && <SegmentBuilder segment={draft.segment} tiers={tiers} onChange={(segment) => change({ segment })} />}
      {draft.audience === 'saved' && segments.length === 0 && <p className={styles.soft}>{t('campaigns.noSegments')}</p>}
      {draft.audience === 'saved' && segments.length > 0 && (
        <>
          <Select
            label={t('campaigns.field.segmentName')}
            isLabelHidden={false}
            value={draft.segmentName}
            options={[{ id: '', name: t('campaigns.pickSegment') }, ...segments.map(({ name, title }) => ({ id: name, name: title || name }))]}
            onPick={(segmentName) => change({ segmentName })}
          />
          {kept && <Audience segment={kept.segment} />}
        </>
      )}
      <Fault fault={faultAt(faults, 'segment') ?? faultAt(faults, 'segmentName')} />
    </Card>
  )
}
