import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { addressWith, writeAddress } from '@/shared/address/useAddress'
import styles from './Pages.module.css'
import { pages, type Page } from './pages'

const fieldOf = (page: Page) => (page === 'board' ? undefined : page)

/** The way from page to page: links, so that one can be opened beside the other. */
export function Pages({ page }: { page: Page }) {
  const { t } = useTranslation()
  const go = (event: MouseEvent, to: Page) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    writeAddress({ page: fieldOf(to) })
  }
  return (
    <nav className={styles.pages} aria-label={t('pages.label')}>
      {pages.map((each) => (
        <a
          key={each}
          className={styles.page}
          href={addressWith({ page: fieldOf(each) })}
          aria-current={each === page ? 'page' : undefined}
          onClick={(event) => go(event, each)}
        >
          {t(`pages.${each}`)}
        </a>
      ))}
    </nav>
  )
}
