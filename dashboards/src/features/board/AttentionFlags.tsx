import { useTranslation } from 'react-i18next'
import type { Board } from '@/api/types'
import { PageLink } from '@/shared/address/PageLink'
import { useMay } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { Card } from '@/shared/ui/Card'
import { Figure } from '@/shared/ui/Figure'
import styles from './AttentionFlags.module.css'

export function AttentionFlags({ flags }: { flags: Board['flags'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const maySee = useMay('see_members')
  const counts = [
    ['second_visit_overdue', flags.secondVisitOverdue],
    ['slipping', flags.slipping],
  ] as const

  return (
    <Card title={t('board.attention')}>
      <dl className={styles.flags}>
        {counts.map(([flag, count]) => (
          <div key={flag} className={styles.flag} data-raised={count > 0}>
            <dt>
              <span className={styles.name}>
                {maySee ? (
                  <PageLink to={{ page: 'members', flag }} className={styles.link}>
                    {t(`flag.${flag}`)}
                  </PageLink>
                ) : (
                  t(`flag.${flag}`)
                )}
              </span>
              <span className={styles.hint}>{t(`flagHint.${flag}`)}</span>
            </dt>
            <dd className={styles.count}>
              <Figure>{format.number(count)}</Figure>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
