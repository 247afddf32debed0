import { useTranslation } from 'react-i18next'
import { useTick } from '@/shared/clock/ClockContext'

export function Countdown({ until }: { until: number }) {
  const { t } = useTranslation()
  useTick()
  // eslint-disable-next-line react-hooks/purity -- The tick renews it.
  const seconds = Math.ceil((until - Date.now()) / 1_000)
  return (
    <span aria-hidden="true">{seconds > 0 ? t('link.reconnectingIn', { seconds }) : t('link.reconnecting')}</span>
  )
}
