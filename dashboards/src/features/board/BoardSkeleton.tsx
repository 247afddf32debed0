import { useTranslation } from 'react-i18next'
import styles from './BoardSkeleton.module.css'

/** Holds the places of what is coming, so that nothing jumps when it comes. */
export function BoardSkeleton() {
  const { t } = useTranslation()
  return (
    <div className={styles.skeleton} aria-busy="true">
      <p className="hidden-but-read" role="status">
        {t('board.loading')}
      </p>
      <div className={styles.tiles} />
      <div className={styles.funnel} />
      <div className={styles.feed} />
    </div>
  )
}
