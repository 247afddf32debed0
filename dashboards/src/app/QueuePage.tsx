import { useTranslation } from 'react-i18next'
import { Queue } from '@/features/queue/Queue'
import { PageFrame } from '@/shared/ui/PageFrame'

export default function QueuePage() {
  const { t } = useTranslation()
  return (
    <PageFrame title={t('queue.title')} isTitleHidden travels>
      <Queue />
    </PageFrame>
  )
}
