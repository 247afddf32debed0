import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { writeAddress } from '@/shared/address/useAddress'
import { useFormat } from '@/shared/format/useFormat'
import { useStaffName } from '@/shared/staff/StaffNames'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Empty } from '@/shared/ui/Empty'
import { Icon } from '@/shared/ui/Icon'
import { Loaded } from '@/shared/ui/Loaded'
import { Segmented } from '@/shared/ui/Segmented'
import { difference, isTold } from '../document/difference'
import type { Json, JsonObject } from '../document/json'
import { whole } from '../document/whole'
import type { LoadedPolicy, Scope } from '../draft/policyCalls'
import { usePolicyForm } from '../form/PolicyForm'
import { ChangeList } from '../review/ChangeList'
import { PastRules } from './PastRules'
import { RestoreDialog } from './RestoreDialog'
import { useVersion } from './useVersions'
import styles from './Versions.module.css'

interface VersionViewProps {
  scope: Scope
  loaded: LoadedPolicy
  version: number
  mayRestore: boolean
}

const views = ['did', 'now', 'all'] as const

/** One version: what it changed, how it differs from now, and all of it. */
export function VersionView({ scope, loaded, version, mayRestore }: VersionViewProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const staffName = useStaffName()
  const { root } = usePolicyForm()
  const query = useVersion(scope, version)
  const [view, setView] = useState<(typeof views)[number]>('did')
  const [isRestoring, setIsRestoring] = useState(false)
  // What a store has not of its own is its chain's.
  const inStore = <Of extends { from: Json | undefined; to: Json | undefined }>(change: Of) =>
    scope.store === undefined ? change : { ...change, from: change.from ?? undefined, to: change.to ?? undefined }
  const plain = (changes: { path: readonly (string | number)[]; from: Json | undefined; to: Json | undefined }[]) =>
    changes.filter(isTold).map((change) => ({ ...change, isInherited: false }))

  return (
    <Card
      title={t('policy.versions.number', { version: format.number(version) })}
      aside={
        <span className={styles.buttons}>
          <Button look="quiet" onClick={() => writeAddress({ version: undefined })}>
            <Icon name="back" size={16} />
            {t('policy.versions.back')}
          </Button>
          {mayRestore && query.data && <Button onClick={() => setIsRestoring(true)}>{t('policy.restore.button')}</Button>}
        </span>
      }
    >
      <Loaded query={query} height={300}>
        {({ at, by, note, changes, document }) => {
          const then = scope.store === undefined ? whole(root, document as JsonObject) : (document as JsonObject)
          const toNow = plain(difference(then, loaded.document))
          const did = plain(changes.map(({ path, from, to }) => ({ path: path.split('.'), from: from as Json, to: to as Json })).map(inStore))
          return (
            <>
              <div className={styles.view}>
                <p className={styles.by}>
                  {by === null ? t('policy.versions.somebody') : staffName(by)}
                  {at !== null && ` · ${format.exact(Date.parse(at))}`}
                </p>
                {note !== null && <p className={styles.note}>{note}</p>}
                <Segmented
                  label={t('policy.versions.views')}
                  value={view}
                  options={views.map((id) => ({ id, name: t(`policy.versions.view.${id}`) }))}
                  onChoose={setView}
                />
                {view === 'did' && (did.length > 0 ? <ChangeList changes={did} /> : <Empty>{t('policy.versions.first')}</Empty>)}
                {view === 'now' && (toNow.length > 0 ? <ChangeList changes={toNow} /> : <Empty>{t('policy.versions.asNow')}</Empty>)}
                {view === 'all' && <PastRules document={then} under={loaded.under} />}
              </div>
              {isRestoring && (
                <RestoreDialog scope={scope} version={version} etag={loaded.etag} changes={plain(difference(loaded.document, then))} onClose={() => setIsRestoring(false)} />
              )}
            </>
          )
        }}
      </Loaded>
    </Card>
  )
}
