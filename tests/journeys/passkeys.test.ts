import { expect, it } from 'vitest'
import { aJourney, type Visitor } from './support/browser.ts'

// The browser has an authenticator of its own that answers as a finger on a phone would; everything else is as people
// meet it: the page's script, the policy that lets it load, cookies, and the real server.
const place = { municipality: 'hedemora', committee: 'omsorgsnamnden' }
const journey = aJourney(place)
const secretary = 'Lena Granqvist'

it('a passkey is made, signs its owner in without a name, and is removed', { timeout: 60_000 }, async () => {
  const person = await journey.as(secretary)
  const device = await aDevice(person)

  await person.open('/konto/nycklar')
  await person.follow('Lägg till passnyckel')
  await person.write('Vad ska passnyckeln heta?', 'Min surfplatta')
  await person.press('Skapa passnyckel')
  await person.sees('Min surfplatta')
  expect(new URL(person.page.url()).pathname).toBe('/hedemora/omsorgsnamnden/konto/nycklar')
  expect(await device.count()).toBe(1)

  await person.press('Logga ut')
  await person.page.goto(`/${place.municipality}/logga-in`)
  await person.follow('Logga in med passnyckel')
  await person.press('Logga in med passnyckel')
  await person.sees(secretary)
  expect(new URL(person.page.url()).pathname).toBe('/hedemora/omsorgsnamnden')

  await person.open('/konto/nycklar')
  await person.follow('Ändra')
  await person.press('Ta bort passnyckeln')
  await person.sees('Du har ingen passnyckel ännu.')

  // The device still has its half; it opens nothing.
  await person.press('Logga ut')
  await person.page.goto(`/${place.municipality}/logga-in/passnyckel`)
  await person.press('Logga in med passnyckel')
  await person.sees('Det gick inte att logga in med den passnyckeln.')
})

/** Gives the browser a device that knows its owner, as Chromium can by its debugging protocol. */
async function aDevice({ page }: Visitor) {
  const debugging = await page.context().newCDPSession(page)
  await debugging.send('WebAuthn.enable')
  const { authenticatorId } = await debugging.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    /** How many passkeys the device keeps. */
    count: async () => {
      const { credentials } = await debugging.send('WebAuthn.getCredentials', { authenticatorId })
      return credentials.length
    },
  }
}
