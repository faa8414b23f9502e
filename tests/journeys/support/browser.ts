import { createRequire } from 'node:module'
import { mkdirSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { throwawayFolder } from '../../support/memory-folder.ts'
import { type JourneyServer, startServer } from './a-server.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** How long a button, a page or the work in the background may take before the journey fails. */
const patience = 15_000

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
  readonly untick: (label: string | RegExp) => Promise<void>
  /** Answers a question that has a few answers to choose from. */
  readonly answer: (question: string, answer: string) => Promise<void>
  /** Opens what is folded under these words. */
  readonly unfold: (summary: string | RegExp) => Promise<void>
  /** Presses a button and has the form back with what is wrong: status 422, and focus on a summary whose links lead to fields. */
  readonly isTurnedBackBy: (button: string | RegExp) => Promise<void>
  /** Waits until the page says it, opening it again for what the background work does. */
  readonly sees: (text: string | RegExp) => Promise<void>
  readonly doesNotSee: (text: string | RegExp) => Promise<void>
  readonly download: (name: string | RegExp) => Promise<{ readonly name: string; readonly bytes: Buffer }>
}

export type Journey = {
  /** Signs in as the demonstration's person of that name, in a browser of their own. */
  readonly as: (person: string) => Promise<Visitor>
  /** Somebody whom the server does not know, in a new browser. */
  readonly asStranger: (options?: BrowserContextOptions) => Promise<Visitor>
  /** Signs in as `as` does, in a new browser of this kind, which is not used again. */
  readonly asAnew: (person: string, options?: BrowserContextOptions) => Promise<Visitor>
  /** Sets the clock to the time it is outside, which somebody else's signed answers are judged by. */
  readonly waitUntilOutside: () => void
  /** Lets time pass until the clock shows this time of the same day. Whoever comes then signs in anew, as one does after some hours. */
  readonly waitUntil: (time: string) => void
}

/** A phone of today in the hand: narrow, and touched with a finger. */
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

type Expected = {
  /** What the browser's console may say: of answers that the journey is there to get. */
  readonly expectedErrors?: RegExp
}

/**
 * Returns how to travel as the people of one of the demonstration's committees, on a server of the journey's own. Every
 * page that is met passes axe and logs no error.
 */
export function aJourney(
  place: { readonly municipality: string; readonly committee: string },
  { expectedErrors }: Expected = {},
): Journey {
  const start = `/${place.municipality}/${place.committee}`
  const contexts: BrowserContext[] = []
  const visitors = new Map<string, Visitor>()
  let browser: Browser
  let server: JourneyServer
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(await throwawayFolder(), 'nk-journey-'))
    await cp(inject('demonstration'), folder, { recursive: true })
    server = await startServer(folder)
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: flags })
  })
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await browser.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const asStranger = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ baseURL: server.address, locale: 'sv-SE', ...options })
    contexts.push(context)
    context.setDefaultTimeout(patience)
    const page = await context.newPage()
    watch(page, expectedErrors)
    return visitorAt(page, start)
  }
  const asAnew = async (person: string, options: BrowserContextOptions = {}) => {
    const visitor = await asStranger(options)
    await visitor.page.goto(`${start}/prova`)
    await visitor.press(`Fortsätt som ${person}`)
    expect(new URL(visitor.page.url()).pathname).toBe(start)
    return visitor
  }
  return {
    asStranger,
    asAnew,
    waitUntilOutside: () => server.setClockToOutside(),
    as: async (person) => {
      const known = visitors.get(person)
      if (known !== undefined) return known
      const visitor = await asAnew(person)
      visitors.set(person, visitor)
      return visitor
    },
    waitUntil: (time) => {
      server.setClock(time)
      visitors.clear()
    },
  }
}

