import { useTranslation } from 'react-i18next'
import type { Segment } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { flagName, flags } from '@/shared/flags'
import { useFormat } from '@/shared/format/useFormat'
import { rfmGroupName, rfmGroups } from '@/shared/rfmGroups'
import { stages } from '@/shared/stages'
import { Select } from '@/shared/ui/Select'
import { Several } from '@/shared/ui/Several'
import { FormPart } from './FormPart'
import { RangeField } from './RangeField'
import styles from './SegmentForm.module.css'
import { TagsField } from './TagsField'
import { useRuleNames } from './useRuleNames'

interface SegmentFormProps {
  segment: Segment
  onChange: (segment: Segment) => void
}

const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** Everything that staff would ask for. What it has no field for stays as it is. */
export function SegmentForm({ segment, onChange }: SegmentFormProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { stores } = useChain()
  const { tiers, cardKinds } = useRuleNames()
  const set = (fields: Partial<Segment>) => onChange({ ...segment, ...fields })
  const name = (field: 'stages') => t(`segment.condition.${field}`)
  const range = (field: 'recencyDays' | 'frequency' | 'money' | 'points' | 'alive' | 'expectedVisits' | 'score', more: { unit?: string; scale?: number; most?: number } = {}) => (
    <RangeField label={name(field as never)} value={segment[field]} onChange={(value) => set({ [field]: value })} {...more} />
  )
  const from = (field: 'spentFrom' | 'ordersFrom' | 'friendsBoughtFrom') => (
    <RangeField label={name(field as never)} value={{ from: segment[field] ?? null }} isFromOnly onChange={(value) => set({ [field]: value?.from ?? null })} />
  )
  const several = (field: keyof Segment, options: { id: string | number; name: string }[]) => (
    <Several label={name(field as never)} value={(segment[field] ?? []) as (string | number)[]} options={options} onChoose={(ids) => set({ [field]: ids })} />
  )
  const daysUnit = t('segment.unit.days')

  return (
    <div className={styles.parts}>
      <FormPart title={t('segment.part.standing')} isOpen>
        {several('stages', stages.map((id) => ({ id, name: t(`stage.${id}`) })))}
        <RangeField
          label={name('inStageDays' as never)}
          unit={daysUnit}
          value={{ from: segment.inStageDaysFrom ?? null, to: segment.inStageDaysTo ?? null }}
          onChange={(value) => set({ inStageDaysFrom: value?.from ?? null, inStageDaysTo: value?.to ?? null })}
        />
        {several('flags', flags.map((id) => ({ id, name: flagName(t, id) })))}
        {stores.length > 1 && several('stores', stores.map(({ id, name: storeName }) => ({ id, name: storeName })))}
      </FormPart>
      <FormPart title={t('segment.part.worth')}>
        {range('recencyDays', { unit: daysUnit })}
        {range('frequency')}
        {range('money')}
        {from('spentFrom')}
        {from('ordersFrom')}
        {several('rfmGroups', rfmGroups.map((id) => ({ id, name: rfmGroupName(t, id) })))}
        {range('alive', { unit: '%', scale: 0.01, most: 100 })}
        {range('expectedVisits')}
      </FormPart>
      <FormPart title={t('segment.part.membership')}>
        {tiers.length > 0 && several('tiers', [...tiers, { id: 'none', name: t('members.noTier') }])}
        {range('points')}
        {cardKinds.length > 0 && several('cardKinds', cardKinds)}
        <RangeField
          label={name('cardExpiresWithinDays' as never)}
          unit={daysUnit}
          value={{ from: segment.cardExpiresWithinDays ?? null }}
          isFromOnly
          least={1}
          onChange={(value) => set({ cardExpiresWithinDays: value?.from ?? null })}
        />
      </FormPart>
      <FormPart title={t('segment.part.person')}>
        <Select
          label={t('segment.condition.joined')}
          isLabelHidden={false}
          value={segment.joined == null ? '' : String(segment.joined)}
          options={[
            { id: '', name: t('segment.any') },
            { id: 'true', name: t('segment.condition.hasJoined') },
            { id: 'false', name: t('segment.condition.hasNotJoined') },
          ]}
          onPick={(id) => set({ joined: id === '' ? null : id === 'true' })}
        />
        {several('birthdayMonths', months.map((id) => ({ id, name: format.month(id) })))}
        {range('score', { most: 10 })}
        {from('friendsBoughtFrom')}
        <TagsField tags={segment.tags} onChange={(tags) => set({ tags })} />
      </FormPart>
      {(segment.acts ?? []).length > 0 && <p className={styles.soft}>{t('segment.actsStay')}</p>}
    </div>
  )
}
