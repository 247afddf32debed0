import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '@/api/client'
import { useChain } from '@/shared/chain/ChainContext'
import { Refused } from '@/shared/refusal/Refused'
import { Button } from '@/shared/ui/Button'
import { Segmented } from '@/shared/ui/Segmented'
import styles from './TextsEditor.module.css'

interface PreviewProps {
  texts: Readonly<Record<'zh-CN' | 'en', string>>
}

/** The text as it stands in the draft, as a member would get it now. Nothing is sent. */
export function Preview({ texts }: PreviewProps) {
  const { t } = useTranslation()
  const { chain, store } = useChain()
  const [member, setMember] = useState('')
  const [language, setLanguage] = useState<'zh-CN' | 'en'>('zh-CN')
  const preview = useMutation({
    mutationFn: async () => {
      const path = { chain: chain.id }
      // Whoever comes first will do: a preview shows the text, not the person.
      const somebody =
        member.trim() ||
        (await answer(api.GET('/v1/chains/{chain}/members', { params: { path, query: { limit: '1', ...(store !== undefined && { store }) } } }))).items[0]?.id
      return {
        member: somebody,
        ...(await answer(
          api.POST('/v1/chains/{chain}/templates/preview', {
            params: { path },
            body: { member: somebody ?? null, text: texts[language], language, offer: t('policy.preview.offer') },
          }),
        )),
      }
    },
  })
  const result = preview.data
  return (
    <section className={styles.preview} aria-label={t('policy.preview.title')}>
      <form
        className={styles.try}
        onSubmit={(event) => {
          event.preventDefault()
          preview.mutate()
        }}
      >
        <input
          className={styles.member}
          aria-label={t('policy.preview.member')}
          placeholder={t('policy.preview.anybody')}
          autoComplete="off"
          value={member}
          onChange={({ target }) => setMember(target.value)}
        />
        <Segmented
          label={t('policy.preview.language')}
          value={language}
          options={[
            { id: 'zh-CN', name: '中文' },
            { id: 'en', name: 'English' },
          ]}
          onChoose={setLanguage}
        />
        <Button type="submit" disabled={preview.isPending || texts[language].trim() === ''}>
          {t('policy.preview.show')}
        </Button>
      </form>
      <div role="status" className={styles.result}>
        {preview.isError && (
          <p className={styles.refused}>
            <Refused failure={preview.error} />
          </p>
        )}
        {result && (
          <>
            <p className={styles.bubble}>{result.text}</p>
            <p className={styles.for}>{t('policy.preview.for', { member: result.member ?? '–' })}</p>
          </>
        )}
      </div>
    </section>
  )
}
