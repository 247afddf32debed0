import { useTranslation } from 'react-i18next'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { Button } from '@/shared/ui/Button'
import { Card } from '@/shared/ui/Card'
import { Empty } from '@/shared/ui/Empty'
import { Loaded } from '@/shared/ui/Loaded'
import type { LoadedPolicy, Scope } from '../draft/policyCalls'
import { useVersions } from './useVersions'
import { VersionRow } from './VersionRow'
import { VersionView } from './VersionView'
import styles from './Versions.module.css'

interface VersionsTabProps {
  scope: Scope
  loaded: LoadedPolicy
  mayRestore: boolean
}

/** What the policy was: who changed what, when and why, and the way back. */
export function VersionsTab({ scope, loaded, mayRestore }: VersionsTabProps) {
  const { t } = useTranslation()
  const chosen = Number(useAddress('version'))
  const versions = useVersions(scope)
  if (Number.isInteger(chosen) && chosen > 0) return <VersionView scope={scope} loaded={loaded} version={chosen} mayRestore={mayRestore} />
  return (
    <Card title={t('policy.versions.title')}>
      <Loaded query={versions} height={240}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <Empty>{t(scope.store === undefined ? 'policy.versions.none' : 'policy.versions.noneOfStore')}</Empty>
          return (
            <>
              <ol className={styles.versions}>
                {items.map((version, index) => (
                  <VersionRow key={version.version} version={version} isNow={index === 0} onOpen={() => writeAddress({ version: String(version.version) })} />
                ))}
              </ol>
              {versions.hasNextPage && (
                <Button disabled={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
                  {t('policy.versions.more')}
                </Button>
              )}
            </>
          )
        }}
      </Loaded>
    </Card>
  )
}
