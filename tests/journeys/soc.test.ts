import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkPaxml } from '../../src/slices/claims/claims.paxml-check.ts'
import { aPng } from '../support/a-png.ts'
import { aJourney, phone, type Visitor } from './support/browser.ts'
import { today } from './support/day.ts'
import { letterTo } from './support/mailbox.ts'
import { cardOf, readReceipt } from './support/paid.ts'
import { paidFor } from './support/payroll.ts'
import { beginReport, goToPart } from './support/report.ts'
import { isSaved, says, writeOn } from './support/writing.ts'

const { as, asAnew, waitUntil } = aJourney({ municipality: 'sjovik', committee: 'socialnamnden' })

const unit = 'Boendet Strandvillan'
/** Run by a company on the committee’s behalf. */
const privateUnit = 'Vårdboendet Sjöglimt'
const freeText = 'Vad ni såg och hörde'
const question = 'Hur vill nämnden följa den nya avdelningen?'
const aboutStaff = 'En undersköterska är otrevlig mot de boende.'
const begins = '13.30'
const ends = '18.00'
/** Anna-Lisa Berglund’s and Ulla Thorén’s. */
const [chairsNumber, ullasNumber] = ['7101', '7104']
/** 347 kr for the first hour and 173 kr for each of the three that follow, up to the cap of four hours. */
const fee = /866\skr/
/** With 24 kilometres at 2.50 kr, and what Ulla has paid for parking. */
const ullasTotal = 866_00 + 60_00 + 45_00
const visit = `${unit}, 24 november 2026`

