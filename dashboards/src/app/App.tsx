import { QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '@/api/client'
import { SignInPage } from '@/features/session/SignInPage'
import { takeLink } from '@/features/session/signInCode'
import { useSession } from '@/features/session/useSession'
import { late } from '@/shared/late/late'
import { Boundary } from '@/shared/ui/Boundary'
import { makeQueries } from './queries'
import { Crash, Failure } from './Failure'
import { SignedIn } from './SignedIn'
import { Tools } from './Tools'

const AcceptPage = late(() => import('@/features/session/AcceptPage'))

/** Every address shows the app: what it shows is in the query, and signing in never changes it. */
export function App() {
  const [queries] = useState(makeQueries)
  return (
    <Boundary fallback={<Crash />}>
      <QueryClientProvider client={queries}>
        <Gate />
      </QueryClientProvider>
    </Boundary>
  )
}

function Gate() {
  const { t } = useTranslation()
  const [link, setLink] = useState(takeLink)
  const acceptance = link !== undefined && link.kind !== 'refused' ? link : undefined
  const session = useSession(acceptance === undefined)
  if (acceptance) {
    return (
      <Suspense>
        <AcceptPage code={acceptance.code} onDone={() => setLink(undefined)} tools={<Tools />} />
      </Suspense>
    )
  }
  if (session.data) return <SignedIn session={session.data} />
  if (session.isPending) {
    return (
      <p className="hidden-but-read" role="status">
        {t('board.loading')}
      </p>
    )
  }
  const refused = session.error instanceof Refusal && session.error.status < 500
  if (session.error && !refused) return <Failure failure={session.error} onRetry={() => void session.refetch()} />
  return <SignInPage linkFailure={session.error} refused={link?.kind === 'refused' ? link.why : undefined} tools={<Tools />} />
}
