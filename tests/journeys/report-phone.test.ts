import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { aJourney, phone, type Visitor } from './support/browser.ts'
import { isOnServer, isSaved, onDevice, openDraft, says, textIn, writeOn } from './support/writing.ts'

// A report written with a thumb, where the network comes and goes, sessions end and telephones are lent. The server is real,
// and so is what the browser keeps.
const unit = 'Hemtjänst Norr'
const place = { municipality: 'hedemora', committee: 'omsorgsnamnden' }
const { asAnew, asStranger } = aJourney(place, { expectedErrors: /ERR_INTERNET_DISCONNECTED|status of (401|403)/ })
const erik = 'Erik Norling'
const johan = 'Johan Wikström'
const timeout = 90_000

const offline = /^Ingen kontakt\. Det du skriver ligger kvar på den här enheten/
const signedOut = /^Du är utloggad\. Det du skriver ligger kvar på den här enheten/
const next = 'Spara och nästa'

const stepOf = (page: Page) => page.locator('.ui-steps__here').textContent()
const cutOff = ({ page }: Visitor, isOffline: boolean) => page.context().setOffline(isOffline)

/** Opens the draft at its first topic. */
async function atFirstTopic(visitor: Visitor): Promise<string> {
  const path = await openDraft(visitor, unit)
  await visitor.press(next)
  expect(await stepOf(visitor.page)).toBe('Steg 2 av 12')
  return path
}

it('what is written without network stays on the phone, and is on the server when the network is back', {
  timeout,
}, async () => {
  const visitor = await asAnew(erik, phone)
  const { page } = visitor
  const path = await atFirstTopic(visitor)
  await writeOn(page, 'Trygghet', ' Med nät.')
  await isSaved(page)
  await isOnServer(visitor, path, 'Med nät.')
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)

  await cutOff(visitor, true)
  await writeOn(page, 'Trygghet', ' Utan nät.')
  await says(page, offline)
  expect(await page.locator('[data-autosave] [role=status]').textContent()).toMatch(offline)
  // The next topic is there without the server.
  await page.getByRole('button', { name: next }).filter({ visible: true }).tap()
  await expect.poll(() => stepOf(page)).toBe('Steg 3 av 12')
  await writeOn(page, 'Trivsel', 'Trivseln är god, skrivet utan nät.')
  expect((await onDevice(page)).map((text) => text.slice(-9))).toEqual(['Utan nät.', 'utan nät.'])

  await cutOff(visitor, false)
  await isSaved(page)
  await isOnServer(visitor, path, 'Med nät. Utan nät.')
  await isOnServer(visitor, path, 'Trivseln är god, skrivet utan nät.')
})

it('a page that is closed, and one that cannot be opened, gives everything back when it opens again', {
  timeout,
}, async () => {
  const visitor = await asAnew(erik, phone)
  const { page } = visitor
  const context = page.context()
  const path = await atFirstTopic(visitor)
  const hasSent = async (text: string) => (await (await context.request.get(path)).text()).includes(text)
  await cutOff(visitor, true)
  await writeOn(page, 'Trygghet', ' Före omladdningen.')
  await says(page, offline)
  await expect(page.reload()).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
  await cutOff(visitor, false)
  await page.goto(`${path}?amne=2`)
  expect(await textIn(page, 'Trygghet')).toMatch(/ Före omladdningen\.$/)
  await isOnServer(visitor, path, 'Före omladdningen.')
  await expect.poll(() => onDevice(page)).toEqual([])

  await cutOff(visitor, true)
  await writeOn(page, 'Trygghet', ' Före slutet.')
  await says(page, offline)
  expect(await onDevice(page)).toEqual([expect.stringContaining('Före slutet.')])
  // The telephone needs its memory for something else: the page ends without a word.
  await page.goto('chrome://crash').catch(() => undefined)
  await page.close()
  await context.setOffline(false)
  expect(await hasSent('Före slutet.')).toBe(false)
  const again = await context.newPage()
  await again.goto(`${path}?amne=2`)
  expect(await textIn(again, 'Trygghet')).toMatch(/ Före omladdningen\. Före slutet\.$/)
  await expect.poll(() => hasSent('Före omladdningen. Före slutet.')).toBe(true)
  await expect.poll(() => onDevice(again)).toEqual([])
})

it('whoever is signed out in the middle signs in from the page, comes back to it and has everything', {
  timeout,
}, async () => {
  const visitor = await asAnew(erik, phone)
  const { page, press } = visitor
  const path = await atFirstTopic(visitor)
  await page.context().clearCookies()
  await writeOn(page, 'Trygghet', ' Utloggad.')
  await says(page, signedOut)
  await page.getByRole('link', { name: 'Logga in och fortsätt här' }).filter({ visible: true }).tap()
  await press(`Fortsätt som ${erik}`)
  expect(new URL(page.url()).pathname).toBe(path)
  await isSaved(page)
  await isOnServer(visitor, path, 'Utloggad.')
})