describe('from guideline to payroll file in Sjövik, where a third visit of the year needs a reason', () => {
  let visitPath = ''
  let privateVisitPath = ''
  let privateReportPath = ''
  let ullasPhone: Visitor
  let oskarsPhone: Visitor

  it('SOC-02 SOC-04: the secretary reads the guideline back, with clause, force and bearer', async () => {
    const gunilla = await as('Gunilla Frisk')
    await gunilla.follow('Riktlinje')
    await gunilla.sees('Riktlinje för kontaktpolitiker i socialnämnden')
    await gunilla.sees('Kontaktpolitikernas syfte och uppdrag, stycke 1')
    await gunilla.sees('Årets kontaktbesök')
    await gunilla.sees('ordföranden')
  })

  it('SOC-02: the appointments stand, and nobody is appointed where the provider has not agreed', async () => {
    const gunilla = await as('Gunilla Frisk')
    await gunilla.follow('Uppdrag')
    await gunilla.sees(unit)
    await gunilla.sees('Anna-Lisa Berglund')
    await gunilla.follow('Enheter')
    await gunilla.follow('Korttidsboendet Fyren')
    await gunilla.sees('Inte registrerat')
  })

  it('SOC-07: the manager says when the relatives’ council meets', async () => {
    const daniel = await as('Daniel Hallberg')
    await daniel.follow('Enheter')
    await daniel.follow(unit)
    await daniel.follow('Spärrade dagar och anhörigråd')
    await daniel.write('Vilken dag?', today)
    await daniel.write('Börjar', begins)
    await daniel.write('Slutar', '15.00')
    await daniel.press('Lägg in träffen')
    await daniel.sees('Träffen är inlagd.')
    await daniel.sees('Tisdag 24 november')
  })

  it('SOC-05 SOC-06 SOC-07: Ulla books a third visit at the relatives’ council, and is asked for the special circumstance', async () => {
    const ulla = await as('Ulla Thorén')
    await ulla.follow('Besök')
    await ulla.follow('Nytt besök')
    await ulla.tick(unit)
    await ulla.press('Fortsätt')
    await ulla.sees('Du kommer som nämndens företrädare, inte som partiets.')
    await ulla.sees('Då träffas anhörigråd och liknande')
    await ulla.sees(`${unit}: Anhörigråd, tisdag 24 november 2026, 13.30–15.00`)
    await ulla.write('Dag', today)
    await ulla.write('Börjar', begins)
    await ulla.write('Slutar', ends)
    await ulla.tick('Besöket läggs i samband med anhörigrådet')
    await ulla.isTurnedBackBy('Skicka förslaget')
    await ulla.write('Särskild omständighet', 'Huset har fått en ny avdelning, och anhörigrådet vill visa den.')
    await ulla.press('Skicka förslaget')
    await ulla.sees('Förslaget är skickat till enhetens chef')
    visitPath = new URL(ulla.page.url()).pathname
    await ulla.sees('Besöket ligger i samband med anhörigrådet')
  })

  it('SOC-10: the fee of the third visit is asked for with that reason, and the page says who decides', async () => {
    const ulla = await as('Ulla Thorén')
    const matters = ulla.page.getByRole('table', { name: 'Vad som behöver beslutas om besöket' })
    for (const person of ['Ulla Thorén', 'Anna-Lisa Berglund']) {
      const row = matters.getByRole('row', { name: new RegExp(`^${person}`) })
      expect(await row.getByRole('cell').allTextContents()).toEqual([
        'Arvodet för besöket',
        'Begärt, väntar på beslut',
        'Beslutas av ordföranden (Arvode, stycke 1)',
        expect.stringMatching(/^Huset har fått en ny avdelning.* Begärt av Ulla Thorén, 24 november 2026$/),
      ])
    }
    await ulla.sees('Ulla Thorén för Anna-Lisa Berglund')
  })

  it('SOC-08: Ulla reads the mission description, Anna-Lisa answers yes, and the manager plans and confirms', async () => {
    const ulla = await as('Ulla Thorén')
    await ulla.press('Jag har läst uppdragsbeskrivningen')
    await ulla.sees('Läst av Ulla Thorén.')
    const annaLisa = await as('Anna-Lisa Berglund')
    await annaLisa.follow(`Svara om du kommer till ${unit}`)
    await annaLisa.answer('Kommer du?', 'Ja')
    await annaLisa.press('Svara')
    await annaLisa.sees('Svaret är sparat.')
    const daniel = await as('Daniel Hallberg')
    await daniel.open('/')
    await daniel.follow(`Svara på förslaget om besök på ${unit}`)
    await daniel.follow('Planera och bekräfta')
    await daniel.write('Program', 'Anhörigrådet tar emot, och efteråt går vi genom den nya avdelningen.')
    await daniel.press('Spara och bekräfta besöket')
    await daniel.sees('Besöket är bekräftat')
  })

  it('SOC-08 SOC-13: Ulla notes who came and whom the visit reached, and what Anna-Lisa did not read beforehand is said', async () => {
    waitUntil('18.05')
    const ulla = await as('Ulla Thorén')
    await ulla.open('/')
    await ulla.follow(`Besök på ${unit} i dag`)
    await ulla.follow('Anteckna närvaro')
    await ulla.answer('Samtalade ni med verksamheten?', 'Ja')
    await ulla.answer('Samtalade ni med brukare?', 'Ja')
    await ulla.answer('Samtalade ni med anhöriga?', 'Ja')
    await ulla.press('Spara närvaron')
    await ulla.sees('Närvaron är antecknad.')
    await ulla.sees('Har inte antecknat att de läste in sig inför besöket: Anna-Lisa Berglund.')
    await ulla.sees('Rutiner för besök, stycke 1 (SOC-08)')
    await ulla.unfold('regler är uppfyllda')
    await ulla.sees(/SOC-05/)
  })

  it('SOC-10: the claims are there by themselves and wait for the chair, who decides for Ulla and not in an own matter', async () => {
    const ulla = await as('Ulla Thorén')
    await ulla.open('/arvoden')
    await ulla.sees('Arvode, stycke 1')
    await ulla.sees('Ordföranden beslutar. Du behöver inte göra något.')
    const annaLisa = await as('Anna-Lisa Berglund')
    await annaLisa.open(visitPath)
    await annaLisa.follow('Besluta om arvodet')
    await annaLisa.sees('Arvode, stycke 1 (SOC-10)')
    await annaLisa.sees('Begärt av Ulla Thorén, 24 november 2026')
    expect(await annaLisa.page.getByRole('radio', { name: 'Anna-Lisa Berglund' }).count()).toBe(0)
    await decide(annaLisa, 'Ulla Thorén')
    const gustav = await as('Gustav Rehn')
    await gustav.follow('Besluta om arvode för extra besök: Anna-Lisa Berglund')
    await decide(gustav, 'Anna-Lisa Berglund')
    await ulla.open('/arvoden')
    await ulla.sees(fee)
  })

  it('SOC-03 SOC-11: Ulla writes the report on her phone, and the page has said what does not belong there', async () => {
    const ulla = await asAnew('Ulla Thorén', phone)
    ullasPhone = ulla
    const { open, follow, sees, press, page } = ulla
    await open('/rapporter')
    await follow(`Skriv rapport: ${unit}`)
    for (const matter of ['Problem i den dagliga driften', 'Personalfrågor', 'Partipolitiska intressen'])
      await sees(matter)
    await press('Börja skriva')
    await sees('Har inte antecknat att de läste in sig inför besöket: Anna-Lisa Berglund.')
    await ulla.write('Förklaring till avvikelsen (SOC-08)', 'Beskrivningen lästes på plats.')
    await goToPart(ulla, freeText)
    await writeOn(page, freeText, 'Anhörigrådet berättade om den nya avdelningen, som är ljus och lugn.')
    await isSaved(page)
  })

  it('SOC-12: proposals say who is to answer, and the question is for the meeting to discuss', async () => {
    const ulla = ullasPhone
    const { page, press } = ulla
    await ulla.open('/')
    await ulla.follow(`Gör klart rapporten från ${unit}`)
    await goToPart(ulla, 'Förslag till förbättringar')
    await writeOn(page, 'Förslag 1', 'Låt boenderådet välja möbler till den nya avdelningen.')
    await ulla.choose('Vem ska svara på förslag 1?', 'enhetens chef')
    await press('Spara och lägg till ett förslag')
    await writeOn(page, 'Förslag 2', 'Visa den nya avdelningen för fler anhöriga på kvällstid.')
    await ulla.choose('Vem ska svara på förslag 2?', 'förvaltningen')
    await press('Spara och nästa')
    await writeOn(page, 'Fråga 1', question)
    await press('Spara och nästa')
    await ulla.unfold('Läs igenom hela rapporten')
    await ulla.sees('Anhörigrådet berättade om den nya avdelningen, som är ljus och lugn.')
    await press('Spara och gå vidare till färdigställ')
    for (const what of [
      'Den färdiga rapporten går till enhetens chef. Den lämnar inte myndigheten.',
      'Den skickas till enhetens chef: Daniel Hallberg.',
      'Den går med handlingarna till sammanträdet 17 december 2026',
      'Era frågor läggs till det som sammanträdet ska diskutera.',
    ])
      await ulla.sees(what)
    await press('Färdigställ och skicka')
    await ulla.sees('Daniel Hallberg, 24 november 2026')
    await ulla.sees('Låt boenderådet välja möbler till den nya avdelningen. (svar begärs av enhetens chef)')
    await ulla.sees('Visa den nya avdelningen för fler anhöriga på kvällstid. (svar begärs av förvaltningen)')
    await ulla.sees('Förklaring: Beskrivningen lästes på plats.')
    await ulla.sees(/^Ulla Thorén: Skrev under/)
    await ulla.sees('Anna-Lisa Berglund: Har inte skrivit under än')
    const pdf = await ulla.download('Rapporten som fil')
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.bytes.toString('latin1')).toContain('pdfaid:part')
  })

  it('SOC-09: Ulla adds on her phone what only she knows, the journey and the parking with its receipt', async () => {
    const { open, follow, unfold, write, answer, press, sees, page } = ullasPhone
    await open('/arvoden')
    await follow(`Lägg till resa, kostnad eller förlorad inkomst: ${visit}`)
    await unfold('Lägg till en resa')
    await write('Hur många kilometer körde du, fram och tillbaka?', '24')
    await answer('Varifrån räknas resan?', 'Bostaden')
    await write('Hur långt är det enkel väg?', '12')
    await press(/^Lägg till$/)
    await sees(/^24 km fram och tillbaka, 12 km enkel väg/)
    await unfold('Lägg till en kostnad')
    await answer('Vad gäller kostnaden?', 'Parkering')
    await write('Belopp i kronor', '45')
    const receipt = { name: 'kvitto.png', mimeType: 'image/png', buffer: Buffer.from(aPng(3, 3)) }
    await page.getByRole('form', { name: 'Lägg till en kostnad' }).getByLabel('Kvitto').setInputFiles(receipt)
    await press(/^Lägg till$/)
    await sees(/^kvitto\.png/)
    await open('/arvoden')
    await expect(cardOf(ullasPhone, visit).textContent()).resolves.toMatch(/971\skr/)
  })

  it('SOC-11: the manager has it in the mail and in the system, with the proposal that is for the manager', async () => {
    const daniel = await as('Daniel Hallberg')
    await letterTo(daniel, 'daniel.hallberg', `Ny rapport från besök på ${unit}`)
    await daniel.open('/')
    await daniel.follow(`Läs rapporten från besöket på ${unit}`)
    await daniel.sees('Låt boenderådet välja möbler till den nya avdelningen. (svar begärs av enhetens chef)')
  })

  it('SOC-11: Anna-Lisa signs afterwards, which has delayed nothing', async () => {
    const annaLisa = await as('Anna-Lisa Berglund')
    await annaLisa.open('/rapporter')
    await annaLisa.follow(unit)
    await annaLisa.press('Skriv under rapporten')
    await annaLisa.sees(/^Anna-Lisa Berglund: Skrev under .*, efter att rapporten lämnades in$/)
  })

  it('SOC-02 SOC-05: Oskar books a visit where a company runs the operation, which has agreed', async () => {
    const oskar = await as('Oskar Lindh')
    await oskar.open('/besok/nytt')
    await oskar.tick(privateUnit)
    await oskar.press('Fortsätt')
    await oskar.write('Dag', today)
    await oskar.write('Börjar', '18.10')
    await oskar.write('Slutar', '19.10')
    await oskar.isTurnedBackBy('Skicka förslaget')
    await oskar.write('Särskild omständighet', 'Boendet har bytt ägare.')
    await oskar.press('Skicka förslaget')
    await oskar.sees('Förslaget är skickat till enhetens chef')
    privateVisitPath = new URL(oskar.page.url()).pathname
    const marie = await as('Marie Brandt')
    await marie.open('/')
    await marie.follow(`Svara på förslaget om besök på ${privateUnit}`)
    await marie.follow('Planera och bekräfta')
    await marie.write('Program', 'Samtal med boenderådet.')
    await marie.press('Spara och bekräfta besöket')
    await marie.sees('Besöket är bekräftat')
  })

  it('SOC-11: the draft about a private unit says before anything is sent that it goes outside the authority', async () => {
    waitUntil('19.15')
    oskarsPhone = await asAnew('Oskar Lindh', phone)
    const { open, follow, answer, press, sees, page, untick } = oskarsPhone
    await open(privateVisitPath)
    await follow('Anteckna närvaro')
    await untick('Anna-Lisa Berglund deltog')
    for (const audience of ['verksamheten', 'brukare']) await answer(`Samtalade ni med ${audience}?`, 'Ja')
    await answer('Samtalade ni med anhöriga?', 'Nej')
    await press('Spara närvaron')
    await sees('Närvaron är antecknad.')
    const draftPath = await beginReport(oskarsPhone, privateUnit)
    await sees('Det här är ett utkast. Det är ingen allmän handling än.')
    await oskarsPhone.write('Varför träffade ni inte anhöriga?', 'Anhörigrådet ses en annan kväll.')
    await goToPart(oskarsPhone, freeText)
    await writeOn(page, freeText, `Matsalen är ombyggd och har 24 platser. ${aboutStaff}`)
    await isSaved(page)
    await says(page, /SOC-03, Kontaktpolitikernas syfte och uppdrag, stycke 3: Personalfrågor\./)
    await press('Ta ställning i kontrollen')
    await press(/^Ta ut ur rapporten och lämna till utföraren/)
    await sees('Inget att ta ställning till')
    await sees('Till utföraren, 24 november 2026. Du kontaktar dem själv.')
    await follow('Gå vidare och lämna in')
    await sees('Den färdiga rapporten går till en privat utförare.')
    await sees('Den skickas till enhetens chef: Marie Brandt.')
    const marie = await as('Marie Brandt')
    expect((await marie.page.request.get(draftPath)).status()).toBe(404)
    await press('Färdigställ och skicka')
    await sees(/chefen hos den privata utföraren: Marie Brandt/)
    const met = page.getByRole('table', { name: 'Vilka besöket nådde' }).getByRole('row', { name: /^Anhöriga/ })
    await expect(met.textContent()).resolves.toMatch(/Nej.*Anhörigrådet ses en annan kväll\./)
    privateReportPath = new URL(page.url()).pathname
  })

  it('SOC-11: a correction afterwards is a new version that names what changed, and goes where the first one went', async () => {
    const { follow, press, sees, page, isTurnedBackBy } = oskarsPhone
    await follow('Rätta rapporten')
    await sees('Den förra versionen finns kvar och går att läsa.')
    await sees('Den rättade rapporten går till chefen för enheten: Marie Brandt.')
    await sees('Den rättade rapporten går med handlingarna till sammanträdet 17 december 2026.')
    await page.getByLabel(freeText).fill('Matsalen är ombyggd och har 42 platser.')
    await isTurnedBackBy('Lämna in rättelsen')
    await sees('Skriv i en mening vad som är ändrat och varför.')
    await oskarsPhone.write('Vad är ändrat, och varför?', 'Antalet platser var omkastat.')
    await press('Lämna in rättelsen')
    await sees('Det här är version 2 av rapporten')
    await sees(`Oskar Lindh rättade rapporten 24 november 2026. Ändrat: ${freeText}.`)
    const marie = await as('Marie Brandt')
    await letterTo(marie, 'marie.brandt', `Rättad rapport från besöket på ${privateUnit}`)
    await marie.open(privateReportPath)
    await marie.sees('Matsalen är ombyggd och har 42 platser.')
    await marie.sees('Antalet platser var omkastat.')
    await marie.doesNotSee('Matsalen är ombyggd och har 24 platser.')
    await marie.doesNotSee(aboutStaff)
    const pdfs = ['Version 2 som fil', 'Version 1 som fil'].map((link) => marie.download(link))
    const [second, first] = await Promise.all(pdfs)
    expect(first?.bytes.equals(second?.bytes ?? Buffer.of())).toBe(false)
    await marie.follow('Version 1, 24 november 2026')
    await marie.sees('Det här är version 1. Det finns en nyare')
    await marie.sees('Matsalen är ombyggd och har 24 platser.')
  })

  it('SOC-10 SOC-11: the next meeting is told of both decisions, and its papers are one package with the report in it', async () => {
    const gunilla = await as('Gunilla Frisk')
    await gunilla.follow('Sammanträden')
    await gunilla.follow('17 december 2026')
    await gunilla.sees(question)
    const decisions = gunilla.page.getByRole('table', { name: 'Delegationsbeslut' })
    for (const [person, by] of [
      ['Ulla Thorén', 'Anna-Lisa Berglund'],
      ['Anna-Lisa Berglund', 'Gustav Rehn'],
    ] as const) {
      const row = decisions
        .getByRole('row')
        .filter({ hasText: '24 november 2026. Bifall' })
        .filter({ hasText: `${by}, ` })
      const cells = await row.getByRole('cell').allTextContents()
      expect(cells).toEqual([
        expect.stringMatching(/^\d+\/2026$/),
        person,
        `${by}, 24 november 2026`,
        'Arvode, stycke 1',
        'Delegationsordningen punkt 2.4',
      ])
    }
    const files = unzipSync((await gunilla.download('Handlingarna samlade')).bytes)
    expect(Object.keys(files)).toContainEqual(expect.stringMatching(/strandvillan_2026-11-24\.pdf$/))
    expect(strFromU8(files['manifest.json'] ?? new Uint8Array())).toContain(unit)
  })

  it('SOC-09: the fee up to four hours is checked, and approved by the chair’s delegate and, for the chair’s own, the other chair', async () => {
    const gunilla = await as('Gunilla Frisk')
    await gunilla.open('/arvoden/kontroll')
    await gunilla.tick(`Anna-Lisa Berglund: ${visit}`)
    await gunilla.tick(`Ulla Thorén: ${visit}, 971`)
    await gunilla.press('Kontrollerat: de valda stämmer')
    const mehmet = await as('Mehmet Aydin')
    await mehmet.open('/arvoden/attest')
    await mehmet.sees(/på delegation \(från Anna-Lisa Berglund/)
    expect(await mehmet.page.getByRole('checkbox', { name: /^Anna-Lisa Berglund/ }).count()).toBe(0)
    await mehmet.tick(`Ulla Thorén: ${visit}`)
    await mehmet.press('Attestera de valda')
    const gustav = await as('Gustav Rehn')
    await gustav.open('/arvoden/attest')
    await gustav.tick(`Anna-Lisa Berglund: ${visit}`)
    await gustav.press('Attestera de valda')
  })

  it('SOC-09: the payroll file comes out in the layout of the payroll system, whose receipt is read back', async () => {
    const kerstin = await as('Kerstin Wallin')
    await kerstin.follow('Lön')
    await kerstin.press('Skapa lönefil')
    const paxml = (await kerstin.download('Lönefil till lönesystemet')).bytes.toString('utf8')
    expect(checkPaxml(paxml)).toEqual([])
    expect(paidFor(paxml, `${unit} ${today}`)).toEqual(
      new Map([
        [chairsNumber, 866_00],
        [ullasNumber, ullasTotal],
      ]),
    )
    const laidOut = (await kerstin.download('Lönefil i uppställningen Lönesystemet (påhittad)')).bytes
    const [headings, ...rows] = new TextDecoder('windows-1252').decode(laidOut).split('\r\n')
    expect(headings).toBe('Anställningsnummer;Datum;Löneart;Antal;A-pris;Belopp;Kostnadsställe;Text')
    const ullas = rows.map((row) => row.split(';')).filter(([number, day]) => number === ullasNumber && day === today)
    expect(ullas.map(([, , payType, , , amount]) => `${payType} ${amount}`)).toEqual([
      '4105 347,00',
      '4105 519,00',
      '4210 60,00',
      '4221 45,00',
    ])
    const { bytes } = await kerstin.download('Samma rader för kalkylprogram')
    expect(bytes.toString('utf8')).toContain(`${unit} ${today}`)
    // The payroll system gives back the rows with their numbers and amounts.
    await readReceipt(kerstin, bytes)
  })

  it('SOC-09 SOC-10: Ulla reads on her phone what was paid and why', async () => {
    const ulla = await asAnew('Ulla Thorén', phone)
    await ulla.open('/arvoden')
    const card = cardOf(ulla, visit)
    await expect(card.textContent()).resolves.toMatch(
      /Utbetalt.*971\skr.*Lämnat till lön 24 november 2026 i lönefil \d+: 971\skr\. Utbetalt 24 november 2026\./s,
    )
    await card.locator('summary').filter({ hasText: 'Skäl och uträkning' }).tap()
    await card.getByText('4 timmar av 4 timmar och 30 minuter').first().waitFor()
    await expect(card.textContent()).resolves.toContain('Arvode, stycke 1')
    const row = ulla.page.getByRole('row', { name: /^Parkering/ })
    await expect(row.first().textContent()).resolves.toMatch(/45\skr/)
  })

  it('SOC-04: the year’s page is named for knowledge and is no quality follow-up', async () => {
    const gunilla = await as('Gunilla Frisk')
    await gunilla.follow('Sammanställning')
    await gunilla.sees('Årets kontaktbesök 2026')
    await gunilla.sees('Inte en del av kvalitetsuppföljningen')
    await gunilla.sees('Ulla Thorén')
  })
})

async function decide(chair: Visitor, person: string): Promise<void> {
  await chair.answer('Vem gäller beslutet?', person)
  await chair.answer('Betalas arvode för besöket?', 'Ja')
  await chair.write('Delegation', 'Delegationsordningen punkt 2.4')
  await chair.write('Skäl', 'Den nya avdelningen är ny för nämnden.')
  await chair.press('Spara beslutet')
  await chair.sees('Beslutet är sparat.')
}
