import type { ComponentType } from 'react'
import type { Session } from '@/api/types'
import { may, mayInChain } from '@/shared/chain/ChainContext'
import { late } from '@/shared/late/late'
import { spans, type Span } from '@/shared/period/period'

export interface Section {
  isOpenTo: (session: Session) => boolean
  /** Where figures are of a span of days: which one to begin with, and which there are. */
  period?: { usual: Span; offered: readonly Span[] }
  Content: ComponentType
}

const seesFigures = (session: Session) => may(session, 'see_figures')
/** What is worked out of a whole chain is for those who may see all of it. */
const seesChainValue = (session: Session) => mayInChain(session, 'see_value')

/** Every question that the page answers, in the order of its tabs. */
export const sections = {
  rfm: { isOpenTo: seesChainValue, Content: late(() => import('./rfm/RfmSection'), 'part') },
  retention: { isOpenTo: seesFigures, Content: late(() => import('./retention/RetentionSection'), 'part') },
  visits: {
    isOpenTo: seesFigures,
    period: { usual: '90', offered: ['30', '90', '365'] },
    Content: late(() => import('./visits/VisitsSection'), 'part'),
  },
  renewals: { isOpenTo: (session) => may(session, 'see_members'), Content: late(() => import('./renewals/RenewalsSection'), 'part') },
  nps: { isOpenTo: seesFigures, period: { usual: 'all', offered: spans }, Content: late(() => import('./nps/NpsSection'), 'part') },
  prepaid: { isOpenTo: (session) => may(session, 'see_value'), Content: late(() => import('./prepaid/PrepaidSection'), 'part') },
  growth: { isOpenTo: seesChainValue, Content: late(() => import('./growth/GrowthSection'), 'part') },
  forecast: { isOpenTo: seesChainValue, Content: late(() => import('./forecast/ForecastSection'), 'part') },
} satisfies Record<string, Section>

export type Tab = keyof typeof sections

export function openTo(session: Session): Tab[] {
  return (Object.keys(sections) as Tab[]).filter((tab) => sections[tab].isOpenTo(session))
}

/** The tab that an address means; the first one where it means none that the reader may see. */
export function tabOf(address: string | undefined, offered: readonly Tab[]): Tab | undefined {
  return offered.find((tab) => tab === address) ?? offered[0]
}
