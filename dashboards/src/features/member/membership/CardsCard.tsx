import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { Card } from '@/shared/ui/Card'
import styles from '../Member.module.css'
import { CardFace } from './CardFace'
import { CardStatement } from './CardStatement'

/** Her cards, with the statement of the one that is opened. */
export function CardsCard({ member }: { member: Member }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<string>()
  return (
    <Card title={t('member.cards.title')} className={styles.whole}>
      {member.cards.length === 0 && <p className={styles.soft}>{t('member.cards.none')}</p>}
      <ul className={styles.faces}>
        {member.cards.map((card) => (
          <li key={card.id}>
            <CardFace card={card} isOpen={open === card.id} onOpen={() => setOpen(open === card.id ? undefined : card.id)} />
          </li>
        ))}
      </ul>
      {open !== undefined && <CardStatement key={open} member={member.id} card={open} />}
    </Card>
  )
}
