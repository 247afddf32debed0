import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../refusal/Refused'
import { Button } from './Button'
import styles from './Loaded.module.css'

interface LoadedProps<Data> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isFetching' | 'refetch'>
  /** How tall what is coming will be, so that nothing jumps when it comes. */
  height?: number
  children: (data: Data) => ReactNode
}

/** What was asked for, once it is there; before, its place; and when it cannot be had, why, with a way to try again. */
export function Loaded<Data>({ query, height = 180, children }: LoadedProps<Data>) {
  const { t } = useTranslation()
  if (query.data !== undefined) return children(query.data)
  if (query.error) {
    return (
      <div className={styles.failed} role="alert">
        <p>
          <Refused failure={query.error} />
        </p>
        <Button onClick={() => void query.refetch()} disabled={query.isFetching}>
          {t('failure.retry')}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.coming} style={{ minBlockSize: height }} aria-busy="true">
      <p className="hidden-but-read" role="status">
        {t('loading')}
      </p>
    </div>
  )
}
