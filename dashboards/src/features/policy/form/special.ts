import type { ComponentType } from 'react'
import type { Path } from '../document/json'
import { BenefitsEditor } from '../editors/BenefitsEditor'
import { LockedFields } from '../editors/LockedFields'
import { PlaybooksEditor } from '../editors/PlaybooksEditor'
import { StageLadder } from '../editors/StageLadder'
import { TextsEditor } from '../editors/TextsEditor'
import { TiersEditor } from '../editors/TiersEditor'
import { WeekEditor } from '../editors/WeekEditor'

/** Editors for what a form by the schema would do badly, by path. */
export const special: Readonly<Record<string, ComponentType<{ path: Path }> | undefined>> = {
  stages: StageLadder,
  'tiers.ladder': TiersEditor,
  'benefits.joined': BenefitsEditor,
  'recall.playbooks': PlaybooksEditor,
  'recall.templates': TextsEditor,
  'recall.offers': TextsEditor,
  'recall.scripts': TextsEditor,
  'care.openingHours.weekly': WeekEditor,
  locked: LockedFields,
}
