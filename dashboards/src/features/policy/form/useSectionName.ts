import { useTranslation } from 'react-i18next'

/** What a part of the policy is called. */
export function useSectionName(): (id: string) => string {
  const { t } = useTranslation()
  return (id) => t(`policy.section.${id as 'stages'}`)
}
