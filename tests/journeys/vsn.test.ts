import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkPaxml } from '../../src/slices/claims/claims.paxml-check.ts'
import { aJourney } from './support/browser.ts'
import { today } from './support/day.ts'
import { letterTo, lineOf } from './support/mailbox.ts'
import { checkAndApprove, paidFor, takeOutPayroll } from './support/payroll.ts'

const { as, waitUntil } = aJourney({ municipality: 'lindala', committee: 'valfard-och-servicenamnden' })
const [secretary, manager, politician] = ['Birgit Eklund', 'Fredrik Ask', 'Tove Arvidsson'] as const
const [feeOfficer, chair] = ['Agneta Blom', 'Eva Lindqvist'] as const
const unit = 'Centralköket'
/** The operation proposes these, and the first one is chosen. */
const [firstTime, secondTime] = [/24 november/, /8 december/] as const
const [begins, ends] = ['15.00', '17.00']
/** Has made her two visits of the year. */
const [again, reason] = ['Margit Hansson', 'Köket byter till egen tillagning, och nämnden vill följa starten.'] as const
/** Moves a visit to an hour before anybody has decided about those who have made theirs. */
const [pool, poolManager] = ['Lindala simhall', 'Robert Hagman'] as const
const meetingDay = '16 december 2026'
/** Tove's, the seventh of the politicians. */
const employmentNumber = '7107'

