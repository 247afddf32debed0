import { Refused } from '@/shared/refusal/Refused'

/** Why something did not work; nothing where it did. */
export function Failed({ failure }: { failure: Error | null }) {
  return failure && <Refused failure={failure} />
}
