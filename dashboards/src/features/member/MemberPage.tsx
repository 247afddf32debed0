import { useTranslation } from 'react-i18next'
import { PageLink } from '@/shared/address/PageLink'
import { useAddress } from '@/shared/address/useAddress'
import { useMay } from '@/shared/chain/ChainContext'
import { Empty } from '@/shared/ui/Empty'
import { PageFrame } from '@/shared/ui/PageFrame'
import { MemberPages } from './MemberPages'

export default function MemberPage() {
  const { t } = useTranslation()
  const member = useAddress('member')
  const maySee = useMay('see_members')
  // Her id and not her name: titles end up in the browser's history.
  const title = member ?? t('pages.member')
  return (
    <PageFrame title={title} isTitleHidden travels>
      {!maySee && <Empty>{t('members.notYours')}</Empty>}
      {maySee && member === undefined && (
        <Empty>
          {t('member.nobodyChosen')}
          <PageLink to={{ page: 'members' }}>{t('member.toMembers')}</PageLink>
        </Empty>
      )}
      {maySee && member !== undefined && <MemberPages key={member} id={member} />}
    </PageFrame>
  )
}
