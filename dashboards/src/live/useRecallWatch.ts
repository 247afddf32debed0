import { useEffect, useRef } from 'react'
import type { RecallFigures } from '@/api/types'
import { useLink, useLive } from './LiveContext'

/** Follows the recall monitor over all days of a chain or a store, on the connection that is there already; not while it is off. */
export function useRecallWatch(chain: string, store: string | undefined, isOn: boolean, take: (figures: RecallFigures) => void): void {
  const { link } = useLive()
  const isLive = useLink().link.kind === 'live'
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    if (!isOn || !isLive) return
    return link.watchRecall({ chain, store }, (figures) => latest.current(figures))
  }, [link, isLive, isOn, chain, store])
}
