import { useTranslation } from 'react-i18next'
import { Command } from '@/shared/ui/Command'
import { Notice } from '@/shared/ui/Notice'

export function EmptyBoard({ chain }: { chain: string }) {
  const { t } = useTranslation()
  const events = `${location.origin}/v1/chains/${chain}/events`
  const authorization = `-H "Authorization: Bearer $KEY"`
  return (
    <Notice title={t('empty.title')}>
      <p>{t('empty.text')}</p>
      <Command title={t('empty.send')}>
        {[
          `curl ${events} \\`,
          `  ${authorization} -H "Content-Type: application/json" \\`,
          `  -d '[{ "id": "first-1", "type": "visit", "member": "M-0001" }]'`,
        ].join('\n')}
      </Command>
      <Command title={t('empty.import')}>
        {[
          `curl ${events} \\`,
          `  ${authorization} -H "Content-Type: application/x-ndjson" \\`,
          `  --data-binary @events.ndjson`,
        ].join('\n')}
      </Command>
    </Notice>
  )
}
