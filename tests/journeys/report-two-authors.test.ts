import { expect, it } from 'vitest'
import { aJourney } from './support/browser.ts'
import { isOnServer, isSaved, onDevice, openDraft, says, textIn, writeOn } from './support/writing.ts'

// Two who were on the visit write in the same report at the same time, each at a computer of their own.
const unit = 'Hemtjänst Norr'
const { as } = aJourney({ municipality: 'hedemora', committee: 'omsorgsnamnden' })
const [erik, johan] = ['Erik Norling', 'Johan Wikström']
const timeout = 90_000

const both = async () => [await as(erik), await as(johan)] as const

it('in different boxes both texts are saved, although neither page has seen the other’s', { timeout }, async () => {
  const [one, other] = await both()
  const path = await openDraft(one, unit)
  await openDraft(other, unit)
  await Promise.all([
    writeOn(one.page, 'Trivsel', 'Det är lugnt i huset.'),
    writeOn(other.page, 'Fråga 1', 'Hur följs tiderna upp?'),
  ])
  await Promise.all([isSaved(one.page), isSaved(other.page)])
  for (const author of [one, other])
    for (const text of ['Det är lugnt i huset.', 'Hur följs tiderna upp?']) await isOnServer(author, path, text)
})

it('in the same box both texts are shown to the one who came second, who puts them together', { timeout }, async () => {
  const [one, other] = await both()
  const path = await openDraft(one, unit)
  await openDraft(other, unit)
  await writeOn(one.page, 'Idéer om hur verksamheten kan utvecklas', 'Längre frukost.')
  await isSaved(one.page)
  await writeOn(other.page, 'Idéer om hur verksamheten kan utvecklas', 'Fler promenader.')
  await says(other.page, new RegExp(`^${erik} skrev det här`))
  await says(other.page, /^Längre frukost\.$/)
  expect(await textIn(other.page, 'Idéer om hur verksamheten kan utvecklas')).toBe('Fler promenader.')
  await says(other.page, /^Två texter i samma ruta\. Båda är sparade\./)
  await expect.poll(() => onDevice(other.page)).toEqual([])
  // What stands is the first one's, and nothing has been written over it.
  await isOnServer(one, path, 'Längre frukost.')
  expect((await (await one.page.request.get(path)).text()).includes('Fler promenader.')).toBe(false)
  // The second one's waits for its author, on whatever page or device.
  await isOnServer(other, path, 'Fler promenader.')

  const box = other.page.getByLabel('Idéer om hur verksamheten kan utvecklas', { exact: true })
  await box.fill('Längre frukost. Fler promenader.')
  await other.press('Använd det som står i rutan')
  await isOnServer(one, path, 'Längre frukost. Fler promenader.')
  await other.doesNotSee(new RegExp(`^${erik} skrev det här`))
})

it('the one whose page is old meets the text that was put together, and keeps it', { timeout }, async () => {
  const [one] = await both()
  await writeOn(one.page, 'Idéer om hur verksamheten kan utvecklas', ' Och kaffe.')
  await says(one.page, new RegExp(`^${johan} skrev det här`))
  await says(one.page, /^Längre frukost\. Fler promenader\.$/)
  await one.press(`Behåll texten från ${johan}`)
  expect(await textIn(one.page, 'Idéer om hur verksamheten kan utvecklas')).toBe('Längre frukost. Fler promenader.')
})

it('the report is handed in with what both have written', { timeout }, async () => {
  const [one, other] = await both()
  await openDraft(other, unit)
  await writeOn(other.page, 'Trivsel', ' Maten är god.')
  // Not saved yet: pressing the button saves it first.
  await other.press('Spara och gå vidare till färdigställ')
  await other.press('Färdigställ och skicka')
  for (const author of [one, other]) {
    await author.open(new URL(other.page.url()).pathname)
    for (const text of [
      'Det är lugnt i huset. Maten är god.',
      'Hur följs tiderna upp?',
      'Längre frukost. Fler promenader.',
    ])
      await author.sees(text)
    expect(await onDevice(author.page)).toEqual([])
  }
})
