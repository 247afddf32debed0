import { expect, it } from 'vitest'
import { nameOf } from './nameOf'

it('a segment gets a name for programs, whatever language its title is in', () => {
  expect(nameOf('Dormant VIPs, north!', 0)).toBe('dormant_vips_north')
  expect(nameOf('沉睡会员', 35)).toBe('segment_z')
})