describe('Lindala, where the operation invites the contact politicians of its area', () => {
  let [visitPath, poolPath] = ['', '']

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

  it('VSN-04 VSN-09: the operation proposes two times; that one of them has made her two visits is said before it is sent', async () => {
    const { open, press, write, unfold, isTurnedBackBy, sees, tick, page } = await as(manager)
    await open('/besok/nytt')
    await press('Fortsätt')
    await sees(again)
    await write('Dag', today)
    await write('Börjar', begins)
    await write('Slutar', ends)
    await unfold('Föreslå fler tider')
    await write('Dag, tid 2', '2026-12-08')
    await write('Börjar, tid 2', '10.00')
    await write('Slutar, tid 2', '12.00')
    await isTurnedBackBy('Skicka kallelsen')
    await sees(new RegExp(again))
    await sees(/Ersättning, stycke 1 \(VSN-09/)
    await tick('Jag har läst det och vill ändå gå vidare')
    await press('Skicka kallelsen')
    await sees('Tiderna är skickade.')
    visitPath = new URL(page.url()).pathname
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
    await declaring.open('/')
    await declaring.sees(/väntas/)
  })

  it('VSN-05: a visit on its way to the same operation is shown, and instead of one more for Tove it becomes a joint one', async () => {
    const nearby = await as('Sara Wiklund')
    await nearby.open('/besok/nytt')
    await nearby.press('Fortsätt')
    await nearby.sees('Andra besök som är på väg till samma enhet eller verksamhet')
    await nearby.sees(/Lindala bibliotek/)
    const { open, press, sees } = await as(manager)
    await open('/besok/nytt')
    await press('Fortsätt')
    await sees('Andra besök som är på väg till samma enhet eller verksamhet')
    await press('Gör det till ett gemensamt besök: Centralköket, 2 tider är föreslagna')
    await sees('Besöket är nu gemensamt. De andra kontaktpolitikerna är inbjudna.')
  })

  it('VSN-04 VSN-05: both contact politicians of the area answer each time, and the manager chooses one', async () => {
    const said = async (name: string, answers: readonly [string, string]) => {
      const { open, press, sees, page } = await as(name)
      await open(visitPath)
      for (const [index, time] of [firstTime, secondTime].entries())
        await page
          .getByRole('group', { name: time })
          .getByRole('radio', { name: answers[index] ?? '', exact: true })
          .check()
      await press('Svara')
      await sees('Svaren om tiderna är sparade.')
    }
    await said(politician, ['Ja', 'Nej'])
    await said(again, ['Vid behov', 'Ja'])
    const { open, press, sees, follow, write, page } = await as(manager)
    await open(visitPath)
    const times = page.getByRole('table', { name: 'De föreslagna tiderna' })
    const first = await times.getByRole('row', { name: firstTime }).getByRole('cell').allTextContents()
    expect(first.slice(0, 3)).toEqual([`${manager}; ${politician}`, again, '–'])
    const asked = page.getByRole('table', { name: 'När var och en fick frågan och svarade' })
    expect(await asked.getByRole('row').filter({ hasText: '24 november 2026' }).count()).toBe(3)
    await page.getByRole('group', { name: 'Vilken tid blir det?' }).getByRole('radio', { name: firstTime }).check()
    await press('Bestäm tiden')
    await sees('Tiden är vald och besöket är bokat.')
    await follow('Planera besöket')
    await write('Program', 'Rundvandring i köket, smakprov och samtal med personalen om matsvinn.')
    await press('Spara')
    await sees('Programmet är sparat.')
  })

  it('VSN-09: Margit asks for her third visit with the reason, and the chair decides about it before it takes place', async () => {
    const asking = await as(again)
    await asking.open(visitPath)
    await asking.sees('Inte begärt än')
    await asking.follow('Be om besöket')
    await asking.write('Varför behövs besöket?', reason)
    await asking.press('Skicka begäran')
    await asking.sees('Begäran är skickad.')
    await asking.sees('Begärt, väntar på beslut')
    const { open, follow, tick, answer, write, press, sees } = await as(chair)
    await open('/')
    await follow(`Besluta om extra besök för ${again}`)
    await sees(reason)
    await tick(again)
    await answer('Får besöket göras?', 'Ja')
    await write('Delegation', 'Delegationsordningen punkt 2.4')
    await write('Skäl', 'Omställningen berör alla som äter maten.')
    await press('Spara beslutet')
    await sees('Beslutet är sparat.')
    await sees(new RegExp(`Anmäls till nämnden vid sammanträdet ${meetingDay}`))
  })

  it('VSN-09: the decision is reported to the committee: it stands on the page of the next meeting, with its delegation', async () => {
    const { open, follow, page } = await as(secretary)
    await open('/sammantraden')
    await follow(meetingDay)
    const row = page.getByRole('table', { name: 'Delegationsbeslut' }).getByRole('row', { name: unit })
    await expect(row.textContent()).resolves.toMatch(
      /Extra besök: Centralköket, 24 november 2026. Bifall.*Margit Hansson.*Eva Lindqvist.*Delegationsordningen punkt 2\.4/,
    )
  })

  it('VSN-04: a visit is moved, and one is cancelled with its entry in every calendar', async () => {
    const moving = await as(poolManager)
    await moving.open('/besok')
    await moving.follow(pool)
    await moving.follow('Flytta besöket')
    await moving.write('Varför flyttas besöket?', 'Bassängen stängs för underhåll i december.')
    await moving.write('Dag', today)
    await moving.write('Börjar', '14.00')
    await moving.write('Slutar', '14.45')
    await moving.press('Flytta besöket')
    await moving.sees('Besöket är flyttat. Alla inbjudna får frågan på nytt.')
    poolPath = new URL(moving.page.url()).pathname

    const { open, follow, write, press, sees } = await as('Elin Forss')
    await open('/besok')
    await follow('Lindala bibliotek')
    await follow('Ställ in besöket')
    await write('Varför ställs det in?', 'Nämnden sammanträder den dagen. Vi bjuder in igen i januari.')
    await press('Ställ in besöket')
    await sees('Besöket är inställt och alla berörda får veta det.')
    const gone = (await letterTo(moving, 'kjell.nordin', 'Besöket på Lindala bibliotek är inställt')).calendar
    expect([lineOf(gone, 'METHOD'), lineOf(gone, 'STATUS')]).toEqual(['METHOD:CANCEL', 'STATUS:CANCELLED'])
    expect(lineOf(gone, 'SEQUENCE')).toBe('SEQUENCE:1')
    expect(gone).not.toMatch(/Kjell|Nämnden sammanträder/)
  })

  it('VSN-06 VSN-11: Tove reads what to prepare before she goes', async () => {
    const { open, follow, sees } = await as(politician)
    await open(visitPath)
    await follow('Läs inför besöket')
    await sees('I uppdraget talar du för nämnden, inte för ditt parti.')
    await sees('Förbered frågor och läs tidigare rapporter')
    await sees('Rundvandring i köket')
  })

  it('VSN-12: the visit is held; that no user was met is a deviation, said at once with its clause', async () => {
    waitUntil(begins)
    const { open, follow, tick, answer, write, isTurnedBackBy, press, sees } = await as(politician)
    await open(visitPath)
    await follow('Anteckna närvaro')
    await tick('Tove Arvidsson deltog')
    await tick('Margit Hansson deltog')
    await answer('Samtalade ni med medarbetare?', 'Ja')
    await answer('Samtalade ni med brukare?', 'Nej')
    await isTurnedBackBy('Spara närvaron')
    await write('Om nej: varför nådde besöket inte brukare?', 'Köket har inga matgäster på plats.')
    await press('Spara närvaron')
    await sees('Närvaron är antecknad.')
    await sees('Avvikelse')
    await sees(/Uppdraget, stycke 1 \(VSN-12/)
  })

  it('VSN-09: once a visit has begun it is too late: it was neither asked for nor decided, and nothing but the fee can be', async () => {
    const late = await as('Göran Palm')
    await late.open(poolPath)
    await late.sees('Varken begärt eller beslutat när besöket började')
    await late.doesNotSee('Be om besöket')
    const { open, sees, doesNotSee } = await as(chair)
    await open(`${poolPath}/beslut`)
    await sees('Beslut om arvode för ett extra besök')
    await doesNotSee('Får besöket göras?')
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

  it('VSN-04 VSN-09: one page says for each person what was due, invited, answered, done and reported, with the days', async () => {
    const { open, follow, page } = await as(secretary)
    await open('/enheter')
    await follow('Läget 2026')
    await follow('Personer')
    const row = page.getByRole('row', { name: politician })
    await expect(row.textContent()).resolves.toMatch(/1 av minst 1.*24 november 2026/)
  })
})
