import { useTranslation } from 'react-i18next'
import { Refused } from '@/shared/refusal/Refused'
import { Button } from '@/shared/ui/Button'
import { Notice } from '@/shared/ui/Notice'

export function Failure({ failure, onRetry }: { failure: Error; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <main>
      <Notice title={t('failure.title')} role="alert">
        <p>
          <Refused failure={failure} />
        </p>
        <Button look="primary" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      </Notice>
    </main>
  )
}

export function Crash() {
  const { t } = useTranslation()
  return (
    <main>
      <Notice title={t('failure.title')} role="alert">
        <p>{t('failure.crash')}</p>
        <Button look="primary" onClick={() => location.reload()}>
          {t('failure.reload')}
        </Button>
      </Notice>
    </main>
  )
}
