import { useTranslation } from 'react-i18next'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { Select } from '@/shared/ui/Select'
import { nothingNarrowed } from '../sought'
import { useSegments } from './useSegments'

/** Which of the kept segments is looked at; none while there is none to pick. */
export function SegmentPicker() {
  const { t } = useTranslation()
  const picked = useAddress('segment') ?? ''
  const { data: segments = [] } = useSegments()
  if (segments.length === 0) return null
  return (
    <Select
      label={t('members.segment.pick')}
      value={picked}
      options={[{ id: '', name: t('members.segment.everybody') }, ...segments.map(({ name, title }) => ({ id: name, name: title }))]}
      onPick={(name) => writeAddress({ ...nothingNarrowed, segment: name === '' ? undefined : name })}
    />
  )
}
