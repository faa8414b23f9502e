import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkPaxml } from '../../src/slices/claims/claims.paxml-check.ts'
import { aJourney, type Visitor } from './support/browser.ts'
import { today } from './support/day.ts'
import { paidFor } from './support/payroll.ts'

const { as, waitUntil } = aJourney({ municipality: 'sjovik', committee: 'socialnamnden' })

const unit = 'Boendet Strandvillan'
const begins = '13.30'
const ends = '18.00'
/** Anna-Lisa Berglund’s and Ulla Thorén’s. */
const [chairsNumber, ullasNumber] = ['7101', '7104']
/** 347 kr for the first hour and 173 kr for each of the three that follow, up to the cap of four hours. */
const fee = /866\skr/

describe('from guideline to payroll file in Sjövik, where a third visit of the year needs a reason', () => {
  let visitPath = ''

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

  it('SOC-11 SOC-12: Ulla writes the report, which goes to the manager and the next meeting with its question', async () => {
    const ulla = await as('Ulla Thorén')
    await ulla.follow('Rapporter')
    await ulla.follow(`Skriv rapport: ${unit}`)
    await ulla.sees('Personalfrågor')
    await ulla.press('Börja skriva')
    await ulla.write('Vad ni såg och hörde', 'Anhörigrådet berättade om den nya avdelningen, som är ljus och lugn.')
    await ulla.write('Fråga 1', 'Hur vill nämnden följa den nya avdelningen?')
    await ulla.press('Spara och gå vidare till färdigställ')
    await ulla.press('Färdigställ och skicka')
    await ulla.sees('Daniel Hallberg, 24 november 2026')
    const pdf = await ulla.download('Rapporten som fil')
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.bytes.toString('latin1')).toContain('pdfaid:part')
    const daniel = await as('Daniel Hallberg')
    await daniel.follow('Rapporter')
    await daniel.sees(unit)
  })

  it('SOC-10 SOC-11: the next meeting is told of both decisions, and its papers are one package with the report in it', async () => {
    const gunilla = await as('Gunilla Frisk')
    await gunilla.follow('Sammanträden')
    await gunilla.follow('17 december 2026')
    await gunilla.sees('Hur vill nämnden följa den nya avdelningen?')
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

  it('SOC-09: the fee up to four hours is checked, approved by the other chair, and paid in the payroll file', async () => {
    const gunilla = await as('Gunilla Frisk')
    await gunilla.open('/arvoden/kontroll')
    await gunilla.tick(`Anna-Lisa Berglund: ${unit}, 24 november 2026`)
    await gunilla.tick(`Ulla Thorén: ${unit}, 24 november 2026`)
    await gunilla.press('Kontrollerat: de valda stämmer')
    const annaLisa = await as('Anna-Lisa Berglund')
    await annaLisa.open('/arvoden/attest')
    await annaLisa.sees('Anna-Lisa Berglund (ditt eget, någon annan tar det)')
    await annaLisa.tick(`Ulla Thorén: ${unit}, 24 november 2026`)
    await annaLisa.press('Attestera de valda')
    const gustav = await as('Gustav Rehn')
    await gustav.open('/arvoden/attest')
    await gustav.tick(`Anna-Lisa Berglund: ${unit}, 24 november 2026`)
    await gustav.press('Attestera de valda')
    const kerstin = await as('Kerstin Wallin')
    await kerstin.follow('Lönefil')
    await kerstin.press('Skapa lönefil')
    const paxml = (await kerstin.download('Lönefil till lönesystemet')).bytes.toString('utf8')
    expect(checkPaxml(paxml)).toEqual([])
    expect(paidFor(paxml, `${unit} ${today}`)).toEqual(
      new Map([
        [chairsNumber, 866_00],
        [ullasNumber, 866_00],
      ]),
    )
    const csv = (await kerstin.download('Samma rader för kalkylprogram')).bytes.toString('utf8')
    expect(csv).toContain(`${unit} ${today}`)
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
