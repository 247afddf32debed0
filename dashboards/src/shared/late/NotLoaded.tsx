import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { isLeftBehind } from './newerApp'
import { startAnew } from './startAnew'

/** Said where the code of a page should be. It starts the app anew by itself where the server has a newer one: what is shown is in the address. */
export function NotLoaded({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  useEffect(() => {
    void isLeftBehind().then((isLeft) => isLeft && startAnew())
  }, [])
  return (
    <Notice title={t('failure.notLoaded')} role="alert">
      <p>{t('failure.notLoadedWhy')}</p>
      <Button look="primary" onClick={onRetry}>
        {t('failure.retry')}
      </Button>
    </Notice>
  )
}
