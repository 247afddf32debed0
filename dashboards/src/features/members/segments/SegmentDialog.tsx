import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedSegment, Segment } from '@/api/types'
import { writeAddress } from '@/shared/address/useAddress'
import { useNow } from '@/shared/clock/ClockContext'
import { useFormat } from '@/shared/format/useFormat'
import { Refused } from '@/shared/refusal/Refused'
import { SegmentForm } from '@/shared/segments/SegmentForm'
import { tidy } from '@/shared/segments/tidy'
import { Button } from '@/shared/ui/Button'
import { Dialog } from '@/shared/ui/Dialog'
import { Field } from '@/shared/ui/Field'
import { toast } from '@/shared/ui/toasts'
import { nothingNarrowed } from '../sought'
import { useSettled } from '@/shared/useSettled'
import styles from './Segments.module.css'
import { nameOf } from './nameOf'
import { useCountOf, useKeepSegment } from './useSegments'

interface SegmentDialogProps {
  /** The segment to change; a new one where there is none. */
  kept?: SavedSegment
  onClose: () => void
}

/** Makes or changes a segment, and says all the while how many are in it. */
export function SegmentDialog({ kept, onClose }: SegmentDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow(60_000) ?? 0
  const [title, setTitle] = useState(kept?.title ?? '')
  const [draft, setDraft] = useState<Segment>(kept?.segment ?? {})
  const segment = tidy(draft)
  const count = useCountOf(JSON.parse(useSettled(JSON.stringify(segment), 400)) as Segment)
  const keep = useKeepSegment((name) => {
    toast('good', t('members.segment.kept', { title }))
    writeAddress({ ...nothingNarrowed, segment: name })
    onClose()
  })

  return (
    <Dialog title={t(kept ? 'members.segment.editTitle' : 'members.segment.newTitle')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate({ name: kept?.name ?? nameOf(title, now), title, segment })
        }}
      >
        <Field label={t('members.segment.title')} value={title} required maxLength={200} onChange={({ target }) => setTitle(target.value)} />
        <p className={styles.soft}>{t('members.segment.hint')}</p>
        <SegmentForm segment={draft} onChange={setDraft} />
        <footer className={styles.foot}>
          <p className={styles.figure} role="status" aria-busy={count.isFetching}>
            {count.data
              ? t('members.segment.count', { count: count.data.count, formatted: format.number(count.data.count) })
              : count.error
                ? <Refused failure={count.error} />
                : '…'}
          </p>
          <Button type="submit" look="primary" disabled={title.trim() === '' || keep.isPending}>
            {t('members.segment.keep')}
          </Button>
        </footer>
        {keep.error && (
          <p role="alert">
            <Refused failure={keep.error} />
          </p>
        )}
      </form>
    </Dialog>
  )
}
