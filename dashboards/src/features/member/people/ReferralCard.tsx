import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { Member } from '@/api/types'
import { useChain } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { useAt } from '@/shared/time/useAt'
import { Card } from '@/shared/ui/Card'
import { Loaded } from '@/shared/ui/Loaded'
import { MemberLink } from '@/shared/ui/MemberLink'
import { Stat, Stats } from '@/shared/ui/Stat'
import { keyOf } from '../keys'
import styles from '../Member.module.css'
import { branchesUnder } from './branches'
import { ReferralBranches } from './ReferralBranches'

/** Who brought her, whom she brought, and whom those brought in turn. */
export function ReferralCard({ member }: { member: Member }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { chain } = useChain()
  const isPast = useAt() !== undefined
  const { referrer, standing, friendCount, bought } = member.referral
  const query = useQuery({
    queryKey: keyOf(chain.id, member.id, 'referrals'),
    queryFn: () => answer(api.GET('/v1/chains/{chain}/members/{id}/referrals', { params: { path: { chain: chain.id, id: member.id }, query: { limit: '300' } } })),
    refetchOnMount: 'always',
  })
  return (
    <Card title={t('member.referral.title')} className={styles.whole}>
      <Stats>
        <Stat label={t('member.referral.friends')} value={format.number(friendCount)} />
        <Stat label={t('member.referral.bought')} value={format.number(bought)} />
        {query.data && <Stat label={t('member.referral.reach')} value={format.number(query.data.reach)} hint={t('member.referral.depth', { count: query.data.depth, formatted: format.number(query.data.depth) })} />}
        {query.data && <Stat label={t('member.referral.code')} value={query.data.code} hint={t('member.referral.codeHint')} />}
      </Stats>
      {referrer !== null && (
        <p>
          {t('member.referral.by')} <MemberLink id={referrer} /> <span className={styles.soft}>{t(`member.referral.standing.${standing as 'claimed'}`)}</span>
        </p>
      )}
      {isPast && <p className={styles.soft}>{t('member.present')}</p>}
      <Loaded query={query} height={120}>
        {({ branches }) =>
          branches.length === 0 ? <p className={styles.soft}>{t('member.referral.none')}</p> : <ReferralBranches of={member.id} under={branchesUnder(branches)} />
        }
      </Loaded>
    </Card>
  )
}
