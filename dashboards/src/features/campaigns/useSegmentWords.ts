import { useTranslation } from 'react-i18next'
import type { Segment } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { isFlag } from '@/shared/flags'
import { givenName } from '@/shared/givenName'
import { isStage } from '@/shared/stages'
import { others } from './segment'

/** Says whom a segment means, a condition at a time; what has no words here is counted. */
export function useSegmentWords(): (segment: Segment) => string[] {
  const { t } = useTranslation()
  const format = useFormat()
  const { storeName } = useChain()
  return (segment) => {
    const { stages, stores, flags, tiers, recencyDays, spentFrom, tags } = segment
    const some = (names: readonly string[] | null | undefined) => (names != null && names.length > 0 ? format.list([...names]) : undefined)
    const said = (key: 'stages' | 'stores' | 'flags' | 'tiers' | 'tagsAll' | 'tagsAny' | 'tagsNone', names: readonly string[] | null | undefined) => {
      const list = some(names)
      return list === undefined ? undefined : t(`campaigns.segment.said.${key}`, { list })
    }
    const left = others(segment).length
    return [
      said('stages', stages?.map((stage) => (isStage(stage) ? t(`stage.${stage}`) : stage))),
      said('stores', stores?.map(storeName)),
      said('flags', flags?.map((flag) => (isFlag(flag) ? t(`campaigns.segment.flag.${flag}`) : flag))),
      said('tiers', tiers?.map((tier) => (tier === 'none' ? t('campaigns.segment.noTier') : givenName(t, tier)))),
      recencyDays?.from == null ? undefined : t('campaigns.segment.said.recencyFrom', { days: format.number(recencyDays.from) }),
      recencyDays?.to == null ? undefined : t('campaigns.segment.said.recencyTo', { days: format.number(recencyDays.to) }),
      spentFrom == null ? undefined : t('campaigns.segment.said.spentFrom', { amount: format.money(spentFrom) }),
      said('tagsAll', tags?.all),
      said('tagsAny', tags?.any),
      said('tagsNone', tags?.none),
      left === 0 ? undefined : t('campaigns.segment.said.others', { count: left }),
    ].filter((each) => each !== undefined)
  }
}
