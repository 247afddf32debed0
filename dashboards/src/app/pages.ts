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
  /** Fetches its scripts; more than once is as good as once. */
  load: () => Promise<{ default: ComponentType }>
}

function loaded(load: PageEntry['load']): Pick<PageEntry, 'Page' | 'load'> {
  return { Page: late(load), load }
}

/** Every page of a chain. Each loads when it is first opened. */
export const pages = {
  board: { icon: 'board', needs: 'see_board', isListed: true, ...loaded(() => import('./BoardPage')) },
  queue: { icon: 'bell', needs: 'see_tasks', isListed: true, ...loaded(() => import('./QueuePage')) },
  members: { icon: 'people', needs: 'see_members', isListed: true, ...loaded(() => import('@/features/members/MembersPage')) },
  member: { icon: 'person', needs: 'see_members', isListed: false, ...loaded(() => import('@/features/member/MemberPage')) },
  recall: { icon: 'path', needs: 'see_figures', isListed: true, ...loaded(() => import('@/features/recall/RecallPage')) },
  campaigns: { icon: 'horn', needs: 'see_campaigns', isListed: true, ...loaded(() => import('@/features/campaigns/CampaignsPage')) },
  insights: { icon: 'chart', needs: 'see_figures', isListed: true, ...loaded(() => import('@/features/insights/InsightsPage')) },
  stores: { icon: 'shop', needs: 'see_board', isListed: true, ...loaded(() => import('@/features/stores/StoresPage')) },
  policy: { icon: 'rules', needs: 'see_policy', isListed: true, ...loaded(() => import('@/features/policy/PolicyPage')) },
} satisfies Record<string, PageEntry>

export type Page = keyof typeof pages

const names = Object.keys(pages) as Page[]

/** The page that an address means; whatever it does not know is the board. */
export function pageOf(address: string | undefined): Page {
  return names.find((page) => page === address) ?? 'board'
}

/**
 * Begins to fetch the page that an address means, while it is still being found out who is there and in which words she reads: on a
 * slow line each of these waits for an answer. What cannot be fetched is asked for again when it is to be shown.
 */
export function fetchAhead(address: string | undefined): void {
  pages[pageOf(address)].load().catch(() => undefined)
}

/** Which pages the navigation offers somebody. */
export function listedFor(session: Session): Page[] {
  return names.filter((page) => pages[page].isListed && may(session, pages[page].needs))
}
