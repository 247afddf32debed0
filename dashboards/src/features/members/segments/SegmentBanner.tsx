import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageLink } from '@/shared/address/PageLink'
import { writeAddress } from '@/shared/address/useAddress'
import { useChain, useMay } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { toastRefusal } from '@/shared/refusal/toastRefusal'
import { Badge } from '@/shared/ui/Badge'
import { conditionsOf } from '@/shared/segments/conditions'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Dialog } from '@/shared/ui/Dialog'
import { SegmentDialog } from './SegmentDialog'
import styles from './Segments.module.css'
import { useDropSegment, useSegmentCount, useSegments } from './useSegments'

/** Whom a kept segment means, how many they are, and what can be done with it. */
export function SegmentBanner({ name }: { name: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { storeName } = useChain()
  const mayChange = useMay('run_campaigns')
  const { data: segments } = useSegments()
  const count = useSegmentCount(name)
  const [open, setOpen] = useState<'edit' | 'drop'>()
  const drop = useDropSegment(() => writeAddress({ segment: undefined }))
  const kept = segments?.find((each) => each.name === name)
  const leave = () => writeAddress({ segment: undefined })

  if (segments && !kept) {
    return (
      <Card title={t('members.segment.unknown')} aside={<Button onClick={leave}>{t('members.segment.leave')}</Button>}>
        <p>{t('members.segment.unknownText', { name })}</p>
      </Card>
    )
  }
  const conditions = kept ? conditionsOf(kept.segment, { t, format, storeName }) : []
  return (
    <Card
      title={kept?.title ?? name}
      aside={
        <div className={styles.acts}>
          {mayChange && (
            <PageLink to={{ page: 'campaigns', segment: name }} className={styles.link}>
              {t('members.segment.campaign')}
            </PageLink>
          )}
          {mayChange && kept && <Button onClick={() => setOpen('edit')}>{t('members.segment.edit')}</Button>}
          {mayChange && kept && <Button look="quiet" onClick={() => setOpen('drop')}>{t('members.segment.drop')}</Button>}
          <Button look="quiet" onClick={leave}>
            {t('members.segment.leave')}
          </Button>
        </div>
      }
    >
      <p className={styles.figure} role="status">
        {count.data ? t('members.segment.count', { count: count.data.count, formatted: format.number(count.data.count) }) : '…'}
      </p>
      {count.data && count.data.byStore.length > 1 && (
        <p className={styles.soft}>
          {format.list(count.data.byStore.map(({ store, count: many }) => `${store === null ? t('members.noStore') : storeName(store)} ${format.number(many)}`))}
        </p>
      )}
      <ul className={styles.conditions} aria-label={t('members.segment.conditions')}>
        {conditions.map((condition) => (
          <li key={condition}>
            <Badge tone="accent">{condition}</Badge>
          </li>
        ))}
        {kept && conditions.length === 0 && <li className={styles.soft}>{t('members.segment.noConditions')}</li>}
      </ul>
      {!mayChange && <p className={styles.soft}>{t('members.segment.listNotYours')}</p>}
      {open === 'edit' && kept && <SegmentDialog kept={kept} onClose={() => setOpen(undefined)} />}
      {open === 'drop' && kept && (
        <Dialog title={t('members.segment.dropTitle')} onClose={() => setOpen(undefined)}>
          <p>{t('members.segment.dropText', { title: kept.title })}</p>
          <div className={styles.acts}>
            <Button
              look="primary"
              disabled={drop.isPending}
              onClick={() =>
                drop.mutate(name, {
                  onError: (failure) =>
                    toastRefusal(t, failure),
                })
              }
            >
              {t('members.segment.drop')}
            </Button>
          </div>
        </Dialog>
      )}
    </Card>
  )
}
