import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkPaxml } from '../../src/slices/claims/claims.paxml-check.ts'
import { aJourney, phone, type Visitor } from './support/browser.ts'
import { now, today } from './support/day.ts'
import { letterTo } from './support/mailbox.ts'
import { cardOf, markAsPaid } from './support/paid.ts'
import { checkAndApprove, paidFor, takeOutPayroll } from './support/payroll.ts'
import { goToPart, partUnder } from './support/report.ts'
import { isSaved, onDevice, says, textIn, writeOn } from './support/writing.ts'

const { as, asAnew } = aJourney({ municipality: 'norrvik', committee: 'social-och-omsorgsnamnden' })
const [secretary, manager] = ['Ann-Sofie Risberg', 'Leif Dahl'] as const
const [rapporteur, member] = ['Ove Hallin', 'Katarina Nyberg'] as const
/** She goes on leave, and he serves meanwhile. */
const [onLeave, standIn] = ['Lisa Engdahl', 'Bo Fransson'] as const
const moveReason = 'På fredag är lokalen stängd för en brandövning.'
const [feeOfficer, chair] = ['Ulf Sandin', 'Marianne Ljung'] as const
const unit = 'Träffpunkten Kajutan'
const visit = `${unit}, 24 november 2026`
const meetingDay = '17 december 2026'
const freeText = 'Vad ni såg och hörde'
const [heard, late] = ['Många kommer för lunchen och stannar för sällskapet.', 'Flera saknar kvällsöppet.'] as const
const dissent = 'Jag anser att kvällsöppet behövs redan i vår.'
const question = 'Betalas arvode för besöken, och i så fall vilket slag?'
/** Katarina's, the fourth of the politicians. */
const employmentNumber = '7104'

