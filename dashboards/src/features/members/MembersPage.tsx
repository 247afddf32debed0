import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '@/shared/address/useAddress'
import { useMay } from '@/shared/chain/ChainContext'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import { PageFrame } from '@/shared/ui/PageFrame'
import { MemberFilters } from './MemberFilters'
import { MemberResults } from './MemberResults'
import styles from './Members.module.css'
import { SearchField } from './SearchField'
import { SegmentBanner } from './segments/SegmentBanner'
import { SegmentDialog } from './segments/SegmentDialog'
import { SegmentPicker } from './segments/SegmentPicker'

export default function MembersPage() {
  const { t } = useTranslation()
  const segment = useAddress('segment')
  const [words, setWords] = useState('')
  const [isMaking, setMaking] = useState(false)
  const maySee = useMay('see_members')
  const maySeeSegments = useMay('see_campaigns')
  const mayMake = useMay('run_campaigns')

  if (!maySee) return <PageFrame title={t('pages.members')}>{t('members.notYours')}</PageFrame>
  return (
    <PageFrame
      title={t('pages.members')}
      intro={t('members.intro')}
      tools={
        <>
          {maySeeSegments && <SegmentPicker />}
          {mayMake && (
            <Button onClick={() => setMaking(true)}>
              <Icon name="plus" size={15} />
              {t('members.segment.new')}
            </Button>
          )}
        </>
      }
    >
      {isMaking && <SegmentDialog onClose={() => setMaking(false)} />}
      {segment === undefined ? (
        <div className={styles.narrowing}>
          <SearchField value={words} onChange={setWords} />
          <MemberFilters />
        </div>
      ) : (
        <SegmentBanner key={segment} name={segment} />
      )}
      {(segment === undefined || mayMake) && <MemberResults words={segment === undefined ? words : ''} segment={segment} />}
    </PageFrame>
  )
}
