import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { mayInChain, useChain, useMay } from '@/shared/chain/ChainContext'
import { useFormat } from '@/shared/format/useFormat'
import { Segmented } from '@/shared/ui/Segmented'
import { DraftBar } from './DraftBar'
import styles from './Policy.module.css'
import type { Schema } from './document/schema'
import type { LoadedPolicy, Scope } from './draft/policyCalls'
import { useDraft } from './draft/useDraft'
import { PolicyFormContext } from './form/PolicyForm'
import { Rules } from './form/Rules'
import { makeForm } from './form/makeForm'
import { DiscardDialog } from './review/DiscardDialog'
import { DraftTab } from './review/DraftTab'
import { changesOf } from './review/changesOf'
import { VersionsTab } from './versions/VersionsTab'

interface PolicyPartsProps {
  scope: Scope
  loaded: LoadedPolicy & { root: Schema }
}

const tabs = ['rules', 'draft', 'versions'] as const

/** The rules themselves, what is being changed in them, and what they were. */
export function PolicyParts({ scope, loaded }: PolicyPartsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { session } = useChain()
  const mayChangeStore = useMay('change_store_policy')
  const [isDiscarding, setIsDiscarding] = useState(false)
  const wanted = useAddress('tab')
  const state = useDraft(scope, loaded)
  const mayChange = scope.store === undefined ? mayInChain(session, 'change_policy') : mayChangeStore
  const form = makeForm({ root: loaded.root, store: scope.store, loaded, state, mayChange })
  const offered = tabs.filter((each) => each !== 'draft' || mayChange)
  const tab = offered.find((each) => each === wanted) ?? 'rules'
  const changes = changesOf(form, state).length

  return (
    <PolicyFormContext value={form}>
      <Segmented
        label={t('policy.parts')}
        className={styles.tabs}
        value={tab}
        options={offered.map((id) => ({ id, name: t(`policy.tab.${id}`), count: id === 'draft' && changes > 0 ? format.number(changes) : undefined }))}
        onChoose={(id) => writeAddress({ tab: id === 'rules' ? undefined : id, version: undefined })}
      />
      {tab === 'rules' && <Rules />}
      {tab === 'draft' && <DraftTab scope={scope} loaded={loaded} state={state} onDiscard={() => setIsDiscarding(true)} />}
      {tab === 'versions' && <VersionsTab scope={scope} loaded={loaded} mayRestore={mayChange} />}
      {tab === 'rules' && state.isDirty && <DraftBar count={changes} onDiscard={() => setIsDiscarding(true)} />}
      {isDiscarding && <DiscardDialog onDiscard={state.discard} onClose={() => setIsDiscarding(false)} />}
    </PolicyFormContext>
  )
}