describe('Norrvik, where three groups visit once their routine is adopted', () => {
  let visitPath = ''
  let reportPath = ''
  let rapporteursPhone: Visitor
  let membersPhone: Visitor

  it('SON-01: under the proposal nothing can be booked, and the page says by which clause', async () => {
    const { open, follow, sees, page } = await as(secretary)
    await open('/riktlinje')
    await sees('Det här är ett förslag')
    const groups = page.getByRole('row', { name: /^SON-02/ })
    await expect(groups.textContent()).resolves.toMatch(/ska.*nämnden.*Bakgrund, stycke 3/)
    await open('/besok/nytt')
    await sees('Det går inte att boka besök än')
    await sees(/Förslag till beslut, punkt 1/)
    await follow('Läs riktlinjen')
  })

  it('SON-01: the secretary registers that the committee has adopted it', async () => {
    const { open, follow, choose, write, press, isTurnedBackBy, sees, doesNotSee } = await as(secretary)
    await open('/')
    await follow('Registrera nämndens beslut om riktlinjen')
    await follow('Registrera nämndens beslut')
    await isTurnedBackBy('Registrera beslutet')
    await choose('Vid vilket sammanträde?', /Sammanträdet/)
    await write('Paragraf', '§ 88')
    await press('Registrera beslutet')
    await sees('Beslutet är registrerat.')
    await sees('Antagen')
    await doesNotSee('Det här är ett förslag')
    await sees(question)
  })

  it('SON-02 SON-04: three groups stand, each with both blocs and a rapporteur', async () => {
    const { open, sees } = await as(secretary)
    await open('/uppdrag')
    await sees('Ove Hallin (majoriteten, rapportör)')
    await sees('Lisa Engdahl (oppositionen)')
    await sees('Grupp 3')
  })

  it('SON-03 SON-05: the manager takes the initiative, as decided here, and the whole group is asked', async () => {
    const { open, tick, press, write, sees, page } = await as(manager)
    await open('/besok/nytt')
    await tick('Grupp 2')
    await press('Fortsätt')
    await sees('Katarina Nyberg')
    await write('Dag', '2026-11-27')
    await write('Börjar', '13.00')
    await write('Slutar', '15.20')
    await press('Skicka kallelsen')
    await sees('Besöket är bokat och kallelsen är skickad.')
    visitPath = new URL(page.url()).pathname
  })

  it('SON-02: one of the group goes on leave, and the one who serves meanwhile is invited instead', async () => {
    const { open, follow, choose, write, press, sees, page } = await as(secretary)
    await open('/uppdrag')
    await follow('Ledigheter')
    await follow('Registrera en ledighet')
    await choose('Vem är ledig?', onLeave)
    await write('Från och med', today)
    await write('Till och med', '2026-12-31')
    await choose('Vem tjänstgör i stället?', standIn)
    await press('Registrera ledigheten')
    await sees(`${onLeave} är ledig den dagen.`)
    await press(`Kalla ${standIn} i stället`)
    await sees('Den nya kallelsen är skickad.')
    await open(visitPath)
    await sees(`${standIn} (i stället för ${onLeave})`)
    expect(await page.getByRole('row', { name: new RegExp(`^${onLeave}`) }).count()).toBe(0)
  })

  it('SON-05: the manager moves the visit and says why, and everybody is asked again', async () => {
    const one = await as(rapporteur)
    await one.open('/')
    await one.follow(`Svara om du kommer till ${unit}`)
    await one.tick('Ja')
    await one.press('Svara')
    await one.sees('Svaret är sparat.')
    const { open, follow, write, press, sees, page } = await as(manager)
    await open(visitPath)
    await follow('Flytta besöket')
    await write('Varför flyttas besöket?', moveReason)
    await write('Dag', today)
    await write('Börjar', now)
    await write('Slutar', '15.20')
    await press('Flytta besöket')
    await sees('Besöket är flyttat. Alla inbjudna får frågan på nytt.')
    await sees(moveReason)
    const answers = page.getByRole('table', { name: 'Inbjudna och deras svar' })
    expect(await answers.getByText('Har inte svarat').count()).toBe(3)
  })

  it('SON-05: the others answer, and the manager plans', async () => {
    const one = await as(rapporteur)
    await one.open('/')
    await one.follow(`Svara om du kommer till ${unit}`)
    await one.tick('Ja')
    await one.press('Svara')
    await one.sees('Svaret är sparat.')
    await one.follow('Läs inför besöket')
    await one.sees('Var saklig och opartisk.')
    const other = await as(member)
    await other.open('/')
    await other.follow(`Svara om du kommer till ${unit}`)
    await other.tick('Ja')
    await other.press('Svara')
    const { open, follow, write, press, sees } = await as(manager)
    await open(visitPath)
    await follow('Planera besöket')
    await write('Program', 'Lunch med besökarna och samtal om kvällsöppet.')
    await press('Spara')
    await sees('Programmet är sparat.')
  })

  it('SON-03: one of the group stays away, and that is said at once with the clause and the local answer', async () => {
    const { open, follow, untick, press, sees } = await as(rapporteur)
    await open(visitPath)
    await follow('Anteckna närvaro')
    await untick(`${standIn} deltog`)
    await press('Spara närvaron')
    await sees('Närvaron är antecknad.')
    await sees('Brott mot riktlinjen')
    await sees(/Bakgrund, stycke 3 \(SON-03/)
  })

  it('SON-04 SON-05 SON-06: a member of the group begins the report on a phone, which says who hands it in', async () => {
    membersPhone = await asAnew(member, phone)
    const { follow, open, press, sees, page, write } = membersPhone
    await open(visitPath)
    await follow('Skriv rapport')
    await sees(`${rapporteur} är gruppens rapportör och färdigställer rapporten.`)
    await sees('Var saklig och opartisk.')
    // The guideline does not say which: it may be given orally too.
    await sees('Rapportera muntligt i stället')
    await press('Börja skriva')
    await sees('Det här är ett utkast. Det är ingen allmän handling än.')
    await write('Förklaring till avvikelsen (SON-03)', 'En av gruppen fick förhinder samma dag.')
    await goToPart(membersPhone, freeText)
    await writeOn(page, freeText, heard)
    await isSaved(page)
    await goToPart(membersPhone, 'Titta igenom och lämna in')
    await sees(`${rapporteur} är rapportör och färdigställer rapporten.`)
    expect(await page.getByRole('button', { name: 'Spara och gå vidare' }).count()).toBe(0)
    await open(new URL(page.url()).pathname.replace('/utkast', '/fardig'))
    expect(await page.getByRole('button', { name: 'Färdigställ och skicka' }).count()).toBe(0)
    await follow('Tillbaka till utkastet')
    await goToPart(membersPhone, freeText)
  })

  it('SON-04: the rapporteur alone hands it in for the group, on a phone, and no manager gets a copy', async () => {
    rapporteursPhone = await asAnew(rapporteur, phone)
    const { open, follow, press, sees, doesNotSee, download, page } = rapporteursPhone
    await open('/')
    await follow(`Gör klart rapporten från ${unit}`)
    await goToPart(rapporteursPhone, freeText)
    expect(await textIn(page, freeText)).toBe(heard)
    await goToPart(rapporteursPhone, 'Titta igenom och lämna in')
    await sees('En underskrift som saknas hindrar ingenting.')
    await press(/Spara och gå vidare/)
    await sees(`Den går med handlingarna till sammanträdet ${meetingDay}`)
    await doesNotSee(/till enhetens chef/)
    await press('Färdigställ')
    await sees('Det här är en allmän handling.')
    await sees(`${rapporteur} undertecknar rapporten för gruppen.`)
    await sees(new RegExp(`^${rapporteur}: Skrev under`))
    await sees('Förklaring: En av gruppen fick förhinder samma dag.')
    reportPath = new URL(page.url()).pathname
    const register = partUnder(page, 'Registrering')
    await expect(register.textContent()).resolves.toMatch(/Mottagare\s*Social- och omsorgsnämnden\s*Ärende/)
    await doesNotSee('Delgiven')
    const { bytes } = await download(/PDF\/A/)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('SON-04: the mail goes to the committee, and none to the manager', async () => {
    const { open, page } = await as(secretary)
    const subject = `Ny rapport från besök på ${unit}`
    await letterTo(await as(secretary), 'marianne.ljung', subject)
    await open('/../brevlada')
    const letters = page.getByRole('article').filter({ hasText: subject })
    const toManager = letters.filter({ hasText: 'leif.dahl@' })
    expect(await letters.count()).toBeGreaterThan(0)
    expect(await toManager.count()).toBe(0)
    const visited = await as(manager)
    await visited.open('/')
    await visited.doesNotSee(`Läs rapporten från besöket på ${unit}`)
  })

  it('SON-04: what the other wrote too late is not lost: it is handed in as a correction that says what changed', async () => {
    const { page, press, sees, write, doesNotSee } = membersPhone
    await writeOn(page, freeText, ` ${late}`)
    await says(page, 'Rapporten är redan färdig och kan inte ändras.')
    await press('Spara och nästa')
    await sees('Rapporten är redan inlämnad')
    await sees('Det du skrev kom inte med, men det står kvar här.')
    expect(await page.getByLabel(freeText).inputValue()).toBe(`${heard} ${late}`)
    await doesNotSee(/till chefen för enheten/)
    await write('Vad är ändrat, och varför?', 'Det vi hörde om kvällarna hann inte med.')
    await press('Lämna in rättelsen')
    await sees('Det här är version 2 av rapporten')
    await sees(`${heard} ${late}`)
    expect(new URL(page.url()).pathname).toBe(reportPath)
    // The device keeps the text until its author says that nothing more is to be done with it.
    await says(page, 'Det här hann inte komma med')
    await page.getByRole('button', { name: 'Ta bort det från enheten' }).tap()
    await expect.poll(() => onDevice(page)).toEqual([])
  })

  it('SON-04: a member who does not agree adds a dissent, under the own name, in a new version', async () => {
    const { follow, write, press, sees, page, isTurnedBackBy } = membersPhone
    expect(await page.getByRole('button', { name: 'Skriv under rapporten' }).count()).toBe(0)
    await follow('Lägg till en avvikande mening')
    await sees('Din avvikande mening står under ditt namn i en ny version av rapporten')
    await isTurnedBackBy('Lämna in den avvikande meningen')
    await write('Min avvikande mening', dissent)
    await press('Lämna in den avvikande meningen')
    await sees('Det här är version 3 av rapporten')
    await sees(`${member} lämnade en avvikande mening 24 november 2026.`)
    const { open, sees: alsoSees } = rapporteursPhone
    await open(reportPath)
    await alsoSees(`${member}, 24 november 2026`)
    await alsoSees(dissent)
    const versions = partUnder(rapporteursPhone.page, 'Versioner')
    expect(await versions.getByRole('listitem').count()).toBe(3)
  })

  it('SON-04: the report goes with the papers of the next meeting, as one package', async () => {
    const { open, follow, sees, download, page } = await as(secretary)
    await open(reportPath)
    await open('/sammantraden')
    await follow(meetingDay)
    await sees(unit)
    expect(await page.getByRole('link', { name: `Läs rapporten: ${unit}` }).count()).toBe(1)
    const files = Object.keys(unzipSync((await download(/Handlingarna samlade/)).bytes))
    expect(files.filter((name) => name.endsWith('.pdf'))).toHaveLength(2)
  })

  it('SON-04: which fee is paid cannot be told, and the claim names the question and who must answer', async () => {
    const { open, sees } = await as(member)
    await open('/arvoden')
    await sees(`${unit}, 24 november 2026`)
    await sees('Går inte att avgöra')
    await sees(new RegExp(question.replace('?', '\\?')))
    await sees('Nämndsekreteraren tar frågan till nämnden. Du behöver inte göra något.')
  })

  it('SON-04: the secretary registers the answer of the committee, and the claim has its amount', async () => {
    const { open, follow, tick, write, press, sees } = await as(secretary)
    await open('/')
    await follow('Besvara en fråga som riktlinjen lämnar öppen')
    await follow(/Besvara/)
    await tick('Sammanträdesarvode')
    await write('Paragraf', '§ 89')
    await press('Registrera svaret')
    await sees('Svaret är registrerat som en lokal tolkning.')
    const { open: look, page } = await as(member)
    await look('/arvoden')
    const claim = page.getByRole('article').filter({ hasText: `${unit}, 24 november 2026` })
    await expect(claim.textContent()).resolves.toMatch(/606,50\skr/)
    await expect(claim.textContent()).resolves.toContain('Nämndens lokala tolkning har använts.')
  })

  it('SON-04: the claim is checked by the secretary and approved by another than the one whom it is for', async () => {
    await checkAndApprove(as, { officer: secretary, chair, claim: `${member}: ${unit}` })
    const { open, sees } = await as(member)
    await open('/arvoden')
    await sees('Attesterat')
  })

  it('SON-04: the payroll file comes out, for the payroll system, for a spreadsheet and as a list to type in by hand', async () => {
    const { paxml, csv } = await takeOutPayroll(as, feeOfficer)
    expect(checkPaxml(paxml)).toEqual([])
    expect(paidFor(paxml, `${unit} ${today}`)).toEqual(new Map([[employmentNumber, 606_50]]))
    expect(csv).toContain(`${unit} ${today}`)
    const officer = await as(feeOfficer)
    const list = await officer.download('Lista att skriva in för hand')
    expect(list.name).toMatch(/\.pdf$/)
    expect(list.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(list.bytes.toString('latin1')).toContain('pdfaid:part')
    await markAsPaid(officer)
  })

  it('SON-04: she reads on her phone what was paid, when, and by which answer of the committee', async () => {
    await membersPhone.open('/arvoden')
    const card = cardOf(membersPhone, visit)
    await expect(card.textContent()).resolves.toMatch(
      /Utbetalt.*606,50\skr.*Lämnat till lön 24 november 2026 i lönefil \d+: 606,50\skr\. Utbetalt 24 november 2026\./s,
    )
    await card.locator('summary').filter({ hasText: 'Skäl och uträkning' }).tap()
    await card.getByText('Nämndens lokala tolkning har använts.').first().waitFor()
  })

  it('SON-03: she had left earlier, which is put right when the fee is paid already, and changes nothing by itself', async () => {
    const { open, follow, write, press, sees } = rapporteursPhone
    await open(visitPath)
    await follow('Rätta närvaron')
    await write(`Gick (${member})`, '15.00')
    await write('Varför rättas närvaron?', `${member} gick redan klockan 15.`)
    await press('Visa vad som ändras')
    await sees('Inget är sparat än.')
    await press('Spara rättelsen')
    await sees('Närvaron är rättad.')
    await membersPhone.open('/arvoden')
    await expect(cardOf(membersPhone, visit).textContent()).resolves.toMatch(/Utbetalt.*606,50\skr/s)
  })

  it('SON-04: the chair decides that it is corrected, and the counter-rows go in the next payroll file', async () => {
    const { open, follow, answer, press, sees } = await as(chair)
    await open('/arvoden/skillnader')
    await follow(`Avgör: ${member}, ${visit}`)
    await sees('Närvarande tid var 2 timmar och 20 minuter och är i dag 2 timmar.')
    await answer('Vad beslutar du?', 'Rätta')
    await press('Spara beslutet')
    await sees('Inga skillnader att avgöra')
    await sees('Motraderna kommer med när nästa lönefil skapas.')
    const { paxml } = await takeOutPayroll(as, feeOfficer)
    expect(checkPaxml(paxml)).toEqual([])
    expect(paidFor(paxml, `${unit} ${today}`)).toEqual(new Map([[employmentNumber, -86_50]]))
    await membersPhone.open('/arvoden')
    await expect(cardOf(membersPhone, visit).textContent()).resolves.toMatch(
      /520\skr.*Rättat 24 november 2026 i lönefil \d+: .86,50\skr\./s,
    )
  })

  it('SON-03 SON-06: the page of the year sums up what was learnt, and counts the visits of each group', async () => {
    const { open, page, sees } = await as(secretary)
    await open('/sammanstallning')
    await sees(/Lärdomar av årets besök 2026/)
    const row = page.getByRole('table', { name: 'Besök mot riktlinjen' }).getByRole('row', { name: 'Grupp 2' })
    await expect(row.textContent()).resolves.toContain('2–3')
  })

  it('SON-03: one page says how far the year’s visits of each group have come, with the days', async () => {
    const { open, follow, page } = await as(secretary)
    await open('/enheter')
    await follow('Läget 2026')
    await follow('Besöksgrupper')
    const row = page.getByRole('row', { name: /^Grupp 2/ })
    expect(await row.first().getByRole('cell').allTextContents()).toEqual([
      expect.stringMatching(/^1 av minst 2\s*Besök återstår$/),
      '24 november 2026 (rapporterat)',
      '24 november 2026',
      '2 av 3, 24 november 2026',
      '24 november 2026',
      '24 november 2026',
    ])
  })
})
