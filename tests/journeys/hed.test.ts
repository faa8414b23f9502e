import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkPaxml } from '../../src/slices/claims/claims.paxml-check.ts'
import { aJourney } from './support/browser.ts'
import { today } from './support/day.ts'
import { paidFor } from './support/payroll.ts'

const { as, waitUntil } = aJourney({ municipality: 'hedemora', committee: 'omsorgsnamnden' })

const unit = 'Hemtjänst Söder'
const begins = '13.30'
const ends = '17.10'
/** Maja Lindroos’s. */
const employmentNumber = '7107'
/** 347 kr for the first hour and 173 kr for each of the two that follow, up to the cap of three hours. */
const fee = /693\skr/

describe('from guideline to payroll file in Hedemora, in the order it happens', () => {
  it('HED-01 HED-03: the secretary reads the guideline back, with clause, force and bearer, and the local answers apart', async () => {
    const lena = await as('Lena Granqvist')
    await lena.follow('Riktlinje')
    await lena.sees('Riktlinje för omsorgsnämndens kontaktpolitiker')
    await lena.sees('ON042-23 700')
    await lena.sees('Bland enhetens kontaktpolitiker finns majoriteten och oppositionen företrädda.')
    await lena.sees('Verksamhetsbesök, stycke 1')
    await lena.sees('Är tre timmar per besök ett tak eller en fast tid?')
    await lena.sees('Påhittat för demonstrationen')
  })

  it('HED-03: the appointments stand, a pair with both blocs for each unit', async () => {
    const lena = await as('Lena Granqvist')
    await lena.follow('Uppdrag')
    await lena.sees(unit)
    await lena.sees('Amina Yusuf')
    await lena.sees('Maja Lindroos')
  })

  it('HED-06 HED-13: Maja has a visit due, and a booking without hours comes back with what she wrote', async () => {
    const maja = await as('Maja Lindroos')
    await maja.follow(`Boka besök på ${unit}`)
    await maja.sees('Du talar för hela nämnden och inte för ditt parti.')
    await maja.write('Dag', today)
    await maja.isTurnedBackBy('Skicka förslaget')
    await maja.sees('Skriv när besöket börjar.')
    expect(await maja.page.getByLabel('Dag').inputValue()).toBe(today)
  })

  it('HED-06: the same form in English on a phone comes back in English', async () => {
    const maja = await as('Maja Lindroos')
    await maja.page.setViewportSize({ width: 390, height: 844 })
    await maja.press('English')
    await maja.open('/')
    await maja.follow(`Book a visit to ${unit}`)
    await maja.write('Day', 'on Tuesday')
    await maja.isTurnedBackBy('Send the proposal')
    await maja.sees('Write the day as year, month and day')
    expect(await maja.page.getByLabel('Day').inputValue()).toBe('on Tuesday')
    await maja.press('Svenska')
    await maja.page.setViewportSize({ width: 1280, height: 720 })
  })

  it('HED-07: a visit of more than three hours is said to be longer than it should be, before it is sent', async () => {
    const maja = await as('Maja Lindroos')
    await maja.open('/')
    await maja.follow(`Boka besök på ${unit}`)
    await maja.write('Dag', today)
    await maja.write('Börjar', begins)
    await maja.write('Slutar', ends)
    await maja.isTurnedBackBy('Skicka förslaget')
    await maja.sees('Besöket tar 3 timmar och 40 minuter, längre än 3 timmar.')
    await maja.sees('Verksamhetsbesök, stycke 3 (HED-07)')
    await maja.tick('Jag har läst det och vill ändå gå vidare')
    await maja.press('Skicka förslaget')
    await maja.sees('Förslaget är skickat till enhetens chef')
  })

  it('HED-06: Amina answers yes, and the manager plans and confirms', async () => {
    const amina = await as('Amina Yusuf')
    await amina.follow(`Svara om du kommer till ${unit}`)
    await amina.tick('Ja')
    await amina.press('Svara')
    await amina.sees('Svaret är sparat.')
    const sofia = await as('Sofia Nyman')
    await sofia.follow(`Svara på förslaget om besök på ${unit}`)
    await sofia.follow('Planera och bekräfta')
    await sofia.write('Program', 'Vi börjar i personalrummet och följer sedan med på två hembesök.')
    await sofia.press('Spara och bekräfta besöket')
    await sofia.sees('Besöket är bekräftat')
  })

  it('HED-04 HED-08: when Amina could not come it is said at once with its clause, and so is whom the visit did not reach', async () => {
    waitUntil('17.15')
    const maja = await as('Maja Lindroos')
    await maja.open('/')
    await maja.follow(`Besök på ${unit} i dag`)
    await maja.follow('Anteckna närvaro')
    await maja.untick('Amina Yusuf deltog')
    await maja.answer('Samtalade ni med brukare?', 'Ja')
    await maja.answer('Samtalade ni med enhetens chef?', 'Ja')
    await maja.answer('Samtalade ni med medarbetare?', 'Nej')
    await maja.isTurnedBackBy('Spara närvaron')
    await maja.write('Om nej: varför nådde besöket inte medarbetare?', 'De som arbetade var ute hos brukare.')
    await maja.press('Spara närvaron')
    await maja.sees('Närvaron är antecknad.')
    await maja.sees('Verksamhetsbesök, stycke 1 (HED-04)')
    await maja.sees('Verksamhetsbesök, stycke 2 (HED-08)')
  })

  it('HED-16: the fee claim is there by itself and says what it waits for', async () => {
    const maja = await as('Maja Lindroos')
    await maja.open('/arvoden')
    await maja.sees(unit)
    await maja.sees(fee)
    await maja.sees('Övrigt, stycke 2')
  })

  it('HED-09 HED-10 HED-11: Maja writes the report on the guideline’s topics and finishes it', async () => {
    const maja = await as('Maja Lindroos')
    await maja.follow(`Skriv rapporten om ${unit}`)
    await maja.sees('Frågor som griper in i hur verksamheten sköts')
    await maja.press('Börja skriva')
    await maja.write('Trygghet', 'De vi träffade känner sina vårdare vid namn, och det ger lugn.')
    await maja.write('Förslag 1', 'Skicka ett sms när ett besök blir försenat.')
    await maja.write('Fråga 1', 'Hur följer nämnden upp tiderna på kvällen?')
    await maja.press('Spara och gå vidare till färdigställ')
    await maja.sees('Sofia Nyman')
    await maja.press('Färdigställ och skicka')
    await maja.sees('Allmän handling')
    const pdf = await maja.download('Rapporten som fil')
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.bytes.toString('latin1')).toContain('pdfaid:part')
  })

  it('HED-11 HED-14: the manager reads it, and it lies among the unread of the other contact politicians', async () => {
    const sofia = await as('Sofia Nyman')
    await sofia.open('/rapporter')
    await sofia.sees(unit)
    const sten = await as('Sten Åkerblom')
    await sten.follow('Rapporter')
    await sten.sees(unit)
    await sten.press(`Markera som läst: ${unit}`)
  })

  it('HED-11: the secretary gets the papers of the next meeting as one package with the report in it', async () => {
    const lena = await as('Lena Granqvist')
    await lena.open('/sammantraden')
    await lena.follow('16 december 2026')
    await lena.sees(unit)
    await lena.sees('Hur följer nämnden upp tiderna på kvällen?')
    const { bytes } = await lena.download('Handlingarna samlade')
    const files = unzipSync(bytes)
    expect(Object.keys(files).filter((name) => name.endsWith('.pdf')).length).toBeGreaterThanOrEqual(2)
    const manifest = Object.entries(files).find(
      ([name]) => name.endsWith('.json') || name.endsWith('.csv') || name.endsWith('.txt'),
    )
    expect(strFromU8(manifest?.[1] ?? new Uint8Array())).toContain(unit)
  })

  it('HED-15 HED-16: Maja confirms the time, which is the fee form', async () => {
    const maja = await as('Maja Lindroos')
    await maja.open('/arvoden')
    await maja.press(`Bekräfta ${unit}, 24 november 2026`)
    await maja.sees('Bekräftat')
  })

  it('HED-15: the secretary checks, and somebody else than the claimant approves', async () => {
    const lena = await as('Lena Granqvist')
    await lena.open('/')
    await lena.follow(/Kontrollera \d+ arvodesunderlag/)
    await lena.tick(/^Maja Lindroos: Hemtjänst Söder, 24 november 2026/)
    await lena.tick(/^Karin Sandell/)
    await lena.press('Kontrollerat: de valda stämmer')
    const karin = await as('Karin Sandell')
    await karin.open('/arvoden/attest')
    await karin.sees('Karin Sandell (ditt eget, någon annan tar det)')
    expect(
      await karin.page
        .getByRole('main')
        .getByLabel(/^Karin Sandell/)
        .count(),
    ).toBe(0)
    await karin.tick(/^Maja Lindroos: Hemtjänst Söder, 24 november 2026/)
    await karin.press('Attestera de valda')
    const erik = await as('Erik Norling')
    await erik.follow(/Attestera/)
    await erik.tick(/^Karin Sandell/)
    await erik.press('Attestera de valda')
  })

  it('HED-15: the fee officer makes the payroll file, and it holds the amount', async () => {
    const peter = await as('Peter Holmberg')
    await peter.follow(/Lämna \d+ arvodesunderlag till lön/)
    await peter.press('Skapa lönefil')
    const paxml = (await peter.download('Lönefil till lönesystemet')).bytes.toString('utf8')
    expect(checkPaxml(paxml)).toEqual([])
    expect(paidFor(paxml, `${unit} ${today}`)).toEqual(new Map([[employmentNumber, 693_00]]))
    const csv = (await peter.download('Samma rader för kalkylprogram')).bytes.toString('utf8')
    expect(csv).toContain(`${unit} ${today}`)
  })

  it('HED-05 HED-12: the year’s page shows the visits against the guideline, as material for the quality work', async () => {
    const lena = await as('Lena Granqvist')
    await lena.follow('Sammanställning')
    await lena.sees('Sammanfattning av kontaktpolitikernas rapporter 2026')
    await lena.sees('Rapporterna ingår i det systematiska kvalitetsarbetet')
    await lena.sees('Maja Lindroos, Hemtjänst Söder')
  })
})
