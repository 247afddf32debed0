import { useEffect, useState, type ReactNode } from 'react'
import { reportSignedOut } from '@/api/signedOut'
import { LiveContext, type Live } from './LiveContext'
import { LiveLink } from './LiveLink'
import { LiveStore } from './LiveStore'
import { signalrTransport } from './signalrTransport'
import type { Target } from './transport'
import { onWaking } from './waking'

function open(): Live {
  const store = new LiveStore()
  const link = new LiveLink(signalrTransport(), store, {
    isOnline: () => navigator.onLine,
    onSignedOut: reportSignedOut,
  })
  return { store, link }
}

/** One connection for the whole page, watching what the pickers say. */
export function LiveProvider({ chain, store, children }: Target & { children: ReactNode }) {
  const [live] = useState(open)

  useEffect(() => {
    live.link.watch({ chain, store })
  }, [live, chain, store])

  useEffect(() => {
    const goOffline = () => live.link.wentOffline()
    const tryAgain = () => live.link.retryNow()
    addEventListener('offline', goOffline)
    addEventListener('online', tryAgain)
    const stopListening = onWaking(() => live.link.wokeUp())
    return () => {
      stopListening()
      removeEventListener('offline', goOffline)
      removeEventListener('online', tryAgain)
      live.link.stop()
    }
  }, [live])

  return <LiveContext value={live}>{children}</LiveContext>
}
