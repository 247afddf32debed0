import { useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useChain } from '../chain/ChainContext'
import { useFormat } from '../format/useFormat'
import { StaffNames } from '../staff/StaffNames'
import type { Words } from './sentence'

/** What it takes to say an event in the reader's language: stores and staff by their names. */
export function useWords(): Words {
  const { t } = useTranslation()
  const format = useFormat()
  const { storeName } = useChain()
  const staffNames = useContext(StaffNames)
  return useMemo(
    () => ({ t, format, storeName, staffName: (id: string) => staffNames.get(id) ?? id }),
    [t, format, storeName, staffNames],
  )
}
