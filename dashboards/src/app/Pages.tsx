import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '@/api/types'
import { PageLink } from '@/shared/address/PageLink'
import { Icon } from '@/shared/ui/Icon'
import styles from './Pages.module.css'
import { listedFor, pages, type Page } from './pages'

interface PagesProps {
  session: Session
  page: Page
}

const fieldOf = (page: Page) => (page === 'board' ? undefined : page)

/** So many have room in the bar of a phone; the rest is behind "more". */
const inBar = 4

/** The way from page to page: links, so that one can be opened beside the other. A rail on a desk, a bar on a phone. */
export function Pages({ session, page }: PagesProps) {
  const { t } = useTranslation()
  const listed = listedFor(session)
  const more = useRef<HTMLDetailsElement>(null)
  const current = page === 'member' ? 'members' : page
  const rest = listed.slice(inBar)

  useEffect(() => {
    if (more.current) more.current.open = false
  }, [page])

  const link = (each: Page) => (
    <PageLink
      to={{ page: fieldOf(each) }}
      className={styles.page}
      aria-current={each === current ? 'page' : undefined}
      title={t(`pages.${each}`)}
      onClick={() => {
        if (more.current) more.current.open = false
      }}
    >
      <Icon name={pages[each].icon} size={20} />
      <span className={styles.word}>{t(`pages.${each}`)}</span>
    </PageLink>
  )

  return (
    <nav className={styles.pages} aria-label={t('pages.label')}>
      <ul className={styles.list}>
        {listed.map((each, index) => (
          <li key={each} className={index < inBar ? undefined : styles.late}>
            {link(each)}
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details ref={more} className={styles.more}>
          <summary className={styles.page} data-current={rest.includes(current)}>
            <Icon name="more" size={20} />
            <span className={styles.word}>{t('pages.more')}</span>
          </summary>
          <ul className={styles.sheet}>
            {rest.map((each) => (
              <li key={each}>{link(each)}</li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  )
}
