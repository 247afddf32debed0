import { useTranslation } from 'react-i18next'
import { usePolicy } from '@/shared/recall/usePolicy'
import { Loaded } from '@/shared/ui/Loaded'
import { CampaignForm } from './CampaignForm'
import { choicesOf } from './choices'
import { draftOf, newDraft } from './draft'
import { useCampaign, useCampaigns, useSegments } from './useCampaigns'

/** Writes a campaign: a new one, or one that is there. */
export function CampaignEditor({ campaign }: { campaign: string | undefined }) {
  return campaign === undefined ? <NewCampaign /> : <KnownCampaign name={campaign} />
}

function NewCampaign() {
  const { t } = useTranslation()
  const campaigns = useCampaigns()
  const policy = usePolicy()
  const segments = useSegments()
  return (
    <Loaded query={policy} height={420}>
      {(found) => {
        const choices = choicesOf(found, segments.data)
        return (
          <CampaignForm
            title={t('campaigns.new')}
            start={newDraft(choices.templates.find((name) => name === 'dormant_hello') ?? choices.templates[0] ?? '')}
            choices={choices}
            taken={campaigns.data?.map(({ name }) => name) ?? []}
            version={undefined}
          />
        )
      }}
    </Loaded>
  )
}

function KnownCampaign({ name }: { name: string }) {
  const { t } = useTranslation()
  const known = useCampaign(name)
  const policy = usePolicy()
  const segments = useSegments()
  return (
    <Loaded query={known} height={420}>
      {({ campaign, version }) => (
        <Loaded query={policy} height={420}>
          {(found) => (
            <CampaignForm
              title={t('campaigns.editing', { title: campaign.title })}
              start={draftOf(campaign)}
              choices={choicesOf(found, segments.data)}
              taken={undefined}
              version={version ?? undefined}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  )
}
