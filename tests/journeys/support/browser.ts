import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** One person at a browser. What they do is said in the page's own words: links, buttons and labels as they stand there. */
export type Visitor = {
  readonly page: Page
  /** Opens an address below the committee's own, such as `/besok`; and looks at it with axe. */
  readonly open: (path: string) => Promise<void>
  readonly follow: (name: string | RegExp) => Promise<void>
  readonly press: (name: string | RegExp) => Promise<void>
  readonly write: (label: string | RegExp, text: string) => Promise<void>
  readonly choose: (label: string | RegExp, option: string | RegExp) => Promise<void>
  readonly tick: (label: string | RegExp) => Promise<void>
  /** Waits until the page says it, opening it again for what the background work does. */
  readonly sees: (text: string | RegExp) => Promise<void>
  readonly doesNotSee: (text: string | RegExp) => Promise<void>
  readonly download: (name: string | RegExp) => Promise<{ readonly name: string; readonly bytes: Buffer }>
}

export type Journey = {
  /** Signs in as the demonstration's person of that name, in a browser of their own. */
  readonly as: (person: string) => Promise<Visitor>
}

/** Returns how to travel as the people of one of the demonstration's committees. Every page that is met passes axe and logs no error. */
export function aJourney(place: { readonly municipality: string; readonly committee: string }): Journey {
  const start = `/${place.municipality}/${place.committee}`
  const contexts: BrowserContext[] = []
  const visitors = new Map<string, Visitor>()
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: flags })
  })
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await browser.close()
  })
  return {
    as: async (person) => {
      const known = visitors.get(person)
      if (known !== undefined) return known
      const context = await browser.newContext({ baseURL: inject('address'), locale: 'sv-SE', acceptDownloads: true })
      contexts.push(context)
      const page = await context.newPage()
      watch(page)
      await page.goto(`${start}/prova`)
      await page.getByRole('button', { name: `Fortsätt som ${person}`, exact: true }).first().click()
      await page.waitForURL(`**${start}`)
      const visitor = visitorAt(page, start)
      visitors.set(person, visitor)
      return visitor
    },
  }
}

function visitorAt(page: Page, start: string): Visitor {
  const settle = async () => {
    await page.waitForLoadState('load')
    await lookWithAxe(page)
  }
  return {
    page,
    open: async (path) => {
      const answer = await page.goto(path.startsWith(start) ? path : `${start}${path === '/' ? '' : path}`)
      expect(answer?.status(), `${path} answers`).toBeLessThan(400)
      await settle()
    },
    follow: async (name) => {
      await page.getByRole('link', { name }).first().click()
      await settle()
    },
    press: async (name) => {
      await page.getByRole('button', { name }).first().click()
      await settle()
    },
    write: (label, text) => page.getByLabel(label).first().fill(text),
    choose: async (label, option) => {
      const field = page.getByLabel(label).first()
      const options = await field.locator('option').allTextContents()
      const found = options.find((it) => (typeof option === 'string' ? it.includes(option) : option.test(it)))
      expect(found, `an option ${option} among ${options.join(' | ')}`).toBeDefined()
      await field.selectOption({ label: found ?? '' })
    },
    tick: (label) => page.getByLabel(label).first().check(),
    sees: async (text) => {
      await expect
        .poll(
          async () => {
            const isThere = (await page.getByText(text).count()) > 0
            if (!isThere) await page.reload()
            return isThere
          },
          { timeout: 15_000, interval: 500, message: `${page.url()} says ${text}` },
        )
        .toBe(true)
    },
    doesNotSee: async (text) => expect(await page.getByText(text).count(), `${page.url()} says ${text}`).toBe(0),
    download: async (name) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()])
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
    },
  }
}

/** An error in the console, or an answer of 500 and above, fails the journey at the next look. */
function watch(page: Page): void {
  const faults: string[] = []
  faultsOf.set(page, faults)
  page.on('console', (message) => {
    // A form that comes back with 422 is no fault; the browser says so in its console all the same.
    if (message.type() === 'error' && !message.text().includes('status of 422')) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`)
  })
}

const faultsOf = new WeakMap<Page, string[]>()

async function lookWithAxe(page: Page): Promise<void> {
  expect(faultsOf.get(page), `faults at ${page.url()}`).toEqual([])
  await page.evaluate(`${axeSource}; undefined`)
  const violations = await page.evaluate<readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  )
  expect(violations, `axe at ${page.url()}`).toEqual([])
}
