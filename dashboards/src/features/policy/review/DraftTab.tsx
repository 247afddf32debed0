import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { writeAddress } from '@/shared/address/useAddress'
import { mayInChain, useChain } from '@/shared/chain/ChainContext'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Empty } from '@/shared/ui/Empty'
import type { LoadedPolicy, Scope } from '../draft/policyCalls'
import type { DraftState } from '../draft/useDraft'
import { usePolicyForm } from '../form/PolicyForm'
import { WhatIf } from '../whatIf/WhatIf'
import { ChangeList } from './ChangeList'
import { changesOf } from './changesOf'
import { DraftFaults } from './DraftFaults'
import { Overtaken } from './Overtaken'
import { PublishDialog } from './PublishDialog'
import styles from './Draft.module.css'

interface DraftTabProps {
  scope: Scope
  loaded: LoadedPolicy
  state: DraftState
  onDiscard: () => void
}

/** What is being changed, what it would have done, and the way to make it hold. */
export function DraftTab({ scope, loaded, state, onDiscard }: DraftTabProps) {
  const { t } = useTranslation()
  const form = usePolicyForm()
  const { session } = useChain()
  const [isPublishing, setIsPublishing] = useState(false)
  const changes = changesOf(form, state)
  const maySimulate = mayInChain(session, 'change_policy')

  return (
    <div className={styles.draft}>
      {state.isOvertaken && <Overtaken loaded={loaded} state={state} />}
      <Card
        title={t('policy.draft.title')}
        aside={
          state.isDirty && (
            <span className={styles.buttons}>
              <Button look="quiet" onClick={onDiscard}>
                {t('policy.draft.discard')}
              </Button>
              <Button look="primary" disabled={state.isOvertaken} onClick={() => setIsPublishing(true)}>
                {t('policy.draft.publish')}
              </Button>
            </span>
          )
        }
      >
        {state.isDirty ? (
          <>
            <p className={styles.hint}>{t('policy.draft.kept')}</p>
            <DraftFaults faults={state.draft.faults} />
            <ChangeList changes={changes} onUndo={form.undo} />
          </>
        ) : (
          <Empty>
            <p>{t('policy.draft.none')}</p>
            <Button onClick={() => writeAddress({ tab: undefined })}>{t('policy.draft.toRules')}</Button>
          </Empty>
        )}
      </Card>
      {maySimulate && <WhatIf scope={scope} document={state.draft.document} isDirty={state.isDirty} />}
      {isPublishing && <PublishDialog scope={scope} state={state} changes={changes} onClose={() => setIsPublishing(false)} />}
    </div>
  )
}