function visitorAt(page: Page, start: string): Visitor {
  // The header has names too, such as the own one, that a field may share.
  const fields = page.getByRole('main')
  const arrivesBy = (pressed: Locator) => Promise.all([page.waitForEvent('load'), pressed.first().click()])
  const settle = async () => {
    await lookWithAxe(page)
    await keepPicture(page)
  }
  return {
    page,
    open: async (path) => {
      const answer = await page.goto(path.startsWith(start) ? path : `${start}${path === '/' ? '' : path}`)
      expect(answer?.status(), `${path} answers`).toBeLessThan(400)
      await settle()
    },
    follow: async (name) => {
      await arrivesBy(page.getByRole('link', { name }))
      await settle()
    },
    press: async (name) => {
      await arrivesBy(page.getByRole('button', { name }))
      await settle()
    },
    write: (label, text) => fields.getByLabel(label).first().fill(text),
    choose: async (label, option) => {
      const field = fields.getByLabel(label).first()
      const options = await field.locator('option').allTextContents()
      const found = options.find((it) => (typeof option === 'string' ? it.includes(option) : option.test(it)))
      expect(found, `an option ${option} among ${options.join(' | ')}`).toBeDefined()
      await field.selectOption({ label: found ?? '' })
    },
    tick: (label) => fields.getByLabel(label).first().check(),
    untick: (label) => fields.getByLabel(label).first().uncheck(),
    answer: (question, answer) =>
      page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check(),
    unfold: (summary) => page.locator('summary').filter({ hasText: summary }).first().click(),
    isTurnedBackBy: async (button) => {
      const [answer] = await Promise.all([
        page.waitForResponse((it) => it.request().method() === 'POST'),
        arrivesBy(page.getByRole('button', { name: button })),
      ])
      expect(answer.status(), `${page.url()} turns the form back`).toBe(422)
      await settle()
      expect(await page.evaluate(linksOfFocus), `${page.url()} leads to the fields`).toEqual(['found'])
    },
    sees: async (text) => {
      await expect
        .poll(
          async () => {
            const isThere = await comesToSight(page.getByText(text).filter({ visible: true }).first())
            if (!isThere) await page.reload()
            return isThere
          },
          { timeout: patience, interval: 500, message: `${page.url()} says ${text}` },
        )
        .toBe(true)
    },
    doesNotSee: async (text) =>
      expect(await page.getByText(text).filter({ visible: true }).count(), `${page.url()} says ${text}`).toBe(0),
    download: async (name) => {
      // Asked for as the link would: some files are shown in the browser, and some are saved.
      const address = await page.getByRole('link', { name }).first().getAttribute('href')
      const answer = await page.request.get(address ?? '')
      expect(answer.status(), `${address} answers`).toBe(200)
      const [, encoded = ''] = /filename\*=UTF-8''([^;]+)/.exec(answer.headers()['content-disposition'] ?? '') ?? []
      return { name: decodeURIComponent(encoded), bytes: await answer.body() }
    },
  }
}

/** What a script shows takes a moment. What stands there is seen first, however slow the computer: some things are said once. */
async function comesToSight(locator: Locator): Promise<boolean> {
  if (await locator.isVisible()) return true
  return locator.waitFor({ timeout: 500 }).then(
    () => true,
    () => false,
  )
}

/** What the links in what has focus lead to: each a field of the page, or not. */
const linksOfFocus = `[...new Set([...document.activeElement.querySelectorAll('a')].map((link) => document.getElementById(link.hash.slice(1)) === null ? link.hash : 'found'))]`

const pictures = process.env.JOURNEY_PICTURES
let picturesTaken = 0

/** Keeps the page as a picture, wide and as on a phone, in the folder that `JOURNEY_PICTURES` names. */
async function keepPicture(page: Page): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  const address = new URL(page.url()).pathname.replaceAll('/', '_').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
  picturesTaken += 1
  const name = `${String(picturesTaken).padStart(3, '0')}${address}`
  const usual = page.viewportSize()
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: join(pictures, `${name}.${width}.png`), fullPage: true })
  }
  if (usual !== null) await page.setViewportSize(usual)
}

/** An error in the console, or an answer of 500 and above, fails the journey at the next look. */
function watch(page: Page, expected?: RegExp): void {
  const faults: string[] = []
  faultsOf.set(page, faults)
  page.on('console', (message) => {
    // A form that comes back with 422 is no fault, nor a link that is gone; the browser says so in its console all the same.
    if (message.type() !== 'error' || /status of (422|410)/.test(message.text())) return
    if (expected?.test(message.text()) !== true) faults.push(message.text())
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
  const violations = await page.evaluate<
    readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
  >(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  )
  expect(violations, `axe at ${page.url()}`).toEqual([])
}
