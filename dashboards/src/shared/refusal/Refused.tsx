import { useTranslation } from 'react-i18next'
import { Said } from './Said'
import { reasonOf } from './reasonOf'

/** Why a call failed, as far as possible in the reader's language. */
export function Refused({ failure }: { failure: Error }) {
  const { t } = useTranslation()
  return <Said {...reasonOf(t, failure)} />
}
