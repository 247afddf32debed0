import { useTranslation } from 'react-i18next'
import { Command } from '@/shared/ui/Command'
import { Notice } from '@/shared/ui/Notice'

export function NoChain() {
  const { t } = useTranslation()
  return (
    <Notice title={t('empty.noChain')}>
      <p>{t('empty.noChainText')}</p>
      <Command title={t('empty.createChain')}>
        {[
          `curl -X PUT ${location.origin}/v1/chains/my-chain \\`,
          `  -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\`,
          `  -d '{ "name": "My chain", "currency": "CNY" }'`,
        ].join('\n')}
      </Command>
    </Notice>
  )
}
