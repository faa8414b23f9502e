import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkPaxml } from '../../src/slices/claims/claims.paxml-check.ts'
import { aJourney } from './support/browser.ts'
import { today } from './support/day.ts'
import { letterTo, lineOf } from './support/mailbox.ts'
import { paidFor } from './support/payroll.ts'

const { as, waitUntil } = aJourney({ municipality: 'hedemora', committee: 'omsorgsnamnden' })

const unit = 'Hemtjänst Söder'
/** Maja proposes these, and the first one suits best. */
const [firstTime, secondTime, thirdTime] = ['24 november', '26 november', '1 december'] as const
const begins = '13.30'
const ends = '17.10'
/** Maja Lindroos’s. */
const employmentNumber = '7107'
/** 347 kr for the first hour and 173 kr for each of the two that follow, up to the cap of three hours. */
const fee = /693\skr/

describe('from guideline to payroll file in Hedemora, in the order it happens', () => {
  let visitPath = ''

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
    expect(await maja.page.getByLabel('Dag', { exact: true }).inputValue()).toBe(today)
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
    expect(await maja.page.getByLabel('Day', { exact: true }).inputValue()).toBe('on Tuesday')
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
    await maja.unfold('Föreslå fler tider')
    await maja.write('Dag, tid 2', '2026-11-26')
    await maja.write('Börjar, tid 2', '13.30')
    await maja.write('Slutar, tid 2', '16.30')
    await maja.write('Dag, tid 3', '2026-12-01')
    await maja.write('Börjar, tid 3', '9.00')
    await maja.write('Slutar, tid 3', '12.00')
    await maja.isTurnedBackBy('Skicka förslaget')
    await maja.sees('Besöket tar 3 timmar och 40 minuter, längre än 3 timmar.')
    await maja.sees('Verksamhetsbesök, stycke 3 (HED-07)')
    await maja.tick('Jag har läst det och vill ändå gå vidare')
    await maja.press('Skicka förslaget')
    await maja.sees('Tiderna är skickade. Alla som är inbjudna och enhetens chef får svara på dem.')
    visitPath = new URL(maja.page.url()).pathname
  })

  it('HED-06: Amina and the manager are asked the same at the same time, and answer each time with yes, if need be or no', async () => {
    const amina = await as('Amina Yusuf')
    await amina.follow(`Svara om du kommer till ${unit}`)
    await amina.sees('Vilka tider passar dig?')
    await amina.answer(firstTime, 'Ja')
    await amina.answer(secondTime, 'Vid behov')
    await amina.answer(thirdTime, 'Nej')
    await amina.press('Svara')
    await amina.sees('Svaren om tiderna är sparade.')
    const sofia = await as('Sofia Nyman')
    await sofia.follow(`Svara på förslaget om besök på ${unit}`)
    await sofia.answer(firstTime, 'Vid behov')
    await sofia.answer(secondTime, 'Nej')
    await sofia.answer(thirdTime, 'Ja')
    await sofia.press('Svara')
    const times = sofia.page.getByRole('table', { name: 'De föreslagna tiderna och vad var och en har svarat' })
    const said = async (time: string) =>
      (await times.getByRole('row', { name: time }).getByRole('cell').allTextContents()).slice(0, 3)
    expect(await said(firstTime)).toEqual(['Maja Lindroos; Amina Yusuf', 'Sofia Nyman', '–'])
    expect(await said(secondTime)).toEqual(['Maja Lindroos', 'Amina Yusuf', 'Sofia Nyman'])
    expect(await said(thirdTime)).toEqual(['Maja Lindroos; Sofia Nyman', '–', 'Amina Yusuf'])
    await sofia.sees('Passar flest')
  })

  it('HED-06: the manager chooses the time, which books the visit, and plans whom it meets and where', async () => {
    const sofia = await as('Sofia Nyman')
    // What suits most is marked beforehand.
    const choice = sofia.page.getByRole('group', { name: 'Vilken tid blir det?' })
    expect(await choice.getByRole('radio', { name: firstTime }).isChecked()).toBe(true)
    await sofia.press('Bestäm tiden')
    await sofia.sees('Tiden är vald och besöket är bokat.')
    await sofia.follow('Planera besöket')
    await sofia.write('Program', 'Vi börjar i personalrummet och följer sedan med på två hembesök.')
    await sofia.write('I vilket sammanhang ses ni?', 'Arbetsplatsträff och hembesök')
    await sofia.write('Vilka träffar ni?', 'Brukare, medarbetare på dagen och enhetens chef')
    await sofia.press('Spara')
    await sofia.sees('Programmet är sparat.')
  })

  it('HED-06: each is told by mail with an entry for the calendar, and the visit is in the calendar by month and week', async () => {
    const amina = await as('Amina Yusuf')
    const subject = `Tiden för besöket på ${unit} är vald`
    const toAmina = await letterTo(amina, 'amina.yusuf', subject)
    const toMaja = await letterTo(amina, 'maja.lindroos', subject)
    for (const { calendar } of [toAmina, toMaja]) {
      expect(lineOf(calendar, 'METHOD')).toBe('METHOD:REQUEST')
      expect(lineOf(calendar, 'SUMMARY')).toBe(`SUMMARY:Verksamhetsbesök\\, ${unit}`)
      expect(lineOf(calendar, 'DTSTART')).toBe('DTSTART;TZID=Europe/Stockholm:20261124T133000')
      expect(lineOf(calendar, 'STATUS')).toBe('STATUS:CONFIRMED')
    }
    expect(lineOf(toAmina.calendar, 'UID')).toBe(lineOf(toMaja.calendar, 'UID'))
    expect([lineOf(toAmina.calendar, 'ATTENDEE'), lineOf(toMaja.calendar, 'ATTENDEE')]).toEqual([
      expect.stringContaining('MAILTO:amina.yusuf@'),
      expect.stringContaining('MAILTO:maja.lindroos@'),
    ])
    await amina.open('/')
    await amina.follow('Besök')
    await amina.follow('Månad')
    await amina.sees('Besök november 2026')
    expect(await amina.page.getByRole('link', { name: unit }).count()).toBeGreaterThan(0)
    await amina.follow('Vecka')
    await amina.sees('Besök vecka 48')
    await amina.follow(unit)
    expect(new URL(amina.page.url()).pathname).toBe(visitPath)
  })

  it('HED-09 HED-13: Maja reads all she needs on the way, on one page on the phone', async () => {
    const maja = await as('Maja Lindroos')
    await maja.page.setViewportSize({ width: 390, height: 844 })
    await maja.open(visitPath)
    await maja.follow('Läs inför besöket')
    await maja.sees(`Inför besöket på ${unit}`)
    await maja.sees('Arbetsplatsträff och hembesök')
    await maja.sees('Brukare, medarbetare på dagen och enhetens chef')
    await maja.sees('Du talar för hela nämnden och inte för ditt parti.')
    await maja.sees('Att samtala om')
    const overflow = await maja.page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
    expect(overflow).toBeLessThanOrEqual(0)
    await maja.page.setViewportSize({ width: 1280, height: 720 })
  })

  it('HED-04 HED-08: when Amina could not come it is said at once with its clause, and so is whom the visit did not reach', async () => {
    waitUntil('17.15')
    const maja = await as('Maja Lindroos')
    await maja.open('/')
    await maja.follow(`Besök på ${unit} i dag`)
    await maja.follow('Anteckna närvaro')
    await maja.untick('Amina Yusuf deltog')
    await maja.answer('Samtalade ni med brukare?', 'Ja')
    await maja.write('Hur många? (brukare)', '4')
    await maja.answer('Samtalade ni med enhetens chef?', 'Ja')
    await maja.answer('Samtalade ni med medarbetare?', 'Nej')
    await maja.isTurnedBackBy('Spara närvaron')
    await maja.write('Om nej: varför nådde besöket inte medarbetare?', 'De som arbetade var ute hos brukare.')
    await maja.press('Spara närvaron')
    await maja.sees('Närvaron är antecknad.')
    await maja.sees('Verksamhetsbesök, stycke 1 (HED-04)')
    await maja.sees('Verksamhetsbesök, stycke 2 (HED-08)')
    const met = maja.page.getByRole('table', { name: 'Vilka besöket nådde' }).getByRole('row', { name: /^Brukare/i })
    await expect(met.textContent()).resolves.toMatch(/Ja\s*4/)
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

  it('HED-04 HED-16: the attendance is corrected after the report, and the page says what that changes before it is saved', async () => {
    const maja = await as('Maja Lindroos')
    await maja.open(visitPath)
    await maja.sees('Verksamhetsbesök, stycke 1 (HED-04)')
    await maja.follow('Rätta närvaron')
    await maja.tick('Amina Yusuf deltog')
    await maja.write('Kom (Amina Yusuf)', '14.00')
    await maja.write('Gick (Amina Yusuf)', '15.30')
    await maja.write('Varför rättas närvaron?', 'Amina kom direkt till hembesöken och var inte antecknad.')
    await maja.press('Visa vad som ändras')
    await maja.sees('Inget är sparat än.')
    await maja.sees('14.00–15.30')
    await maja.sees('Det här försvinner')
    await maja.sees('Verksamhetsbesök, stycke 1 (HED-04)')
    await maja.sees('Arvodet räknas om för Amina Yusuf.')
    await maja.press('Spara rättelsen')
    await maja.sees('Närvaron är rättad.')
    await maja.doesNotSee('Verksamhetsbesök, stycke 1 (HED-04)')
    await maja.sees('Amina kom direkt till hembesöken och var inte antecknad.')
    const certificate = await maja.download('Intyg till arbetsgivaren')
    expect(certificate.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(certificate.name).toBe('intyg-2026-11-24.pdf')
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

  it('HED-05: one page says for each unit what was due, invited, answered, done and reported, with the days', async () => {
    const lena = await as('Lena Granqvist')
    await lena.follow('Enheter')
    await lena.follow('Läget 2026')
    const row = lena.page.getByRole('row').filter({ hasText: unit }).filter({ hasText: '24 november 2026' })
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      expect.stringMatching(/^Amina Yusuf: 1 av minst 1\s*Maja Lindroos: 1 av minst 1\s*Uppfyllt$/),
      '24 november 2026 (rapporterat)',
      '24 november 2026',
      '2 av 2, 24 november 2026',
      '24 november 2026',
      '24 november 2026',
    ])
  })
})
