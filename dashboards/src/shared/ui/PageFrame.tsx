import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLink } from '@/live/LiveContext'
import { useAt } from '../time/useAt'
import { nameDocument } from './documentTitle'
import { keepFocus } from './keptFocus'
import styles from './PageFrame.module.css'

interface PageFrameProps {
  title: string
  /** One sentence on what the page is for; none where that is plain. */
  intro?: ReactNode
  /** What is done with the page as a whole: filters, buttons. */
  tools?: ReactNode
  /** Whether the title is only read out: the page says by itself what it is. */
  isTitleHidden?: boolean
  /** Whether the page can show the past; one that cannot says that it shows the present. */
  travels?: boolean
  width?: 'wide' | 'narrow'
  children: ReactNode
}

/** What all pages of a chain have in common: a title, a place for the focus, and a word when what is shown may be old. */
export function PageFrame({ title, intro, tools, isTitleHidden = false, travels = false, width = 'wide', children }: PageFrameProps) {
  const { t } = useTranslation()
  const { link } = useLink()
  const at = useAt()
  const isStale = at === undefined && (link.kind === 'reconnecting' || link.kind === 'offline')

  const page = useRef<HTMLElement>(null)
  useEffect(() => keepFocus(page.current), [])
  useEffect(() => nameDocument(`${title} · ${t('product')}`), [title, t])

  return (
    <main ref={page} id="page" className={styles.page} data-width={width} data-stale={isStale} tabIndex={-1}>
      <header className={isTitleHidden && !tools ? 'hidden-but-read' : styles.head}>
        <div>
          <h1 className={isTitleHidden ? 'hidden-but-read' : styles.title}>{title}</h1>
          {intro !== undefined && <p className={styles.intro}>{intro}</p>}
        </div>
        {tools !== undefined && <div className={styles.tools}>{tools}</div>}
      </header>
      {isStale && <p className={styles.stale}>{t('link.stale')}</p>}
      {at !== undefined && !travels && <p className={styles.stale}>{t('timeTravel.stays')}</p>}
      {children}
    </main>
  )
}
