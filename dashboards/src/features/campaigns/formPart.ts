import type { Draft } from './draft'
import type { Faults } from './faults'

/** What every part of the form is given. */
export interface FormPart {
  draft: Draft
  change: (changes: Partial<Draft>) => void
  faults: Faults
}
