import { useTranslation } from 'react-i18next'
import { useAddress, writeAddress } from '@/shared/address/useAddress'
import { PeriodPicker } from '@/shared/period/PeriodPicker'
import { usePeriod } from '@/shared/period/usePeriod'
import { Loaded } from '@/shared/ui/Loaded'
import { PageFrame } from '@/shared/ui/PageFrame'
import { Segmented } from '@/shared/ui/Segmented'
import { Digests } from './Digests'
import { Messages } from './Messages'
import { PlaybookDetail } from './PlaybookDetail'
import { Playbooks } from './Playbooks'
import { useRecall } from './useRecall'

const views = ['playbooks', 'messages', 'digests'] as const

export default function RecallPage() {
  const { t } = useTranslation()
  const wanted = useAddress('view')
  const view = views.find((each) => each === wanted) ?? 'playbooks'

  return (
    <PageFrame
      title={t('recall.title')}
      intro={t(`recall.intro.${view}`)}
      tools={
        <>
          {view === 'playbooks' && <PeriodPicker usual="all" />}
          <Segmented
            label={t('recall.view.label')}
            value={view}
            options={views.map((id) => ({ id, name: t(`recall.view.${id}`) }))}
            onChoose={(id) => writeAddress({ view: id === 'playbooks' ? undefined : id, playbook: undefined, step: undefined, tab: undefined })}
          />
        </>
      }
    >
      {view === 'playbooks' && <Figures />}
      {view === 'messages' && <Messages />}
      {view === 'digests' && <Digests />}
    </PageFrame>
  )
}

function Figures() {
  const playbook = useAddress('playbook')
  const query = useRecall(usePeriod('all').days)
  return (
    <Loaded query={query} height={480}>
      {(figures) => (playbook === undefined ? <Playbooks figures={figures} /> : <PlaybookDetail figures={figures} name={playbook} />)}
    </Loaded>
  )
}
