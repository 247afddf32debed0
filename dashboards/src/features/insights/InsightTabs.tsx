import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PageLink } from '@/shared/address/PageLink'
import styles from './InsightTabs.module.css'
import type { Tab } from './sections'

/** Links, so that one question can be opened beside the other; on a phone they are one line that is pushed along. */
export function InsightTabs({ tabs, tab }: { tabs: readonly Tab[]; tab: Tab }) {
  const { t } = useTranslation()
  const list = useRef<HTMLUListElement>(null)

  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (list.current && current) list.current.scrollTo({ left: current.offsetLeft - list.current.clientWidth / 3 })
  }, [tab])

  return (
    <nav aria-label={t('insights.tabs')} className="not-printed">
      <ul ref={list} className={styles.tabs}>
        {tabs.map((each) => (
          <li key={each}>
            <PageLink to={{ page: 'insights', tab: each }} className={styles.tab} aria-current={each === tab ? 'page' : undefined}>
              {t(`insights.tab.${each}`)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
