import { useTranslation } from 'react-i18next'
import { PageFrame } from '@/shared/ui/PageFrame'

export default function StoresPage() {
  const { t } = useTranslation()
  return <PageFrame title={t('pages.stores')}>…</PageFrame>
}
