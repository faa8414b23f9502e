import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import type { Visitor } from './browser.ts'

const patience = 10_000

/** Opens the draft that waits for the visitor, from the first page, and returns its path. */
export async function openDraft({ page, open, follow }: Visitor, unit: string): Promise<string> {
  await open('/')
  await follow(`Gör klart rapporten från ${unit}`)
  return new URL(page.url()).pathname
}

/** Waits until the page says it by itself: nothing is opened anew. */
export async function says(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: patience })
}

/** Writes at the end of a box, key by key, as fingers do. */
export async function writeOn(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByLabel(label, { exact: true })
  await box.focus()
  await page.keyboard.press('Control+End')
  await box.pressSequentially(text, { delay: 2 })
}

/** Returns what stands in a box. */
export function textIn(page: Page, label: string): Promise<string> {
  return page.getByLabel(label, { exact: true }).inputValue()
}

/** Waits until everything is saved, and nothing of it is left on the device. */
export async function isSaved(page: Page): Promise<void> {
  await says(page, /^Sparat kl\. \d\d\.\d\d$/)
  await expect.poll(() => onDevice(page), { timeout: patience, message: 'the device is empty' }).toEqual([])
}

/** Returns the texts that the browser keeps, whoever wrote them. */
export function onDevice(page: Page): Promise<readonly string[]> {
  return page.evaluate('Object.values(localStorage).map((raw) => JSON.parse(raw).text).toSorted()')
}

/** Waits until the server shows the text in the draft to somebody who opens it anew: this visitor, without the page. */
export async function isOnServer({ page }: Visitor, path: string, text: string): Promise<void> {
  const shown = async () => (await (await page.request.get(path)).text()).includes(text)
  await expect.poll(shown, { timeout: patience, message: `the server has “${text}”` }).toBe(true)
}
