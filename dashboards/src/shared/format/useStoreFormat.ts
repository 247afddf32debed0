import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { ChainContext } from '../chain/ChainContext'
import { formatFor, type Format } from './format'
import { PlaceContext } from './useFormat'

/** Times by the clocks of one store, whichever others are on the page: what happens to a member happens by hers. */
export function useStoreFormat(store: string | null | undefined): Format {
  const { i18n } = useTranslation()
  const place = use(PlaceContext)
  const stores = use(ChainContext)?.stores ?? []
  const timeZone = stores.find(({ id }) => id === store)?.timeZone ?? place.timeZone
  return formatFor(i18n.language, { ...place, timeZone })
}
