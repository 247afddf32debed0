import { useTranslation } from 'react-i18next'
import { Refusal } from '@/api/client'
import { PageLink } from '@/shared/address/PageLink'
import { useAddress } from '@/shared/address/useAddress'
import { useChain } from '@/shared/chain/ChainContext'
import { CardKinds } from '@/shared/events/CardKinds'
import { PlaceContext } from '@/shared/format/useFormat'
import { useAt } from '@/shared/time/useAt'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import { cardKindsOf } from './cardKinds'
import { MemberView } from './MemberView'
import { MemberSheet } from './sheet/MemberSheet'
import { useLiveMember, useMember } from './useMember'

/** One member: her page, or the sheet of paper that is made of it. Times are those of her home store. */
export function MemberPages({ id }: { id: string }) {
  const { t } = useTranslation()
  const { chain, stores } = useChain()
  const tab = useAddress('tab')
  const at = useAt()
  const query = useMember(id)
  useLiveMember(id)

  const code = query.error instanceof Refusal ? query.error.code : undefined
  if (code === 'unknown_member' || code === 'not_yet_a_member') {
    return (
      <Empty>
        <p role="alert">{code === 'not_yet_a_member' || at !== undefined ? t('member.notYet', { id }) : t('member.unknown', { id })}</p>
        <PageLink to={{ page: 'members' }}>{t('member.toMembers')}</PageLink>
      </Empty>
    )
  }
  return (
    <Loaded query={query} height={640}>
      {(member) => (
        <PlaceContext value={{ currency: chain.currency, timeZone: (stores.find((store) => store.id === member.store) ?? stores[0])?.timeZone }}>
          <CardKinds value={cardKindsOf(member)}>{tab === 'sheet' ? <MemberSheet member={member} /> : <MemberView member={member} />}</CardKinds>
        </PlaceContext>
      )}
    </Loaded>
  )
}
