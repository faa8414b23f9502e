import type { Locator, Page } from 'playwright-core'
import type { Visitor } from './browser.ts'

/** On a phone: unfolds the list of the report's parts and goes to one of them. What is written is saved on the way. */
export async function goToPart({ unfold, press }: Visitor, heading: string): Promise<void> {
  await unfold(/^Steg \d+ av \d+/)
  await press(new RegExp(`^${heading}$`))
}

/** On a phone, from the first page: reads what stands before the report about the unit, and begins to write it. */
export async function beginReport({ open, follow, press, page }: Visitor, unit: string): Promise<string> {
  await open('/')
  await follow(`Skriv rapporten från ${unit}`)
  await press('Börja skriva')
  return new URL(page.url()).pathname
}

/** Returns the part of a page that stands under this heading. */
export function partUnder(page: Page, heading: string): Locator {
  return page.locator('section', { has: page.getByRole('heading', { name: heading, exact: true }) }).last()
}
