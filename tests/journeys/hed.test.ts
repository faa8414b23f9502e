import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkPaxml } from '../../src/slices/claims/claims.paxml-check.ts'
import { aJourney, phone, type Visitor } from './support/browser.ts'
import { today } from './support/day.ts'
import { letterTo, lineOf } from './support/mailbox.ts'
import { cardOf, markAsPaid } from './support/paid.ts'
import { paidFor } from './support/payroll.ts'
import { goToPart, partUnder } from './support/report.ts'
import { isOnServer, isSaved, onDevice, says, textIn, writeOn } from './support/writing.ts'

const { as, asAnew, waitUntil } = aJourney({ municipality: 'hedemora', committee: 'omsorgsnamnden' })

const unit = 'Hemtjänst Söder'
/** Maja proposes these, and the first one suits best. */
const [firstTime, secondTime, thirdTime] = ['24 november', '26 november', '1 december'] as const
const begins = '13.30'
const ends = '17.10'
/** Maja Lindroos’s and Amina Yusuf’s. */
const [majasNumber, aminasNumber] = ['7107', '7103']
/** A number that nobody has: the tax agency gives it out for tests. */
const personalNumber = '811218-9876'
const visit = `${unit}, 24 november 2026`
const aboutStaff = 'En undersköterska är otrevlig mot de gamla.'
const support = 'Stöd som behövs från förvaltning och nämnd'
const question = 'Hur följer nämnden upp tiderna på kvällen?'
/** 347 kr for the first hour and 173 kr for each of the two that follow, up to the cap of three hours. */
const fee = /693\skr/

