import { useTranslation } from 'react-i18next'
import { PageFrame } from '@/shared/ui/PageFrame'

export default function InsightsPage() {
  const { t } = useTranslation()
  return <PageFrame title={t('pages.insights')}>…</PageFrame>
}
