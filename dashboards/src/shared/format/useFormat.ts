import { createContext, use } from 'react'
import { useTranslation } from 'react-i18next'
import { formatFor, type Format, type Place } from './format'

/** Which money and which time of day the reader means: those of the chain and store she looks at. */
export const PlaceContext = createContext<Place>({ currency: undefined, timeZone: undefined })

export function useFormat(): Format {
  const { i18n } = useTranslation()
  return formatFor(i18n.language, use(PlaceContext))
}
