import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { writeAddress } from '@/shared/address/useAddress'
import type { Reason } from '@/shared/refusal/Reason'
import { Refused } from '@/shared/refusal/Refused'
import { Button } from '@/shared/ui/Button'
import { AudiencePart } from './AudiencePart'
import { BasicsPart } from './BasicsPart'
import styles from './CampaignForm.module.css'
import type { Choices } from './choices'
import type { Draft } from './draft'
import { faultsOf, noFaults, type Faults } from './faults'
import { PreviewPanel } from './PreviewPanel'
import { SchedulePart } from './SchedulePart'
import { SendingPart } from './SendingPart'
import { TextPart } from './TextPart'
import { useDraftPreview } from './useDraftPreview'
import { useSaving } from './useSaving'

interface CampaignFormProps {
  title: string
  start: Draft
  choices: Choices
  /** The names that a new campaign cannot have; undefined while one is changed that has its name. */
  taken: readonly string[] | undefined
  /** What the change is made of: it is refused where somebody else has changed the campaign meanwhile. */
  version: string | undefined
}

/** A campaign being written, and beside it what would come of it. */
export function CampaignForm({ title, start, choices, taken, version }: CampaignFormProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(start)
  const [own, setOwn] = useState<Faults>(noFaults)
  const preview = useDraftPreview(draft)
  // The one that was read with what is being changed: a later one must not pass for it.
  const [begunWith] = useState(version)
  const saving = useSaving(begunWith)
  const refused = faultsOf(t, saving.error)
  const faults: Faults = new Map([...preview.faults, ...(refused ?? []), ...own])

  const change = (changes: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...changes }))
    setOwn(noFaults)
    saving.reset()
  }
  const save = () => {
    const missing = new Map<string, Reason>()
    if (draft.title.trim() === '') missing.set('title', { text: t('campaigns.fault.title') })
    if (!/^[a-z0-9_]{1,64}$/.test(draft.name)) missing.set('name', { text: t('campaigns.fault.name') })
    else if (taken?.includes(draft.name)) missing.set('name', { text: t('campaigns.fault.taken') })
    if (draft.audience === 'saved' && draft.segmentName === '') missing.set('segmentName', { text: t('campaigns.fault.segmentName') })
    if (draft.timing.rhythm === 'weekly' && draft.timing.weekdays.length === 0) missing.set('schedule', { text: t('campaigns.fault.weekdays') })
    if (draft.timing.rhythm === 'once' && draft.timing.at === '') missing.set('schedule', { text: t('campaigns.fault.at') })
    setOwn(missing)
    if (missing.size === 0) saving.mutate(draft)
  }
  const part = { draft, change, faults }

  const form = useRef<HTMLFormElement>(null)
  const isRefused = own.size > 0 || saving.isError
  useEffect(() => {
    if (isRefused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [isRefused])

  return (
    <div className={styles.editor}>
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <h2 className={styles.title}>{title}</h2>
        <BasicsPart {...part} isNew={taken !== undefined} />
        <AudiencePart {...part} segments={choices.segments} />
        <TextPart {...part} recall={choices.recall} templates={choices.templates} />
        <SchedulePart {...part} />
        <SendingPart {...part} />
        {saving.error && (
          <p className={styles.refused} role="alert">
            {refused ? t('campaigns.fault.some') : <Refused failure={saving.error} />}
          </p>
        )}
        {own.size > 0 && (
          <p className={styles.refused} role="alert">
            {t('campaigns.fault.some')}
          </p>
        )}
        <div className={styles.buttons}>
          <Button type="submit" look="primary" disabled={saving.isPending}>
            {t('campaigns.save')}
          </Button>
          <Button onClick={() => writeAddress({ view: undefined })}>{t('campaigns.cancel')}</Button>
        </div>
      </form>
      <PreviewPanel preview={preview} draft={draft} language={choices.recall.messages?.language ?? 'zh-CN'} />
    </div>
  )
}
