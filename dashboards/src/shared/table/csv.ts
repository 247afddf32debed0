export type CsvValue = string | number | boolean | null | undefined

/** What a spreadsheet would take for a formula: a member's tag must not become one on a manager's machine. */
const formula = /^[=+\-@\t\r]/

function fieldOf(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const harmless = formula.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** RFC 4180, with a byte order mark: without it spreadsheets read Chinese as noise. */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return '\uFEFF' + [header, ...rows].map((row) => row.map(fieldOf).join(',')).join('\r\n') + '\r\n'
}

export function download(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Not at once: the browser begins to read a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
