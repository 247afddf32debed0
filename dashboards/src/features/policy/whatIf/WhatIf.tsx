import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '@/api/client'
import { Refused } from '@/shared/refusal/Refused'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Segmented } from '@/shared/ui/Segmented'
import type { JsonObject } from '../document/json'
import type { Scope } from '../draft/policyCalls'
import { Days } from './Days'
import { Progress } from './Progress'
import { Report } from './Report'
import { useSimulation } from './useSimulation'
import styles from './WhatIf.module.css'

interface WhatIfProps {
  scope: Scope
  document: JsonObject
  isDirty: boolean
}

const baselines = ['present', 'actual'] as const

/** The draft tried on what members have already lived through. Nothing is changed, nothing is sent. */
export function WhatIf({ scope, document, isDirty }: WhatIfProps) {
  const { t } = useTranslation()
  const { begin, cancel, simulation, forget } = useSimulation(scope, document)
  const [baseline, setBaseline] = useState<(typeof baselines)[number]>('present')
  const [from, setFrom] = useState<string>()
  const [to, setTo] = useState<string>()
  const run = simulation?.data
  const isRunning = begin.isPending || run?.state === 'running'
  const refusal = begin.error
  return (
    <Card title={t('policy.whatIf.title')}>
      <p className={styles.hint}>{t(isDirty ? 'policy.whatIf.intro' : 'policy.whatIf.introNoDraft')}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          begin.mutate({ baseline, from, to })
        }}
      >
        <div className={styles.field}>
          <span>{t('policy.whatIf.against')}</span>
          <Segmented
            label={t('policy.whatIf.against')}
            value={baseline}
            options={baselines.map((id) => ({ id, name: t(`policy.whatIf.baseline.${id}`) }))}
            onChoose={setBaseline}
          />
        </div>
        <Days from={from} to={to} onChange={(next) => { setFrom(next.from); setTo(next.to) }} />
        <Button type="submit" look={isDirty ? 'primary' : 'plain'} disabled={isRunning}>
          {t(run ? 'policy.whatIf.again' : 'policy.whatIf.begin')}
        </Button>
      </form>
      <div role="status" aria-live="polite">
        {refusal && (
          <p className={styles.refusal}>
            {refusal instanceof Refusal && refusal.code === 'busy' ? t('policy.whatIf.busy') : <Refused failure={refusal} />}
          </p>
        )}
        {run?.state === 'running' && <Progress progress={run.progress} isEnding={cancel.isPending} onCancel={() => cancel.mutate()} />}
        {run?.state === 'cancelled' && <p className={styles.hint}>{t('policy.whatIf.cancelled')}</p>}
        {run?.state === 'failed' && <p className={styles.refusal}>{t('policy.whatIf.failed')}</p>}
        {simulation?.isError && (
          <p className={styles.hint}>
            {t('policy.whatIf.gone')} <Button look="quiet" onClick={forget}>{t('close')}</Button>
          </p>
        )}
      </div>
      {run?.report && <Report report={run.report} />}
    </Card>
  )
}
