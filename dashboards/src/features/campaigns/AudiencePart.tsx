import { lazy, Suspense } from 'react'
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

// Most campaigns go to a segment that is kept: the form of one's own is loaded by who wants it.
const SegmentForm = lazy(async () => ({ default: (await import('@/shared/segments/SegmentForm')).SegmentForm }))

interface AudiencePartProps extends FormPart {
  segments: readonly SavedSegment[]
}

const audiences = ['own', 'saved', 'everybody'] as const

/** Whom it is for: a segment of its own, one that the chain keeps, or everybody. */
export function AudiencePart({ draft, change, faults, segments }: AudiencePartProps) {
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
      {draft.audience === 'own' && (
        <Suspense>
          <SegmentForm segment={draft.segment} onChange={(segment) => change({ segment })} />
        </Suspense>
      )}
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