describe('from guideline to payroll file in Hedemora, in the order it happens', () => {
  let visitPath = ''
  let draftPath = ''
  let reportPath = ''
  let majasPhone: Visitor
  let aminasPhone: Visitor

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

  it('HED-04 HED-16: Amina had come to the home visits, and the page says what that changes before it is saved', async () => {
    const maja = await as('Maja Lindroos')
    await maja.open(visitPath)
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

  it('HED-16: without a report nothing is paid: the claim is there by itself, waits for it, and nobody can pass it on', async () => {
    const maja = await as('Maja Lindroos')
    await maja.open('/arvoden')
    await maja.sees(unit)
    await maja.sees(fee)
    await maja.sees('Övrigt, stycke 2')
    const claim = maja.page.getByRole('article').filter({ hasText: unit }).filter({ hasText: '24 november 2026' })
    await expect(claim.textContent()).resolves.toMatch(/Blir\s693\skr när\sallt\sär\spå\splats/)
    await expect(claim.textContent()).resolves.toContain('Kvar att göra före utbetalningen')
    await expect(claim.textContent()).resolves.toContain('Skriv rapporten om besöket och gör den klar.')
    expect(await claim.getByRole('link', { name: `Skriv rapporten om ${unit}, 24 november 2026` }).count()).toBe(1)
    // Amina confirms her time early: that is the form, and the report is still missing.
    const amina = await as('Amina Yusuf')
    await amina.open('/arvoden')
    await amina.press(`Bekräfta ${unit}, 24 november 2026`)
    await amina.sees('Bekräftat')
    const lena = await as('Lena Granqvist')
    await lena.open('/arvoden/kontroll')
    expect(await lena.page.getByRole('main').getByLabel(`: ${unit}, 24 november 2026`).count()).toBe(0)
  })

  it('HED-08 HED-10 HED-13: Maja begins the report on her phone, where the visit and what it did not reach stand already', async () => {
    majasPhone = await asAnew('Maja Lindroos', phone)
    const { open, follow, press, sees, page } = majasPhone
    await open('/')
    await follow(`Skriv rapporten från ${unit}`)
    await sees('Amina Yusuf och Maja Lindroos skriver rapporten tillsammans.')
    await sees('Frågor som griper in i hur verksamheten sköts')
    await sees('Ingen enskild ledamot lovar vad nämnden ska göra.')
    await press('Börja skriva')
    draftPath = new URL(page.url()).pathname
    await sees('Det här är ett utkast. Det är ingen allmän handling än.')
    await sees('Steg 1 av 12')
    const met = page.getByRole('table', { name: 'Vilka besöket nådde' })
    await expect(met.getByRole('row', { name: /^Medarbetare/ }).textContent()).resolves.toMatch(
      /Nej.*De som arbetade var ute hos brukare\./,
    )
    await sees('Verksamhetsbesök, stycke 3')
    await majasPhone.write('Förklaring till avvikelsen (HED-07)', 'Hembesöken låg långt ifrån varandra.')
    await press('Spara och nästa')
    await sees('Steg 2 av 12')
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  })

  it('HED-09: both write on the guideline’s topics, each on a phone at the same time, and each reads what the other wrote', async () => {
    aminasPhone = await asAnew('Amina Yusuf', phone)
    await aminasPhone.open('/')
    await aminasPhone.follow(`Gör klart rapporten från ${unit}`)
    await goToPart(aminasPhone, 'Trivsel')
    await aminasPhone.sees('I samtal med brukare')
    await Promise.all([
      writeOn(majasPhone.page, 'Trygghet', 'De vi träffade känner sina vårdare vid namn, och det ger lugn.'),
      writeOn(aminasPhone.page, 'Trivsel', 'Brukarna trivs med sina promenader.'),
    ])
    await Promise.all([isSaved(majasPhone.page), isSaved(aminasPhone.page)])
    await goToPart(majasPhone, 'Trivsel')
    expect(await textIn(majasPhone.page, 'Trivsel')).toBe('Brukarna trivs med sina promenader.')
    await goToPart(aminasPhone, 'Trygghet')
    expect(await textIn(aminasPhone.page, 'Trygghet')).toMatch(/^De vi träffade/)
    // Medarbetare were not met: the guideline recommends the topic all the same, and it may stand empty.
    await goToPart(aminasPhone, 'Kopplingen till kommunens mål')
    await aminasPhone.sees('Bör tas upp.')
  })

  it('HED-10: the guard says at the sentence what is a personal number, and what the guideline leaves to the manager', async () => {
    await goToPart(aminasPhone, support)
    await writeOn(
      aminasPhone.page,
      support,
      `Brukaren med ${personalNumber} väntar på sin hemhjälp. ${aboutStaff} Chefen önskar tidigare besked om nya system.`,
    )
    await isSaved(aminasPhone.page)
    await says(aminasPhone.page, '2 meningar att ta ställning till')
    await says(aminasPhone.page, 'Det här ser ut som ett personnummer.')
    await says(aminasPhone.page, 'Det här ser ut att handla om personal.')
    await says(aminasPhone.page, /HED-10, Kontaktpolitiker, stycke 4: Frågor som griper in i hur verksamheten sköts\./)
    await isOnServer(aminasPhone, draftPath, aboutStaff)
  })

  it('HED-10: nothing is handed in before somebody has decided: the number goes, and the matter goes to the manager', async () => {
    await goToPart(majasPhone, 'Titta igenom och lämna in')
    await majasPhone.press('Spara och gå vidare till färdigställ')
    await majasPhone.sees('Kontroll före inlämning')
    await majasPhone.sees('Det finns meningar kvar att ta ställning till.')
    await majasPhone.sees('2 meningar att ta ställning till')

    await aminasPhone.press('Ta ställning i kontrollen')
    await aminasPhone.press(/^Ta bort bara de markerade orden i meningen som börjar ”Brukaren/)
    await aminasPhone.sees('1 mening att ta ställning till')
    await aminasPhone.press(/^Överlämna till enhetens chef i stället i meningen som börjar ”En undersköterska/)
    await aminasPhone.sees('Meningen är flyttad ur rapporten')
    await aminasPhone.sees('Inget att ta ställning till')
    await aminasPhone.sees('Till Sofia Nyman, 24 november 2026. Inte öppnat än.')
    await aminasPhone.follow('Till utkastet')
    await goToPart(aminasPhone, support)
    expect(await textIn(aminasPhone.page, support)).toMatch(
      /^Brukaren med\s+väntar på sin hemhjälp\.\s+Chefen önskar tidigare besked om nya system\.$/,
    )
  })

  it('HED-10: the manager reads what was handed over, takes it on and answers, and only the one who wrote it sees that', async () => {
    const sofia = await as('Sofia Nyman')
    await sofia.open('/')
    await sofia.follow('Läs det som är överlämnat till dig')
    await sofia.follow(/^Läs det som överlämnades 24 november 2026/)
    await sofia.sees(aboutStaff)
    await sofia.sees('HED-10, Kontaktpolitiker, stycke 4')
    await sofia.press('Jag tar hand om det här')
    await sofia.sees('Tack. Avsändaren ser att du har tagit emot det.')
    await sofia.write('Svara med en rad', 'Tack, det tar jag upp i dag.')
    await sofia.press('Skicka svaret')
    await aminasPhone.open(draftPath)
    await aminasPhone.sees('Till Sofia Nyman, 24 november 2026. Besvarat.')
    await aminasPhone.sees('Svar: Tack, det tar jag upp i dag.')
    for (const other of [majasPhone, await as('Lena Granqvist')]) {
      await other.open(draftPath)
      await other.doesNotSee(aboutStaff)
      await other.doesNotSee('Svar: Tack, det tar jag upp i dag.')
    }
  })

  it('HED-09: proposals stand one by one with who is to answer, and questions for the meeting', async () => {
    const { page, press } = majasPhone
    await goToPart(majasPhone, 'Frågor till nämnden att diskutera')
    await writeOn(page, 'Fråga 1', question)
    // One of the guideline's topics has the same name; the list says which is which.
    await goToPart(majasPhone, 'Förslag till förbättringar')
    await writeOn(page, 'Förslag 1', 'Skicka ett sms när ett besök blir försenat.')
    await majasPhone.choose('Vem ska svara på förslag 1?', 'enhetens chef')
    await press('Spara och lägg till ett förslag')
    await writeOn(page, 'Förslag 2', 'Låt brukarna välja tid för sin promenad.')
    await majasPhone.choose('Vem ska svara på förslag 2?', 'nämnden')
    await isSaved(page)
  })

  it('HED-09 HED-11: Amina signs, and Maja hands the report in when the page has said who gets it and what it becomes', async () => {
    await goToPart(aminasPhone, 'Titta igenom och lämna in')
    await aminasPhone.press('Spara och skriv under')
    await aminasPhone.sees('Du har skrivit under.')
    await goToPart(majasPhone, 'Titta igenom och lämna in')
    await majasPhone.sees(/Amina Yusuf: Skrev under/)
    await majasPhone.press('Spara och gå vidare till färdigställ')
    for (const what of [
      'När rapporten färdigställs blir den en allmän handling, med diarienummer.',
      'Den färdiga rapporten går till enhetens chef. Den lämnar inte myndigheten.',
      'Den skickas till enhetens chef: Sofia Nyman.',
      'Den går med handlingarna till sammanträdet 16 december 2026',
      'Rapporten är underlag för ert arvode.',
    ])
      await majasPhone.sees(what)
    await majasPhone.press('Färdigställ och skicka')
    await majasPhone.sees('Det här är en allmän handling')
    reportPath = new URL(majasPhone.page.url()).pathname
    await aminasPhone.open(reportPath)
    for (const { page, sees, doesNotSee } of [majasPhone, aminasPhone]) {
      await sees('Alla som skrev rapporten undertecknar den.')
      for (const name of ['Amina Yusuf', 'Maja Lindroos']) await sees(new RegExp(`^${name}: Skrev under`))
      await sees('Skicka ett sms när ett besök blir försenat. (svar begärs av enhetens chef)')
      await sees('Låt brukarna välja tid för sin promenad. (svar begärs av nämnden)')
      await sees('De som arbetade var ute hos brukare.')
      await sees('Förklaring: Hembesöken låg långt ifrån varandra.')
      await doesNotSee(personalNumber)
      expect(await onDevice(page)).toEqual([])
    }
    await majasPhone.doesNotSee(aboutStaff)
    const pdf = await majasPhone.download('Rapporten som fil')
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.bytes.toString('latin1')).toContain('pdfaid:part')
  })

  it('HED-11: the manager is told by mail and reads the report, which says that it has come', async () => {
    const sofia = await as('Sofia Nyman')
    const { text } = await letterTo(sofia, 'sofia.nyman', `Ny rapport från besök på ${unit}`)
    expect(text).toContain(reportPath)
    await sofia.open('/')
    await sofia.follow(`Läs rapporten från besöket på ${unit}`)
    await sofia.sees('Sofia Nyman, 24 november 2026')
    await sofia.sees('Skicka ett sms när ett besök blir försenat.')
    await sofia.doesNotSee(aboutStaff)
  })

  it('HED-14: the other contact politicians read it before the meeting, unread first, and the secretary sees who has', async () => {
    const sten = await as('Sten Åkerblom')
    await sten.follow('Rapporter')
    await sten.follow('Öppna listan att läsa')
    await sten.sees('Till sammanträdet 16 december 2026')
    await sten.sees(/Nästa sammanträde är/)
    const unread = /^(En rapport är oläst|\d+ rapporter är olästa)\./
    const before = await sten.page.getByText(unread).textContent()
    const row = sten.page.getByRole('row', { name: new RegExp(unit) }).filter({ hasText: '24 november 2026' })
    await expect(row.textContent()).resolves.toContain('Oläst')
    await sten.follow(unit)
    expect(new URL(sten.page.url()).pathname).toBe(reportPath)
    await sten.press('Läst – visa nästa olästa')
    await sten.open('/rapporter')
    await sten.follow('Öppna listan att läsa')
    await expect(row.textContent()).resolves.toContain('Läst 24 november 2026')
    expect(await sten.page.getByText(unread).textContent()).not.toBe(before)
    const lena = await as('Lena Granqvist')
    await lena.open(reportPath)
    const readings = partUnder(lena.page, 'Läsning')
    await expect(readings.textContent()).resolves.toMatch(/Har läst.*Sten Åkerblom.*Har inte läst.*Karin Sandell/s)
    await lena.open('/rapporter')
    await lena.follow('Vem har läst vad?')
    const sandell = lena.page.getByRole('row', { name: /^Karin Sandell/ })
    await expect(sandell.textContent()).resolves.toContain(unit)
  })

  it('HED-04 HED-16: the attendance is corrected after the report, which stays as it was and says so', async () => {
    const maja = await as('Maja Lindroos')
    await maja.open(visitPath)
    await maja.follow('Rätta närvaron')
    await maja.write('Gick (Amina Yusuf)', '16.30')
    await maja.write('Varför rättas närvaron?', 'Amina var med vid det sista hembesöket också.')
    await maja.press('Visa vad som ändras')
    await maja.sees('14.00–16.30')
    await maja.sees('Arvodet räknas om för Amina Yusuf.')
    await maja.press('Spara rättelsen')
    await maja.sees('Närvaron är rättad.')
    await maja.open(reportPath)
    await maja.sees('Närvaron har rättats efter att rapporten lämnades in')
    await maja.sees(/Amina Yusuf, kl\. 14\.00–16\.30/)
    await maja.sees(/Amina Yusuf, .*kl\. 14\.00–15\.30/)
  })

  it('HED-16: the report and the attendance say different times: the fee stops until the report is put right', async () => {
    const said = 'Närvaron är 14.00–16.30, men rapporten säger 14.00–15.30.'
    // What she confirmed before was another time, and she confirms on the phone, in one step.
    await aminasPhone.open('/arvoden')
    await aminasPhone.press(`Bekräfta ${visit}`)
    await expect(cardOf(aminasPhone, visit).textContent()).resolves.toContain(said)
    await aminasPhone.sees('Är rapporten fel rättas den, så att båda säger samma tid.')
    const lena = await as('Lena Granqvist')
    await lena.open('/arvoden/kontroll')
    const name = `Amina Yusuf: ${visit}`
    await expect(cardOf(lena, name).textContent()).resolves.toContain(said)
    expect(await lena.page.getByRole('checkbox', { name }).count()).toBe(0)
    await aminasPhone.open(reportPath)
    await aminasPhone.follow('Rätta rapporten')
    await aminasPhone.tick('Ta med den rättade närvaron')
    await aminasPhone.write('Vad är ändrat, och varför?', 'Jag var med vid det sista hembesöket också.')
    await aminasPhone.press('Lämna in rättelsen')
    await aminasPhone.sees('Det här är version 2 av rapporten')
    await aminasPhone.open('/arvoden')
    await aminasPhone.doesNotSee(said)
  })

  it('HED-11: the secretary gets the papers of the next meeting as one package with the report in it', async () => {
    const lena = await as('Lena Granqvist')
    await lena.open('/sammantraden')
    await lena.follow('16 december 2026')
    await lena.sees(unit)
    await lena.sees(question)
    const { bytes } = await lena.download('Handlingarna samlade')
    const files = unzipSync(bytes)
    expect(Object.keys(files).filter((name) => name.endsWith('.pdf')).length).toBeGreaterThanOrEqual(2)
    const manifest = Object.entries(files).find(
      ([name]) => name.endsWith('.json') || name.endsWith('.csv') || name.endsWith('.txt'),
    )
    expect(strFromU8(manifest?.[1] ?? new Uint8Array())).toContain(unit)
  })

  it('HED-15 HED-16: Maja confirms the time on the phone in one step, which is the fee form', async () => {
    await majasPhone.open('/arvoden')
    await majasPhone.press(`Bekräfta ${visit}`)
    await majasPhone.sees('Bekräftat')
  })

  it('HED-15: the secretary checks, and somebody else than the claimant approves', async () => {
    const lena = await as('Lena Granqvist')
    await lena.open('/')
    await lena.follow(/Kontrollera \d+ arvodesunderlag/)
    for (const name of ['Maja Lindroos', 'Amina Yusuf']) await lena.tick(new RegExp(`^${name}: ${visit}`))
    await lena.tick(/^Karin Sandell/)
    await lena.press('Kontrollerat: de valda stämmer')
    const karin = await as('Karin Sandell')
    await karin.open('/arvoden/attest')
    await karin.sees('Karin Sandell (ditt eget, någon annan tar det)')
    await karin.sees('Vad du skriver under')
    expect(
      await karin.page
        .getByRole('main')
        .getByLabel(/^Karin Sandell/)
        .count(),
    ).toBe(0)
    for (const name of ['Maja Lindroos', 'Amina Yusuf']) await karin.tick(new RegExp(`^${name}: ${visit}`))
    await karin.press('Attestera de valda')
    const erik = await as('Erik Norling')
    await erik.follow(/Attestera/)
    await erik.tick(/^Karin Sandell/)
    await erik.press('Attestera de valda')
  })

  it('HED-15: the fee officer makes the payroll file, which holds the amounts, and says when payroll has paid', async () => {
    const peter = await as('Peter Holmberg')
    await peter.follow(/Lämna \d+ arvodesunderlag till lön/)
    await peter.press('Skapa lönefil')
    const paxml = (await peter.download('Lönefil till lönesystemet')).bytes.toString('utf8')
    expect(checkPaxml(paxml)).toEqual([])
    expect(paidFor(paxml, `${unit} ${today}`)).toEqual(
      new Map([
        [aminasNumber, 606_50],
        [majasNumber, 693_00],
      ]),
    )
    const csv = (await peter.download('Samma rader för kalkylprogram')).bytes.toString('utf8')
    expect(csv).toContain(`${unit} ${today}`)
    await markAsPaid(peter)
  })

  it('HED-15 HED-16: Maja reads on her phone that it is paid, and why it is no more than three hours', async () => {
    await majasPhone.open('/arvoden')
    const card = cardOf(majasPhone, visit)
    await expect(card.textContent()).resolves.toMatch(
      /Utbetalt.*693\skr.*Lämnat till lön 24 november 2026 i lönefil \d+: 693\skr\. Utbetalt 24 november 2026\./s,
    )
    await card.locator('summary').filter({ hasText: 'Skäl och uträkning' }).tap()
    await card.getByText('3 timmar av 3 timmar och 40 minuter').first().waitFor()
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
