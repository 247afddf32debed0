import { render, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { i18next } from '@/shared/i18n'
import { Card } from '../ui/Card'
import { DataTable } from './DataTable'

const table = (isTitleHidden: boolean) => (
  <DataTable title="Stores" isTitleHidden={isTitleHidden} columns={[{ id: 'name', title: 'Name', value: (row) => row.name }]} rows={[{ name: 'North' }]} rowId={(row) => row.name} empty={null} />
)

beforeEach(() => i18next.changeLanguage('en'))

describe('the download of a table', () => {
  it('stands in the head of the card that says the table’s title', () => {
    render(<Card title="Side by side">{table(true)}</Card>)
    expect(within(screen.getByRole('banner', { hidden: true })).getByRole('button', { name: /Stores/ })).toBeVisible()
  })

  it('stands beside the title where the table says it itself, and where there is no card', () => {
    const { unmount } = render(<Card title="Side by side">{table(false)}</Card>)
    expect(screen.getByRole('heading', { name: 'Stores' }).parentElement).toContainElement(screen.getByRole('button', { name: /Stores/ }))
    unmount()
    render(table(true))
    expect(screen.getByRole('button', { name: /Stores/ })).toBeVisible()
  })
})
