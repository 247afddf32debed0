import { fieldsOf } from '../document/difference'
import { pathText, type JsonObject, type Path } from '../document/json'

/** As many as a person looks through. */
const most = 30

/** The fields of which every word that is searched for is in their names, their help, or their path. */
export function searchFields(view: JsonObject, wanted: string, said: (path: Path) => string): { found: Path[]; isMore: boolean } {
  const parts = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  if (parts.length === 0) return { found: [], isMore: false }
  const found = fieldsOf(view)
    .map(({ path }) => path)
    .filter((path) => {
      const text = `${said(path)} ${pathText(path)}`.toLowerCase()
      return parts.every((part) => text.includes(part))
    })
  return { found: found.slice(0, most), isMore: found.length > most }
}
