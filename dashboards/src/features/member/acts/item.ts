import type { components } from '@/api/schema'

export type EventItem = components['schemas']['Event']

/** What can be told of her from her page. */
export const actKinds = ['visit', 'purchase', 'checkin', 'complaint', 'survey', 'tag'] as const

export type ActKind = (typeof actKinds)[number]

/** What stands in the fields of the form; those that a kind does not ask for are empty. */
export interface ActFields {
  service: string
  amount: string
  order: string
  category: string
  score: string
  tag: string
}

export const noFields: ActFields = { service: '', amount: '', order: '', category: '', score: '', tag: '' }

interface Whose {
  id: string
  member: string
  /** The store at whose desk it is told; her home store where none is looked at. */
  store: string | undefined
}

/** Whether there is enough to tell. */
export function isComplete(kind: ActKind, { amount, score, tag }: ActFields): boolean {
  switch (kind) {
    case 'purchase':
      return amount !== '' && Number(amount) >= 0
    case 'survey':
      return score !== ''
    case 'tag':
      return tag.trim() !== ''
    default:
      return true
  }
}

/** The item that is sent. It happened now, by the server's clock: nobody's own is asked. */
export function itemOf(kind: ActKind, fields: ActFields, { id, member, store }: Whose): EventItem {
  const item: EventItem = { id, type: kind, member, ...(store === undefined ? {} : { store }) }
  const given = (name: string, text: string) => (text.trim() === '' ? {} : { [name]: text.trim() })
  switch (kind) {
    case 'visit':
      return { ...item, ...given('service', fields.service) }
    case 'purchase': {
      const amount = Number(fields.amount)
      const category = fields.category.trim()
      return { ...item, amount, ...given('orderId', fields.order), ...(category === '' ? {} : { items: [{ category, amount }] }) }
    }
    case 'survey':
      return { ...item, score: Number(fields.score) }
    case 'tag':
      return { ...item, name: fields.tag.trim() }
    default:
      return item
  }
}
