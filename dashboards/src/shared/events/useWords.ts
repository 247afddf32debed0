import { useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useChain } from '../chain/ChainContext'
import { useFormat } from '../format/useFormat'
import { StaffNames } from '../staff/StaffNames'
import { CardKinds } from './CardKinds'
import type { Words } from './sentence'

/** What it takes to say an event in the reader's language: stores and staff by their names. */
export function useWords(): Words {
  const { t } = useTranslation()
  const format = useFormat()
  const { storeName } = useChain()
  const staffNames = useContext(StaffNames)
  const cardKinds = useContext(CardKinds)
  return useMemo(
    () => ({ t, format, storeName, staffName: (id: string) => staffNames.get(id) ?? id, cardKind: (card: string) => cardKinds.get(card) }),
    [t, format, storeName, staffNames, cardKinds],
  )
}
