import { useTranslation } from 'react-i18next'
import type { Segment } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { givenName } from '@/shared/givenName'
import { stages } from '@/shared/stages'
import { Field } from '@/shared/ui/Field'
import { Several } from '@/shared/ui/Several'
import styles from './CampaignForm.module.css'
import { flags } from '@/shared/flags'
import { others } from './segment'

interface SegmentBuilderProps {
  segment: Segment
  tiers: readonly string[]
  onChange: (segment: Segment) => void
}

/** The conditions that campaigns ask for most. All that is asked for has to hold; the richer ones are built with the members. */
export function SegmentBuilder({ segment, tiers, onChange }: SegmentBuilderProps) {
  const { t } = useTranslation()
  const { stores } = useChain()
  const ask = (changes: Partial<Segment>) => onChange({ ...segment, ...changes })
  const days = (end: 'from' | 'to') => (
    <Field
      label={t(`campaigns.segment.recency.${end}`)}
      type="number"
      min={0}
      max={3650}
      value={segment.recencyDays?.[end] ?? ''}
      onChange={({ target }) => ask({ recencyDays: { ...segment.recencyDays, [end]: numberOf(target.value) } })}
    />
  )
  const tags = (which: 'all' | 'none') => (
    <Field
      label={t(`campaigns.segment.tags.${which}`)}
      hint={t('campaigns.segment.tags.hint')}
      defaultValue={(segment.tags?.[which] ?? []).join(', ')}
      onBlur={({ target }) => ask({ tags: { ...segment.tags, [which]: wordsOf(target.value) } })}
    />
  )
  const left = others(segment).length
  return (
    <>
      <Several
        label={t('campaigns.segment.stages')}
        value={segment.stages ?? []}
        options={stages.map((id) => ({ id, name: t(`stage.${id}`) }))}
        onChoose={(chosen) => ask({ stages: chosen })}
      />
      {stores.length > 1 && (
        <Several
          label={t('campaigns.segment.stores')}
          value={segment.stores ?? []}
          options={stores.map(({ id, name }) => ({ id, name }))}
          onChoose={(chosen) => ask({ stores: chosen })}
        />
      )}
      <Several
        label={t('campaigns.segment.flags')}
        value={segment.flags ?? []}
        options={flags.map((id) => ({ id, name: t(`campaigns.segment.flag.${id}`) }))}
        onChoose={(chosen) => ask({ flags: chosen })}
      />
      {tiers.length > 0 && (
        <Several
          label={t('campaigns.segment.tiers')}
          value={segment.tiers ?? []}
          options={[...tiers.map((id) => ({ id, name: givenName(t, id) })), { id: 'none', name: t('campaigns.segment.noTier') }]}
          onChoose={(chosen) => ask({ tiers: chosen })}
        />
      )}
      <div className={styles.row}>
        {days('from')}
        {days('to')}
        <Field
          label={t('campaigns.segment.spentFrom')}
          type="number"
          min={0}
          value={segment.spentFrom ?? ''}
          onChange={({ target }) => ask({ spentFrom: numberOf(target.value) })}
        />
      </div>
      <div className={styles.row}>
        {tags('all')}
        {tags('none')}
      </div>
      {left > 0 && <p className={styles.soft}>{t('campaigns.segment.keeps', { count: left })}</p>}
    </>
  )
}

function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text)
}

function wordsOf(text: string): string[] {
  return text
    .split(/[,，、]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
