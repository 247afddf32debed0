import { describe, expect, it } from 'vitest'
import type { Session, Store } from '@/api/types'
import { storeToWatch, storesToPick } from './ownStores'

const stores = ['north', 'south', 'west'].map((id) => ({ id, name: id, timeZone: 'UTC' })) satisfies Store[]
const of = (reach: string, own: string[]) => ({ rights: { see_board: reach }, stores: own }) as unknown as Session

describe('the stores somebody may look at', () => {
  it('are her own for who belongs to stores, the first of them where none or another is asked for', () => {
    const care = of('own_stores', ['south', 'west'])
    expect(storesToPick(care, stores)?.map(({ id }) => id)).toEqual(['south', 'west'])
    expect(storeToWatch(care, undefined, stores)).toBe('south')
    expect(storeToWatch(care, 'north', undefined)).toBe('south')
    expect(storeToWatch(care, 'west', stores)).toBe('west')
  })

  it('are all for everybody else, and the whole chain where none or an unknown one is asked for', () => {
    const office = of('own_chain', [])
    expect(storesToPick(office, stores)).toBe(stores)
    expect(storeToWatch(office, undefined, stores)).toBeUndefined()
    expect(storeToWatch(office, 'north', undefined)).toBe('north')
    expect(storeToWatch(office, 'mars', stores)).toBeUndefined()
  })
})
