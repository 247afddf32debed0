import { useTranslation } from 'react-i18next'
import { Refused } from '@/shared/refusal/Refused'
import { Card } from '@/shared/ui/Card'
import styles from './CampaignForm.module.css'
import type { Draft } from './draft'
import { NextRuns } from './NextRuns'
import { SampleTexts } from './SampleTexts'
import { StoreCounts } from './StoreCounts'
import { TextIn } from './TextIn'
import { languages } from './textLanguages'
import type { useDraftPreview } from './useDraftPreview'

interface PreviewPanelProps {
  preview: ReturnType<typeof useDraftPreview>
  draft: Draft
  /** The language that the chain writes its messages in. */
  language: string
}

/** What would come of a campaign as it is written now: how many, where, when, and the text as a member would read it. */
export function PreviewPanel({ preview: { query, faults }, draft, language }: PreviewPanelProps) {
  const { t } = useTranslation()
  const { data } = query
  const member = data?.sample[0]?.member
  return (
    <aside className={styles.preview} aria-label={t('campaigns.preview.title')} aria-busy={query.isFetching}>
      <Card title={t('campaigns.preview.title')} className={styles.part}>
        {query.error && <p className={styles.refused}>{faults.size > 0 ? t('campaigns.preview.faulty') : <Refused failure={query.error} />}</p>}
        {!query.error && !data && <p className={styles.soft}>{t('campaigns.preview.counting')}</p>}
        {data && !query.error && (
          <>
            <StoreCounts count={data.count} byStore={data.byStore} />
            <h3>{t('campaigns.nextRuns')}</h3>
            <NextRuns runs={data.nextRuns} isPaused={draft.paused} />
            {member === undefined ? (
              <p className={styles.soft}>{t('campaigns.preview.nobody')}</p>
            ) : (
              <>
                <h3>{t('campaigns.preview.text', { member })}</h3>
                {languages.map((each) => (
                  <TextIn key={each} language={each} isSent={each === language} template={draft.template} offer={draft.offer} member={member} />
                ))}
                <SampleTexts sample={data.sample.slice(1)} />
              </>
            )}
          </>
        )}
      </Card>
    </aside>
  )
}
