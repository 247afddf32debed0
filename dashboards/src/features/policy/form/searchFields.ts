import { fieldsOf } from '../document/difference'
import { pathText, type JsonObject, type Path } from '../document/json'

/** As many as a person looks through. */
const most = 30

interface Found {
  path: Path
  text: string
}

/** What there is to search in: gathered once, for it is many words. */
export function indexOf(view: JsonObject, said: (path: Path) => string): Found[] {
  return fieldsOf(view).map(({ path }) => ({ path, text: `${said(path)} ${pathText(path)}`.toLowerCase() }))
}

/** The fields of which every word that is searched for is in their names, their help, or their path. */
export function searchFields(index: readonly Found[], wanted: string): { found: Path[]; isMore: boolean } {
  const parts = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  if (parts.length === 0) return { found: [], isMore: false }
  const found = index.filter(({ text }) => parts.every((part) => text.includes(part))).map(({ path }) => path)
  return { found: found.slice(0, most), isMore: found.length > most }
}
