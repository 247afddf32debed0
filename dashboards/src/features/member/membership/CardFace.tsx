import { useTranslation } from 'react-i18next'
import type { Card } from '@/api/types'
import { useFormat } from '@/shared/format/useFormat'
import { givenName } from '@/shared/givenName'
import { i18next } from '@/shared/i18n'
import { Badge, type Tone } from '@/shared/ui/Badge'
import { Button } from '@/shared/ui/Button'
import styles from './Cards.module.css'

const tones: Readonly<Record<string, Tone>> = { active: 'good', frozen: 'warn', expired: 'bad' }

/** A card as she holds it: what is on it, until when, and whether it can be used. */
export function CardFace({ card, isOpen, onOpen }: { card: Card; isOpen: boolean; onOpen: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const word = (group: 'form' | 'state', name: string | null) =>
    name !== null && i18next.exists(`member.cards.${group}.${name}`) ? t(`member.cards.${group}.${name}` as 'member.cards.state.active') : (name ?? t('member.cards.form.unknown'))
  const { balance, uses } = card
  return (
    <article className={styles.face} data-state={card.state} aria-label={t('member.cards.one', { card: card.id })}>
      <header className={styles.top}>
        <strong>{card.kind === null ? word('form', card.form) : givenName(t, card.kind)}</strong>
        <Badge tone={tones[card.state] ?? 'plain'}>{word('state', card.state)}</Badge>
      </header>
      <p className={styles.number}>{card.id}</p>
      {balance && <p className={styles.content}>{format.money(balance.total)}</p>}
      {uses && <p className={styles.content}>{t('member.cards.uses', { left: format.number(uses.left), of: format.number(uses.of) })}</p>}
      <p className={styles.small}>
        {[
          balance && t('member.cards.paidAndBonus', { paid: format.money(balance.paid), bonus: format.money(balance.bonus) }),
          balance && balance.owed > 0 && t('member.cards.owed', { owed: format.money(balance.owed) }),
          card.expiresAt === null ? t('member.cards.noEnd') : t('member.cards.until', { on: format.date(Date.parse(card.expiresAt)) }),
          card.frozenSince !== null && t('member.cards.frozenSince', { on: format.date(Date.parse(card.frozenSince)) }),
          card.saved > 0 && t('member.cards.saved', { amount: format.money(card.saved) }),
          card.suspicious > 0 && t('member.cards.suspicious', { count: card.suspicious, formatted: format.number(card.suspicious) }),
        ]
          .filter((part) => typeof part === 'string')
          .join(' · ')}
      </p>
      <Button look="quiet" aria-expanded={isOpen} aria-label={t('member.cards.statementOf', { card: card.id })} onClick={onOpen}>
        {t('member.cards.statement')}
      </Button>
    </article>
  )
}
