import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

const kinds = ['card_upgrade', 'second_category', 'friend_bought'] as const
const acts = ['comment', 'share', 'course_completed', 'exam_passed', 'profile_completed', 'community_joined', 'experience_shared'] as const

/** What a kind of high-value act is called; a behaviour of the chain's own by its own name. */
export function useActName(): (kind: string) => string {
  const { t } = useTranslation()
  return useCallback(
    (kind) => {
      const known = kinds.find((each) => each === kind)
      if (known) return t(`insights.acts.kind.${known}`)
      const name = kind.replace(/^act:/, '')
      const act = acts.find((each) => each === name)
      return act ? t(`insights.acts.behaviour.${act}`) : name
    },
    [t],
  )
}
