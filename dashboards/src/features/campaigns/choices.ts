import type { Policy, RecallPolicy, SavedSegment } from '@/api/types'

/** What a campaign can be made of: the chain's texts and offers, its kept segments, its tiers. */
export interface Choices {
  templates: readonly string[]
  recall: RecallPolicy
  segments: readonly SavedSegment[]
  tiers: readonly string[]
}

export function choicesOf(policy: Policy, segments: readonly SavedSegment[] | undefined): Choices {
  const recall = policy.recall ?? {}
  return {
    templates: Object.keys(recall.templates ?? {}).toSorted(),
    recall,
    segments: segments ?? [],
    tiers: policy.tiers?.ladder?.map(({ name }) => name) ?? [],
  }
}
