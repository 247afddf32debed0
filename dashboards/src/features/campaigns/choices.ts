import type { Policy, RecallPolicy, SavedSegment } from '@/api/types'

/** What a campaign can be made of: the chain's texts and offers, its kept segments. */
export interface Choices {
  templates: readonly string[]
  recall: RecallPolicy
  segments: readonly SavedSegment[]
}

export function choicesOf(policy: Policy, segments: readonly SavedSegment[] | undefined): Choices {
  const recall = policy.recall ?? {}
  return {
    templates: Object.keys(recall.templates ?? {}).toSorted(),
    recall,
    segments: segments ?? [],
  }
}
