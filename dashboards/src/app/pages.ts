import type { ComponentType } from 'react'
import type { Session } from '@/api/types'
import { may, type Right } from '@/shared/chain/ChainContext'
import { late } from '@/shared/late/late'
import type { IconName } from '@/shared/ui/Icon'

interface PageEntry {
  icon: IconName
  /** What the reader must be allowed to do for the page to be of any use to her. */
  needs: Right
  /** Whether it is in the navigation; what is not is come to from another page. */
  isListed: boolean
  Page: ComponentType
}

/** Every page of a chain. Each but the board loads when it is first opened. */
export const pages = {
  board: { icon: 'board', needs: 'see_board', isListed: true, Page: late(() => import('./BoardPage')) },
  queue: { icon: 'bell', needs: 'see_tasks', isListed: true, Page: late(() => import('./QueuePage')) },
  members: { icon: 'people', needs: 'see_members', isListed: true, Page: late(() => import('@/features/members/MembersPage')) },
  member: { icon: 'person', needs: 'see_members', isListed: false, Page: late(() => import('@/features/member/MemberPage')) },
  recall: { icon: 'path', needs: 'see_figures', isListed: true, Page: late(() => import('@/features/recall/RecallPage')) },
  campaigns: { icon: 'horn', needs: 'see_campaigns', isListed: true, Page: late(() => import('@/features/campaigns/CampaignsPage')) },
  insights: { icon: 'chart', needs: 'see_figures', isListed: true, Page: late(() => import('@/features/insights/InsightsPage')) },
  stores: { icon: 'shop', needs: 'see_board', isListed: true, Page: late(() => import('@/features/stores/StoresPage')) },
  policy: { icon: 'rules', needs: 'see_policy', isListed: true, Page: late(() => import('@/features/policy/PolicyPage')) },
} satisfies Record<string, PageEntry>

export type Page = keyof typeof pages

const names = Object.keys(pages) as Page[]

/** The page that an address means; whatever it does not know is the board. */
export function pageOf(address: string | undefined): Page {
  return names.find((page) => page === address) ?? 'board'
}

/** Which pages the navigation offers somebody. */
export function listedFor(session: Session): Page[] {
  return names.filter((page) => pages[page].isListed && may(session, pages[page].needs))
}
