import type { Playbook, PlaybookFigures, PlaybookStep } from '@/api/types'

/** A step of a playbook, and who stands on it: for whom it has come, and the next has not. */
export interface Rung {
  /** From 0. */
  index: number
  /** Undefined where the policy cannot be seen, or has the playbook no more. */
  step: PlaybookStep | undefined
  members: number
}

export interface Ladder {
  /** Who has entered and waits for the first step. */
  waiting: number
  rungs: readonly Rung[]
  /** The most who stand in one place, to draw the others beside; at least 1. */
  most: number
}

export function ladderOf(figures: Pick<PlaybookFigures, 'steps'>, playbook: Playbook | undefined): Ladder {
  const standing = new Map(figures.steps.map(({ taken, members }) => [taken, members]))
  const height = Math.max(playbook?.steps.length ?? 0, ...standing.keys())
  const rungs = Array.from({ length: height }, (_, index) => ({
    index,
    step: playbook?.steps[index],
    members: standing.get(index + 1) ?? 0,
  }))
  const waiting = standing.get(0) ?? 0
  return { waiting, rungs, most: Math.max(1, waiting, ...rungs.map(({ members }) => members)) }
}

/** Playbooks in which something goes on come first; then those that are on; what the policy has no more is last. */
export function inOrderOfUse(playbooks: readonly PlaybookFigures[]): PlaybookFigures[] {
  const use = ({ members, entered, enabled }: PlaybookFigures) => (members > 0 ? 4 : 0) + (entered > 0 ? 2 : 0) + (enabled ? 1 : 0)
  return playbooks.toSorted((one, other) => use(other) - use(one) || other.members - one.members || other.entered - one.entered)
}
