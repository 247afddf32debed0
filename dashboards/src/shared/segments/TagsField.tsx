import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Segment } from '@/api/types'
import { Field } from '@/shared/ui/Field'
import { wordsIn } from './tidy'

interface TagsFieldProps {
  tags: Segment['tags']
  onChange: (tags: NonNullable<Segment['tags']>) => void
}

const kinds = ['all', 'any', 'none'] as const

/** Which tags are asked for, several in a line. */
export function TagsField({ tags, onChange }: TagsFieldProps) {
  const { t } = useTranslation()
  const [lines, setLines] = useState(() => Object.fromEntries(kinds.map((kind) => [kind, (tags?.[kind] ?? []).join(', ')])))
  return kinds.map((kind) => (
    <Field
      key={kind}
      label={t(`segment.tags.${kind}`)}
      hint={kind === 'all' ? t('segment.tags.hint') : undefined}
      value={lines[kind]}
      onChange={({ target }) => {
        setLines({ ...lines, [kind]: target.value })
        onChange({ ...tags, [kind]: wordsIn(target.value) })
      }}
    />
  ))
}
