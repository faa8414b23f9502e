import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkPaxml } from '../../src/slices/claims/claims.paxml-check.ts'
import { aJourney } from './support/browser.ts'
import { now, today } from './support/day.ts'
import { checkAndApprove, paidFor, takeOutPayroll } from './support/payroll.ts'

const { as } = aJourney({ municipality: 'lindala', committee: 'valfard-och-servicenamnden' })
const [secretary, manager, politician] = ['Birgit Eklund', 'Fredrik Ask', 'Tove Arvidsson'] as const
const [feeOfficer, chair] = ['Agneta Blom', 'Eva Lindqvist'] as const
const unit = 'Centralköket'
const meetingDay = '16 december 2026'
/** Tove's, the seventh of the politicians. */
const employmentNumber = '7107'

describe('Lindala, where the operation invites the contact politicians of its area', () => {
  let visitPath = ''

  it('VSN-01 VSN-10: the secretary reads the guideline back: rule, clause, force and bearer, and when it is to be followed up', async () => {
    const { open, page, sees } = await as(secretary)
    await open('/')
    await sees('Följ upp riktlinjen')
    await open('/riktlinje')
    const relative = page.getByRole('row', { name: /^VSN-03/ })
    await expect(relative.textContent()).resolves.toMatch(/bör.*nämnden.*Avgränsningar, stycke 1/)
    await sees('17 januari 2024')
    await sees('En gång per mandatperiod')
    await sees('Räknas nästa sammanträde från besöket eller från när rapporten är klar?')
  })

  it('VSN-02: one who is employed in the operation cannot be appointed there, and the page says by which clause', async () => {
    const { open, follow, choose, write, isTurnedBackBy, sees } = await as(secretary)
    await open('/uppdrag')
    await follow('Utse en kontaktpolitiker')
    await choose('Vem utses?', politician)
    await choose('Till vad?', /^Kultur \(område/)
    await write('Paragraf', '§ 61')
    await isTurnedBackBy('Utse')
    await sees(/Avgränsningar, stycke 1 \(VSN-02/)
  })

  it('VSN-03: a close relative who is employed there is noted, and the appointment stands', async () => {
    const declaring = await as(politician)
    await declaring.open('/anknytningar')
    await declaring.choose('Var?', /Kost/)
    await declaring.tick('En närstående är anställd där')
    await declaring.press('Spara anknytningen')
    const { choose, write, press, sees, open, follow } = await as(secretary)
    await open('/uppdrag')
    await follow('Utse en kontaktpolitiker')
    await choose('Vem utses?', politician)
    await choose('Till vad?', /^Kost \(område/)
    await write('Paragraf', '§ 61')
    await press('Utse')
    await sees('Uppdraget är registrerat.')
    await sees(/Tove Arvidsson har en anknytning som bör undvikas/)
    await sees(/Avgränsningar, stycke 1 \(VSN-03/)
  })

  it('VSN-05: a visit of the same area that is on its way is shown, so that they can go together', async () => {
    const { open, press, sees } = await as('Sara Wiklund')
    await open('/besok/nytt')
    await press('Fortsätt')
    await sees('Andra besök som är på väg till samma enhet eller verksamhet')
    await sees(/Lindala bibliotek/)
  })

  it('VSN-04 VSN-09: the operation invites all of the area; that one of them has made her two visits is said before it is sent', async () => {
    const waiting = await as(politician)
    await waiting.open('/')
    await waiting.sees(/väntas/)
    const { open, press, write, isTurnedBackBy, sees, tick, page } = await as(manager)
    await open('/besok/nytt')
    await press('Fortsätt')
    await sees('Margit Hansson')
    await sees(politician)
    await write('Dag', today)
    await write('Börjar', now)
    await write('Slutar', '15.00')
    await isTurnedBackBy('Skicka kallelsen')
    await sees(/Margit Hansson/)
    await sees(/Ersättning, stycke 1 \(VSN-09/)
    await tick('Jag har läst det och vill ändå gå vidare')
    await press('Skicka kallelsen')
    await sees('Besöket är bokat och kallelsen är skickad.')
    visitPath = new URL(page.url()).pathname
  })

  it('VSN-06 VSN-11 VSN-12: Tove answers yes and reads what to prepare; Margit, who would need a decision, answers no', async () => {
    const { open, follow, tick, press, sees } = await as(politician)
    await open('/')
    await follow(`Svara om du kommer till ${unit}`)
    await sees('I uppdraget talar du för nämnden, inte för ditt parti.')
    await sees('Det som pågår i nämnden')
    await tick('Ja')
    await press('Svara')
    await sees('Svaret är sparat.')
    const margit = await as('Margit Hansson')
    await margit.open('/')
    await margit.follow(`Svara om du kommer till ${unit}`)
    await margit.tick('Nej')
    await margit.press('Svara')
    const planning = await as(manager)
    await planning.open(visitPath)
    await planning.follow('Planera besöket')
    await planning.write('Program', 'Rundvandring i köket, smakprov och samtal med personalen om matsvinn.')
    await planning.press('Spara')
    await planning.sees('Programmet är sparat.')
  })

  it('VSN-12: the visit is held; that no user was met is a deviation, said at once with its clause', async () => {
    const { open, follow, tick, untick, answer, write, isTurnedBackBy, press, sees } = await as(politician)
    await open(visitPath)
    await follow('Anteckna närvaro')
    await tick('Tove Arvidsson deltog')
    await untick('Margit Hansson deltog')
    await answer('Samtalade ni med medarbetare?', 'Ja')
    await answer('Samtalade ni med brukare?', 'Nej')
    await isTurnedBackBy('Spara närvaron')
    await write('Om nej: varför nådde besöket inte brukare?', 'Köket har inga matgäster på plats.')
    await press('Spara närvaron')
    await sees('Närvaron är antecknad.')
    await sees('Avvikelse')
    await sees(/Uppdraget, stycke 1 \(VSN-12/)
  })

  it('VSN-07 VSN-08: the report is written here, goes with the papers of the next meeting and is summed up there', async () => {
    const { follow, press, write, sees, download } = await as(politician)
    await follow('Skriv rapport')
    await press('Börja skriva')
    await write(/Styrkor/, 'Maten lagas från grunden och svinnet har halverats på ett år.')
    await press(/Spara och gå vidare/)
    await sees(new RegExp(meetingDay))
    await press('Färdigställ')
    await sees('Allmän handling')
    const { name, bytes } = await download(/PDF\/A/)
    expect(name).toMatch(/\.pdf$/)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('VSN-07 VSN-08: the secretary gets the report in the package of the meeting, and Tove on the list of those who speak', async () => {
    const { open, follow, sees, download, page } = await as(secretary)
    await open('/sammantraden')
    await follow(meetingDay)
    await sees(unit)
    expect(await page.getByRole('link', { name: `Läs rapporten: ${unit}` }).count()).toBe(1)
    await sees('Muntlig sammanfattning')
    const files = Object.keys(unzipSync((await download(/Handlingarna samlade/)).bytes))
    expect(files.filter((name) => name.endsWith('.pdf')).length).toBeGreaterThan(1)
  })

  it('VSN-09: the claim makes itself: a meeting fee for the two hours', async () => {
    const { open, page } = await as(politician)
    await open('/arvoden')
    const claim = page.getByRole('article').filter({ hasText: `${unit}, 24 november 2026` })
    await expect(claim.textContent()).resolves.toMatch(/520\skr/)
    await expect(claim.textContent()).resolves.toContain('Sammanträdesarvode')
    await expect(claim.textContent()).resolves.toContain('Ersättning, stycke 1')
  })

  it('VSN-09: the claim is checked by the officer and approved by another than the one whom it is for', async () => {
    await checkAndApprove(as, { officer: feeOfficer, chair: chair, claim: `Tove Arvidsson: ${unit}` })
    const { open, sees } = await as(politician)
    await open('/arvoden')
    await sees('Attesterat')
  })

  it('VSN-09: the payroll file comes out, for the payroll system and for a spreadsheet', async () => {
    const { paxml, csv } = await takeOutPayroll(as, feeOfficer)
    expect(checkPaxml(paxml)).toEqual([])
    expect(paidFor(paxml, `${unit} ${today}`)).toEqual(new Map([[employmentNumber, 520_00]]))
    expect(csv).toContain(`${unit} ${today}`)
  })

  it('VSN-09: the page of the year counts the visits of each contact politician against the guideline', async () => {
    const { open, page } = await as(secretary)
    await open('/sammanstallning')
    const row = page.getByRole('table', { name: 'Besök mot riktlinjen' }).getByRole('row', { name: politician })
    await expect(row.textContent()).resolves.toContain('Uppfyllt')
  })
})
