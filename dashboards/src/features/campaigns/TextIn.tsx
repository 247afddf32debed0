import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { useChain } from '@/shared/chain/ChainContext'
import { Refused } from '@/shared/refusal/Refused'
import { Badge } from '@/shared/ui/Badge'
import styles from './CampaignForm.module.css'
import type { TextLanguage } from './textLanguages'
import { useSettled } from '@/shared/useSettled'

interface TextInProps {
  language: TextLanguage
  /** Whether this is the language that the chain's messages are sent in. */
  isSent: boolean
  template: string
  offer: string
  member: string
}

/** A template as one member would read it now, in one language. */
export function TextIn({ language, isSent, template, offer, member }: TextInProps) {
  const { t } = useTranslation()
  const { chain } = useChain()
  const said = useSettled(offer.trim(), 600)
  const { data, error } = useQuery({
    queryKey: ['templatePreview', chain.id, template, said, member, language],
    queryFn: () =>
      answer(
        api.POST('/v1/chains/{chain}/templates/preview', {
          params: { path: { chain: chain.id } },
          body: { template, member, language, text: null, offer: said === '' ? null : said },
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  })
  return (
    <figure className={styles.text}>
      <figcaption>
        {t(`campaigns.language.${language}`)} {isSent && <Badge tone="accent">{t('campaigns.preview.sent')}</Badge>}
      </figcaption>
      {error ? (
        <p className={styles.fault}>
          <Refused failure={error} />
        </p>
      ) : (
        <blockquote lang={language}>{data?.text ?? '…'}</blockquote>
      )}
    </figure>
  )
}
