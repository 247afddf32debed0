import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import type { RecallPolicy } from '@/api/types'
import { useChain, useMay } from '@/shared/chain/ChainContext'
import { channelName } from '@/shared/givenName'
import { wordsOf } from '@/shared/recall/wordsOf'
import { templateName } from '@/shared/recallWords'
import { Card } from '@/shared/ui/Card'
import { Select } from '@/shared/ui/Select'
import styles from './CampaignForm.module.css'
import { Fault } from './Fault'
import { faultAt } from './faults'
import type { FormPart } from './formPart'
import { OfferField } from './OfferField'

interface TextPartProps extends FormPart {
  recall: RecallPolicy
  templates: readonly string[]
}

/** What it says and offers, and which way it goes. */
export function TextPart({ draft, change, faults, recall, templates }: TextPartProps) {
  const { t, i18n } = useTranslation()
  const { chain } = useChain()
  const mayConnect = useMay('connect_others')
  const { data: channels } = useQuery({
    queryKey: ['channels', chain.id],
    queryFn: async () => (await answer(api.GET('/v1/chains/{chain}/channels', { params: { path: { chain: chain.id } } }))).items,
    enabled: mayConnect,
  })
  const names = templates.includes(draft.template) || draft.template === '' ? templates : [draft.template, ...templates]
  const known = channels?.map(({ name }) => name) ?? []
  const ways = draft.channel === '' || known.includes(draft.channel) ? known : [draft.channel, ...known]
  const mentionsOffer = wordsOf(recall.templates, draft.template, i18n.language)?.includes('{{offer}}') ?? false

  return (
    <Card title={t('campaigns.part.what')} className={styles.part}>
      <Select
        label={t('campaigns.field.template')}
        isLabelHidden={false}
        value={draft.template}
        options={names.map((id) => ({ id, name: templateName(t, id) }))}
        onPick={(template) => change({ template })}
      />
      <Fault fault={faultAt(faults, 'template')} />
      <OfferField
        offers={Object.keys(recall.offers ?? {}).map((id) => ({ id, name: wordsOf(recall.offers, id, i18n.language) ?? id }))}
        value={draft.offer}
        hint={t(mentionsOffer ? 'campaigns.hint.offerNeeded' : 'campaigns.hint.offerUnused')}
        fault={faultAt(faults, 'offer')}
        onChange={(offer) => change({ offer })}
      />
      {ways.length > 0 && (
        <Select
          label={t('campaigns.field.channel')}
          isLabelHidden={false}
          value={draft.channel}
          options={[{ id: '', name: t('campaigns.usualChannel') }, ...ways.map((id) => ({ id, name: channelName(t, id) }))]}
          onPick={(channel) => change({ channel })}
        />
      )}
      <Fault fault={faultAt(faults, 'channel')} />
    </Card>
  )
}
