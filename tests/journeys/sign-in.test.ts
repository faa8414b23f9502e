import { afterAll, expect, it } from 'vitest'
import { systemClock } from '../../src/platform/clock.ts'
import { anOidcProvider, type TestProvider } from '../support/oidc-peer.ts'
import { aSamlProvider, type SamlProvider } from '../support/saml-peer.ts'
import { aJourney, type Visitor } from './support/browser.ts'

// What only a browser knows: whether its cookies come along on the way back from another site, and whether the page's policy
// lets it go there. The services stand on 127.0.0.1 and the product on localhost: two sites to a browser.
const place = '/hedemora/omsorgsnamnden'
const journey = aJourney({ municipality: 'hedemora', committee: 'omsorgsnamnden' })
const administrator = 'Niklas Thor'
const timeout = 60_000

let oidc: TestProvider | undefined
let saml: SamlProvider | undefined
afterAll(async () => {
  await oidc?.stop()
  await saml?.stop()
})

const pathOf = ({ page }: Visitor) => new URL(page.url()).pathname

/** The addresses that the page says are to be registered at the service. */
async function addressesToRegister({ page }: Visitor): Promise<readonly string[]> {
  const texts = await page.locator('dd').allTextContents()
  return texts.map((text) => text.trim()).filter((text) => text.startsWith('http'))
}

/** Waits at the service’s page with its form and posts it, as its own script would. */
async function postBack({ page }: Visitor): Promise<void> {
  await Promise.all([page.waitForURL(/\/\/localhost/), page.evaluate('document.forms[0].submit()')])
}

it('an OpenID provider is added, tried and opened by the administrator', { timeout }, async () => {
  journey.waitUntilOutside()
  const person = await journey.as(administrator)
  await person.open('/installningar/inloggning')
  await person.follow(/Lägg till OpenID Connect/)
  const provider = await anOidcProvider((await addressesToRegister(person)).filter((it) => it.endsWith('/svar')))
  oidc = provider
  await person.write('Text på knappen', 'Logga in med kommunens konto')
  await person.write('Utfärdare (issuer)', provider.issuer)
  await person.write('Klient-id', provider.clientId)
  await person.write('Klienthemlighet', provider.clientSecret)
  await person.write('Fält med anställningsnummer', 'employeeid')
  await person.press('Spara')
  await person.sees('Behöver provas')
  provider.comes({ sub: 'karin-1', employeeid: '7101' })
  await person.follow('Prova tjänsten')
  await person.sees('Det fungerar')
  await person.sees('Karin Sandell')
  await person.follow('Till tjänsten')
  await person.press('Slå på')
  await person.sees('Slå av')
})

it('somebody comes in by it, there and back between two sites', { timeout }, async () => {
  journey.waitUntilOutside()
  oidc?.comes({ sub: 'karin-1', employeeid: '7101' })
  const person = await journey.asStranger()
  await person.page.goto('/hedemora/logga-in')
  await person.follow('Logga in med kommunens konto')
  expect(pathOf(person)).toBe(place)
  await person.sees('Karin Sandell')
  await person.press('Logga ut')
})

it('whoever the provider knows and the register does not is told whom to write to', { timeout }, async () => {
  journey.waitUntilOutside()
  oidc?.comes({ sub: 'somebody-else', employeeid: '1' })
  const person = await journey.asStranger()
  await person.page.goto('/hedemora/logga-in')
  await person.follow('Logga in med kommunens konto')
  await person.sees('Vi känner inte igen dig här')
  await person.page.goto(place)
  expect(pathOf(person)).not.toBe(place)
})

it('a SAML provider is added, and its answer from another site signs somebody in', { timeout }, async () => {
  journey.waitUntilOutside()
  const provider = await aSamlProvider(systemClock.now)
  saml = provider
  const person = await journey.as(administrator)
  await person.open('/installningar/inloggning')
  await person.follow(/Lägg till SAML/)
  const [metadataAddress = ''] = (await addressesToRegister(person)).filter((it) => it.endsWith('/metadata'))
  await person.write('Text på knappen', 'Logga in med AD FS')
  await person.write('Klistra in tjänstens metadata', provider.metadata)
  await person.press('Spara')
  const metadata = await person.page.request.get(metadataAddress)
  expect(metadata.status()).toBe(200)
  provider.trust(await metadata.text())
  const attributes = { 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/employeenumber': '7102' }
  provider.comes({ nameId: 'erik-1', attributes })
  await person.page.getByRole('link', { name: 'Prova tjänsten' }).click()
  await postBack(person)
  await person.sees('Det fungerar')
  await person.follow('Till tjänsten')
  await person.press('Slå på')

  provider.comes({ nameId: 'erik-1', attributes })
  const erik = await journey.asStranger()
  await erik.page.goto('/hedemora/logga-in')
  await erik.page.getByRole('link', { name: 'Logga in med AD FS' }).click()
  await postBack(erik)
  expect(pathOf(erik)).toBe(place)
  await erik.sees('Erik Norling')
})
