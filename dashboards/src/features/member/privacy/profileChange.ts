import type { Profile } from '@/api/types'

/** What of her profile is written down in the form. The chain's own fields stay as they are. */
export const profileFields = ['name', 'phone', 'email', 'gender', 'birthday', 'birthYear', 'address', 'language', 'note'] as const

export type ProfileField = (typeof profileFields)[number]
export type ProfileDraft = Record<ProfileField, string>

/** What is known, to be changed; of what is masked nothing is known, and what is left empty then stays as it is. */
export function draftOf(profile: Profile | null | undefined): ProfileDraft {
  const known = profile != null && !profile.masked ? profile : undefined
  return Object.fromEntries(profileFields.map((field) => [field, String(known?.[field] ?? '')])) as ProfileDraft
}

/** What changed, and nothing else: an emptied field is forgotten. */
export function changeOf(before: ProfileDraft, after: ProfileDraft): Record<string, string | number | null> {
  const changed = profileFields.filter((field) => before[field] !== after[field].trim())
  return Object.fromEntries(
    changed.map((field) => {
      const text = after[field].trim()
      if (text === '') return [field, null]
      return [field, field === 'birthYear' ? Number(text) : text]
    }),
  )
}
