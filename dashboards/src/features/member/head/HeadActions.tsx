import { useTranslation } from 'react-i18next'
import { writeAddress } from '@/shared/address/useAddress'
import { useMay } from '@/shared/chain/ChainContext'
import { Button } from '@/shared/ui/Button'
import { Icon } from '@/shared/ui/Icon'
import styles from '../Member.module.css'
import { useExport } from '../privacy/useExport'

export type Open = 'act' | 'profile' | 'suppress' | 'erase' | undefined

interface HeadActionsProps {
  member: string
  isPast: boolean
  isErased: boolean
  onOpen: (open: Open) => void
}

/** What can be done for her, as far as the reader may; nothing but paper is made of the past. */
export function HeadActions({ member, isPast, isErased, onOpen }: HeadActionsProps) {
  const { t } = useTranslation()
  const may = { act: useMay('record_acts'), profile: useMay('change_profile'), take: useMay('export_member'), erase: useMay('erase_member') }
  const take = useExport(member)
  const isOpen = !isPast && !isErased
  return (
    <div className={[styles.actions, 'not-printed'].join(' ')}>
      {isOpen && may.act && (
        <Button look="primary" onClick={() => onOpen('act')}>
          <Icon name="plus" size={15} />
          {t('member.act.open')}
        </Button>
      )}
      {isOpen && may.profile && <Button onClick={() => onOpen('profile')}>{t('member.profile.edit')}</Button>}
      <Button onClick={() => writeAddress({ tab: 'sheet' })}>
        <Icon name="print" size={15} />
        {t('member.sheet.open')}
      </Button>
      {!isPast && may.take && (
        <Button look="quiet" disabled={take.isPending} onClick={() => take.mutate()}>
          <Icon name="download" size={15} />
          {t('member.privacy.export')}
        </Button>
      )}
      {isOpen && may.erase && (
        <>
          <Button look="quiet" onClick={() => onOpen('suppress')}>
            <Icon name="mute" size={15} />
            {t('member.privacy.suppress')}
          </Button>
          <Button look="quiet" className={styles.danger} onClick={() => onOpen('erase')}>
            {t('member.privacy.erase')}
          </Button>
        </>
      )}
    </div>
  )
}
