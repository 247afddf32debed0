import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { Contents } from './Contents'
import { usePolicyForm } from './PolicyForm'
import { Search } from './Search'
import { SearchBox } from './SearchBox'
import { SectionView } from './SectionView'
import styles from './Rules.module.css'
import { sectionsOf } from './sections'

/** The rules, part by part, and a way to find one of which one knows only the word. */
export function Rules() {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const chosen = useAddress('view')
  // What is searched for stays out of the address.
  const [wanted, setWanted] = useState('')
  const sections = sectionsOf(form.root)
  const section = sections.find(({ id }) => id === chosen) ?? sections[0]

  const choose = (id: string) => {
    setWanted('')
    writeAddress({ view: id })
  }

  return (
    <div className={styles.rules}>
      <div className={styles.side}>
        <SearchBox value={wanted} onChange={setWanted} />
        <Contents
          sections={sections}
          chosen={wanted === '' ? (section?.id ?? '') : ''}
          onChoose={choose}
        />
      </div>
      <div className={styles.main}>
        {!form.mayChange && <p className={styles.notice}>{t('policy.readOnly')}</p>}
        {wanted.trim() !== '' ? <Search sections={sections} wanted={wanted} onOpen={choose} /> : section && <SectionView key={section.id} section={section} />}
      </div>
    </div>
  )
}
