import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { isLeftBehind } from './newerApp'
import styles from './NotLoaded.module.css'
import { startAnew } from './startAnew'

interface NotLoadedProps {
  /** A part stands on a page that has a heading of its own. */
  what: 'page' | 'part'
  onRetry: () => void
}

/** Stands where the code of a page should be, and starts the app anew by itself where the server has a newer one: what is shown is in the address. */
export function NotLoaded({ what, onRetry }: NotLoadedProps) {
  const { t } = useTranslation()
  useEffect(() => {
    void isLeftBehind().then((isLeft) => isLeft && startAnew())
  }, [])
  const rest = (
    <>
      <p>{t('failure.notLoadedWhy')}</p>
      <Button look="primary" onClick={onRetry}>
        {t('failure.retry')}
      </Button>
    </>
  )
  if (what === 'part') {
    return (
      <div className={styles.part} role="alert">
        {rest}
      </div>
    )
  }
  return (
    <main>
      <Notice title={t('failure.notLoaded')} role="alert">
        {rest}
      </Notice>
    </main>
  )
}
