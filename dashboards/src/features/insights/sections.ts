import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { Session } from '@/api/types'
import { may, mayInChain } from '@/shared/chain/ChainContext'
import { spans, type Span } from '@/shared/period/period'

export interface Section {
  isOpenTo: (session: Session) => boolean
  /** Where figures are of a span of days: which one to begin with, and which there are. */
  period?: { usual: Span; offered: readonly Span[] }
  Content: ComponentType | LazyExoticComponent<ComponentType>
}

const seesFigures = (session: Session) => may(session, 'see_figures')
/** What is worked out of a whole chain is for those who may see all of it. */
const seesChainValue = (session: Session) => mayInChain(session, 'see_value')

/** Every question that the page answers, in the order of its tabs. */
export const sections = {
  rfm: { isOpenTo: seesChainValue, Content: lazy(() => import('./rfm/RfmSection')) },
  retention: { isOpenTo: seesFigures, Content: lazy(() => import('./retention/RetentionSection')) },
  visits: {
    isOpenTo: seesFigures,
    period: { usual: '90', offered: ['30', '90', '365'] },
    Content: lazy(() => import('./visits/VisitsSection')),
  },
  renewals: { isOpenTo: (session) => may(session, 'see_members'), Content: lazy(() => import('./renewals/RenewalsSection')) },
  nps: { isOpenTo: seesFigures, period: { usual: 'all', offered: spans }, Content: lazy(() => import('./nps/NpsSection')) },
  prepaid: { isOpenTo: (session) => may(session, 'see_value'), Content: lazy(() => import('./prepaid/PrepaidSection')) },
  growth: { isOpenTo: seesChainValue, Content: lazy(() => import('./growth/GrowthSection')) },
  forecast: { isOpenTo: seesChainValue, Content: lazy(() => import('./forecast/ForecastSection')) },
} satisfies Record<string, Section>

export type Tab = keyof typeof sections

export function openTo(session: Session): Tab[] {
  return (Object.keys(sections) as Tab[]).filter((tab) => sections[tab].isOpenTo(session))
}

/** The tab that an address means; the first one where it means none that the reader may see. */
export function tabOf(address: string | undefined, offered: readonly Tab[]): Tab | undefined {
  return offered.find((tab) => tab === address) ?? offered[0]
}
