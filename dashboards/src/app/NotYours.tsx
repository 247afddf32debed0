import { useTranslation } from 'react-i18next'
import { Empty } from '@/shared/ui/Empty'
import { PageFrame } from '@/shared/ui/PageFrame'
import type { Page } from './pages'

/** Stands for a page that somebody came to by its address and that her role does not show. */
export function NotYours({ page }: { page: Page }) {
  const { t } = useTranslation()
  return (
    <PageFrame title={t(`pages.${page}`)}>
      <Empty>
        <p role="alert">{t('pages.notYours')}</p>
      </Empty>
    </PageFrame>
  )
}
