import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'

describe('a table as CSV', () => {
  it('quotes what would part a field, and begins with a byte order mark', () => {
    expect(csvOf(['member', 'said'], [['M-1', 'well, "fine"'], ['M-2', 'two\nlines']])).toBe(
      '\uFEFFmember,said\r\nM-1,"well, ""fine"""\r\nM-2,"two\nlines"\r\n',
    )
  })

  it('keeps numbers as they are, and leaves empty what is not known', () => {
    expect(csvOf(['a', 'b', 'c'], [[-1.5, null, '-3']])).toContain('-1.5,,-3\r\n')
  })

  it('takes from words what a spreadsheet would run', () => {
    expect(csvOf(['tag'], [['=HYPERLINK("x")']])).toContain(`"'=HYPERLINK(""x"")"`)
  })
})
