import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { useChain, useMay } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { useAt } from '@/shared/time/useAt'
import { Badge } from '@/shared/ui/Badge'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Icon } from '@/shared/ui/Icon'
import type { Recording } from '../acts/useRecording'
import { Facts } from '../Facts'
import styles from '../Member.module.css'

/** Who she is, as far as the reader may see it, and her tags. */
export function ProfileCard({ member, recording }: { member: Member; recording: Recording }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { storeName } = useChain()
  const isPast = useAt() !== undefined
  const mayTag = useMay('record_acts') && !isPast
  const { profile, tags } = member
  const known = (field: 'phone' | 'email' | 'address' | 'language' | 'note') => (profile?.[field] == null ? [] : [[t(`member.profile.${field}`), profile[field]] as const])
  const facts = [
    [t('member.profile.id'), member.id] as const,
    [t('member.profile.store'), member.store === null ? t('members.noStore') : storeName(member.store)] as const,
    ...known('phone'),
    ...known('email'),
    ...(profile?.gender == null ? [] : [[t('member.profile.gender'), t(`member.gender.${profile.gender as 'female'}`)] as const]),
    ...(profile?.birthday == null ? [] : [[t('member.profile.birthday'), format.monthDay(profile.birthday)] as const]),
    ...(profile?.birthYear == null ? [] : [[t('member.profile.birthYear'), String(profile.birthYear)] as const]),
    ...known('address'),
    ...known('language'),
    ...known('note'),
    ...Object.entries(profile?.fields ?? {}),
  ]
  return (
    <Card title={t('member.profile.title')}>
      {profile?.masked === true && <p className={styles.soft}>{t('member.profile.masked')}</p>}
      {profile?.unreadable === true && <p className={styles.soft}>{t('member.profile.unreadable')}</p>}
      <Facts facts={facts} />
      {tags.length > 0 && (
        <ul className={styles.tags} aria-label={t('member.profile.tags')}>
          {tags.map((tag) => (
            <li key={tag}>
              <Badge tone="accent">
                {tag}
                {mayTag && (
                  <Button look="quiet" className={styles.untag} aria-label={t('member.profile.untag', { tag })} onClick={() => recording.untag(tag)}>
                    <Icon name="cross" size={12} />
                  </Button>
                )}
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