it('whoever has signed in anew in another tab writes on without noticing', { timeout }, async () => {
  const visitor = await asAnew(erik, phone)
  const { page } = visitor
  const path = await atFirstTopic(visitor)
  await page.context().clearCookies()
  const other = await page.context().newPage()
  await other.goto(`/${place.municipality}/${place.committee}/prova`)
  await other
    .getByRole('button', { name: `Fortsätt som ${erik}` })
    .first()
    .click()
  // The sign-in is there once its answer has come: a tab that is closed before takes it along.
  await other.waitForURL((url) => !url.pathname.endsWith('/prova'))
  await other.close()
  await writeOn(page, 'Trygghet', ' Efter ny inloggning.')
  await isSaved(page)
  await isOnServer(visitor, path, 'Efter ny inloggning.')
})

it('on a phone that another uses meanwhile nothing of the first is shown or sent, and it is there when they are back', {
  timeout,
}, async () => {
  const visitor = await asAnew(erik, phone)
  const { page } = visitor
  const path = await atFirstTopic(visitor)
  await cutOff(visitor, true)
  await writeOn(page, 'Trygghet', ' Bara den förstas.')
  await says(page, offline)
  await page.context().clearCookies()
  await page.goto('about:blank')
  await cutOff(visitor, false)
  const signInAs = async (person: string) => {
    await page.goto(`/${place.municipality}/${place.committee}/prova`)
    await page
      .getByRole('button', { name: `Fortsätt som ${person}` })
      .first()
      .click()
    await page.waitForURL(`**/${place.committee}`)
    await page.goto(`${path}?amne=2`)
  }
  await signInAs(johan)
  expect(await textIn(page, 'Trygghet')).not.toContain('Bara den förstas.')
  await writeOn(page, 'Trygghet', ' Den andra också.')
  await says(page, /^Sparat kl\./)
  expect(await onDevice(page)).toEqual([expect.stringContaining('Bara den förstas.')])
  expect((await (await page.request.get(path)).text()).includes('Bara den förstas.')).toBe(false)

  await page.context().clearCookies()
  await signInAs(erik)
  // Johan has written there since: Erik's stands in his box, Johan's beside it, and neither is lost.
  expect(await textIn(page, 'Trygghet')).toContain('Bara den förstas.')
  await says(page, new RegExp(`${johan} skrev det här`))
  await says(page, /Den andra också\./)
  await page.getByRole('button', { name: `Behåll texten från ${johan}` }).tap()
  await says(page, /^Ditt val är sparat/)
  expect(await onDevice(page)).toEqual([])
})

it('a phone that can keep nothing says so in time', { timeout }, async () => {
  const visitor = await asAnew(erik, phone)
  const { page } = visitor
  await page.addInitScript("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
  await atFirstTopic(visitor)
  await cutOff(visitor, true)
  await writeOn(page, 'Trygghet', ' Ingen plats.')
  await says(page, /^Ingen kontakt, och det går inte att spara på den här enheten\./)
  await cutOff(visitor, false)
  await isSaved(page)
})

it('without script a form outlives the session: sign in beside it, and send it again', { timeout }, async () => {
  // Without script axe cannot look either.
  const visitor = await asStranger({ ...phone, javaScriptEnabled: false })
  const { page } = visitor
  await page.goto(`/${place.municipality}/${place.committee}/prova`)
  await page
    .getByRole('button', { name: `Fortsätt som ${erik}` })
    .first()
    .tap()
  await page.getByRole('link', { name: `Gör klart rapporten från ${unit}` }).tap()
  await page.waitForURL(/utkast$/)
  const path = new URL(page.url()).pathname
  await page.getByRole('button', { name: next }).filter({ visible: true }).tap()
  await page.waitForURL(/amne=2/)
  await page.getByLabel('Trygghet', { exact: true }).fill('Skrivet utan skript,\npå två rader.')
  await page.context().clearCookies()
  await page.getByRole('button', { name: next }).filter({ visible: true }).tap()
  await says(page, 'Du har blivit utloggad')
  const [beside] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: /^Logga in \(öppnas i en ny flik\)/ }).tap(),
  ])
  await beside
    .getByRole('button', { name: `Fortsätt som ${erik}` })
    .first()
    .click()
  await beside.waitForURL(`**/${place.committee}`)
  await beside.close()
  await page.getByRole('button', { name: 'Skicka igen' }).tap()
  await says(page, new RegExp(`Du är inloggad som ${erik}`))
  await page.getByRole('button', { name: `Skicka som ${erik}` }).tap()
  await page.waitForURL(/amne=3/)
  await isOnServer(visitor, path, 'Skrivet utan skript,\npå två rader.')
})

it('when the report is handed in the phone has nothing of it left, whoever wrote there', { timeout }, async () => {
  const visitor = await asAnew(johan, phone)
  const { page, press } = visitor
  await atFirstTopic(visitor)
  await cutOff(visitor, true)
  await writeOn(page, 'Trygghet', ' Aldrig skickat.')
  await says(page, offline)
  await page.context().clearCookies()
  await page.goto('about:blank')
  await cutOff(visitor, false)

  await page.goto(`/${place.municipality}/${place.committee}/prova`)
  await press(`Fortsätt som ${erik}`)
  await openDraft(visitor, unit)
  expect((await onDevice(page)).length).toBe(1)
  await page.goto(`${page.url()}?amne=12`)
  await press('Spara och gå vidare till färdigställ')
  await press('Färdigställ och skicka')
  await says(page, 'Allmän handling')
  expect(await page.evaluate('localStorage.length')).toBe(0)
})
