import { useState } from 'react'
import type { Path } from '../document/json'
import { useFieldWords } from '../words/useFieldWords'
import { FoundFields } from './FoundFields'
import { usePolicyForm } from './PolicyForm'
import { indexOf, searchFields } from './searchFields'
import type { Section } from './sections'

interface SearchProps {
  sections: readonly Section[]
  wanted: string
  onOpen: (section: string) => void
}

/** The fields that have the words that are searched for. */
export function Search({ sections, wanted, onOpen }: SearchProps) {
  const { root, view } = usePolicyForm()
  const words = useFieldWords(root)
  const said = (path: Path) => [...words.wayTo(path), words.of(path).help ?? ''].join(' ')
  // As of when the search began: which fields there are hardly changes while one is looked for.
  const [index] = useState(() => indexOf(view, said))
  return <FoundFields sections={sections} {...searchFields(index, wanted)} onOpen={onOpen} />
}
