import { useTranslation } from 'react-i18next'
import { PageFrame } from '@/shared/ui/PageFrame'

export default function MemberPage() {
  const { t } = useTranslation()
  return <PageFrame title={t('pages.member')}>…</PageFrame>
}
