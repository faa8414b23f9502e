import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkPaxml } from '../../src/slices/claims/claims.paxml-check.ts'
import { pdfFacts } from '../support/pdf.ts'
import { aJourney, phone, type Visitor } from './support/browser.ts'
import { today } from './support/day.ts'
import { letterTo, lineOf } from './support/mailbox.ts'
import { cardOf, markAsPaid } from './support/paid.ts'
import { paidFor, takeOutPayroll } from './support/payroll.ts'
import { beginReport, goToPart } from './support/report.ts'
import { isSaved, onDevice, says, textIn, writeOn } from './support/writing.ts'

const { as, asAnew, waitUntil } = aJourney({ municipality: 'lindala', committee: 'valfard-och-servicenamnden' })
const [secretary, manager, politician] = ['Birgit Eklund', 'Fredrik Ask', 'Tove Arvidsson'] as const
const [feeOfficer, chair] = ['Agneta Blom', 'Eva Lindqvist'] as const
const unit = 'Centralköket'
/** As it is called where fees are shown. */
const visit = `${unit}, 24 november 2026`
/** The operation proposes these, and the first one is chosen. */
const [firstTime, secondTime] = [/24 november/, /8 december/] as const
const [begins, ends] = ['15.00', '17.00']
/** Has made her two visits of the year. */
const [again, reason] = ['Margit Hansson', 'Köket byter till egen tillagning, och nämnden vill följa starten.'] as const
/** Moves a visit to an hour before anybody has decided about those who have made theirs. */
const [pool, poolManager] = ['Lindala simhall', 'Robert Hagman'] as const
const meetingDay = '16 december 2026'
/** Has not written of his visit, and the papers of the meeting where it was due have gone out. */
const [owing, lateUnit, inOctober] = ['Torbjörn Alm', 'Arbetsmarknadsenheten', '16 oktober 2026'] as const
/** What the latest meeting was told beside the written report. */
const [lastMeeting, summary] = ['18 november 2026', 'Biblioteket lånar ut böcker på tåget.'] as const
const strengths = 'Maten lagas från grunden och svinnet har halverats på ett år.'
const question = 'Vilka kök står på tur att lära av Centralköket?'
/** Approves in the chair's place for some weeks. */
const [delegate, decision] = ['Zahra Nazari', 'Delegationsordningen punkt 3.1'] as const
/** As the lists of claims name them. */
const [toves, chairs] = [/^Tove Arvidsson: Centralköket/, /^Eva Lindqvist: Lindala bibliotek, 16 oktober/] as const
/** Tove's, the seventh of the politicians. */
const employmentNumber = '7107'

describe('Lindala, where the operation invites the contact politicians of its area', () => {
  let [visitPath, poolPath, reportPath] = ['', '', '']
  let tovesPhone: Visitor

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

  it('VSN-06 VSN-07 VSN-12: Tove writes the report on her phone, where the deviation stands already, and Margit beside her', async () => {
    tovesPhone = await asAnew(politician, phone)
    const { press, sees, page } = tovesPhone
    const draftPath = await beginReport(tovesPhone, unit)
    await sees(/^Steg 1 av \d+$/)
    await sees(/VSN-12, Uppdraget, stycke 1/)
    await sees('Köket har inga matgäster på plats.')
    await press('Spara och nästa')
    await sees('Det som pågår i nämnden')
    await goToPart(tovesPhone, 'Styrkor')
    const margits = await as(again)
    await margits.open(draftPath)
    await writeOn(page, 'Styrkor', strengths)
    await writeOn(margits.page, 'Fråga 1', question)
    await Promise.all([isSaved(page), isSaved(margits.page)])
    await margits.press('Spara och skriv under')
    await margits.sees('Du har skrivit under.')
    await goToPart(tovesPhone, 'Frågor till nämnden att diskutera')
    expect(await textIn(page, 'Fråga 1')).toBe(question)
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  })

  it('VSN-07 VSN-08: before it is handed in stands that it goes with the papers of the next meeting and is summed up there', async () => {
    const { press, sees, page, download } = tovesPhone
    await goToPart(tovesPhone, 'Titta igenom och lämna in')
    await sees(`${politician}: Har inte skrivit under än`)
    await sees('En underskrift som saknas hindrar ingenting.')
    await press('Spara och gå vidare till färdigställ')
    await sees(`Den går med handlingarna till sammanträdet ${meetingDay} (manusstopp 7 december 2026).`)
    await sees('Riktlinjen ser gärna en muntlig sammanfattning vid sammanträdet.')
    await press('Färdigställ och skicka')
    await sees('Det här är en allmän handling')
    reportPath = new URL(page.url()).pathname
    await sees(strengths)
    expect(await onDevice(page)).toEqual([])
    const { name, bytes } = await download(/PDF\/A/)
    expect(name).toMatch(/\.pdf$/)
    const { text, archiveLevel, accessibilityPart } = await pdfFacts(bytes)
    expect([archiveLevel, accessibilityPart]).toEqual(['2A', '1'])
    expect(text).toContain(strengths.replaceAll(' ', ''))
  })

  it('VSN-07 VSN-08: the secretary gets the report in the package of the meeting, and its summary on the list of what is said', async () => {
    const { open, follow, sees, download, page } = await as(secretary)
    await open('/sammantraden')
    await follow(meetingDay)
    const link = page.getByRole('link', { name: `Läs rapporten: ${unit}` })
    expect(new URL((await link.getAttribute('href')) ?? '', page.url()).pathname).toBe(reportPath)
    const spoken = page.getByRole('table', { name: 'Lämnas muntligt' }).getByRole('row', { name: unit })
    await expect(spoken.textContent()).resolves.toMatch(/Muntlig sammanfattning.*Väntar/)
    await sees(question)
    const files = Object.keys(unzipSync((await download(/Handlingarna samlade/)).bytes))
    expect(files.filter((name) => name.endsWith('.pdf')).length).toBeGreaterThan(1)
  })

  it('VSN-08: after a meeting the secretary notes what was said beside a written report, by whom and whether it was discussed', async () => {
    const { open, follow, choose, answer, write, press, sees, page } = await as(secretary)
    await open('/sammantraden')
    await follow(lastMeeting)
    await choose('Vilket besök?', `Lindala bibliotek, besök ${inOctober}`)
    await press('Anteckna muntlig rapport')
    await sees('Det här antecknas som en muntlig sammanfattning av den.')
    await answer('Vem talade?', 'Kjell Nordin')
    await write('Vad handlade det om, i en mening?', summary)
    await answer('Blev det någon diskussion?', 'Ja')
    await press('Anteckna')
    const spoken = page.getByRole('table', { name: 'Lämnas muntligt' }).getByRole('row', { name: 'Lindala bibliotek' })
    await expect(spoken.textContent()).resolves.toMatch(
      /Biblioteket lånar ut.*Muntlig sammanfattning.*Kjell Nordin.*Framförd.*Nämnden diskuterade det\./,
    )
    // The written report is the report all the same.
    await open('/rapporter')
    const report = page.getByRole('row', { name: 'Lindala bibliotek' }).filter({ hasText: inOctober })
    await expect(report.textContent()).resolves.toMatch(/KP 2026-\d+.*Allmän handling/)
  })

  it('VSN-07: a report that missed its meeting is late since the papers deadline, and the secretary reminds', async () => {
    const { open, press, sees, page } = await as(secretary)
    await open('/')
    await sees(`Rapporten från ${lateUnit} saknas`)
    await open('/rapporter')
    const row = page.getByRole('table', { name: 'Rapporter som saknas' }).getByRole('row', { name: lateUnit })
    await expect(row.textContent()).resolves.toMatch(
      /Torbjörn Alm.*9 november 2026\s*15 dagar sen.*VSN-07, Rapportering, stycke 1.*Ingen påminnelse/,
    )
    await press(`Påminn nu: ${lateUnit}`)
    await sees('Påminnelsen är på väg.')
    await expect(row.textContent()).resolves.toMatch(/1 påminnelse.*Påmind i dag\./)
    const { text } = await letterTo(
      await as(secretary),
      'torbjorn.alm',
      `Påminnelse: rapporten från besöket på ${lateUnit}`,
    )
    expect(text).toContain(`${secretary} påminner dig om det här:`)
    expect(text).toContain('Den skulle ha varit klar 9 november 2026.')
  })

  it('VSN-07: whoever is late writes on the phone all the same, and the report goes with the next papers', async () => {
    const visitor = await asAnew(owing, phone)
    const { open, press, sees, page } = visitor
    await open('/')
    await sees('Försenat')
    await beginReport(visitor, lateUnit)
    await goToPart(visitor, 'Utmaningar och sådant som kan utvecklas')
    await writeOn(page, 'Utmaningar och sådant som kan utvecklas', 'Väntan på en praktikplats är lång.')
    await isSaved(page)
    await goToPart(visitor, 'Titta igenom och lämna in')
    await press('Spara och gå vidare till färdigställ')
    await sees(`Den går med handlingarna till sammanträdet ${meetingDay} (manusstopp 7 december 2026).`)
    await press('Färdigställ och skicka')
    await says(page, 'Det här är en allmän handling')
    const { open: openList, sees: seesList, follow, page: list } = await as(secretary)
    await openList('/rapporter')
    await seesList('Alla genomförda besök har en rapport.')
    await openList('/sammantraden')
    await follow(meetingDay)
    const paper = list.getByRole('table', { name: 'Handlingar' }).getByRole('row', { name: lateUnit })
    await expect(paper.textContent()).resolves.toMatch(/16 oktober 2026.*Torbjörn Alm/)
  })

  it('VSN-09: the claim makes itself: a meeting fee for the two hours, with nothing for Tove to do', async () => {
    await tovesPhone.open('/arvoden')
    const claim = cardOf(tovesPhone, visit)
    await expect(claim.textContent()).resolves.toMatch(/520\skr/)
    await expect(claim.textContent()).resolves.toContain('Sammanträdesarvode')
    await expect(claim.textContent()).resolves.toContain('Ersättning, stycke 1')
    await expect(claim.textContent()).resolves.toContain('Underlaget går vidare av sig självt.')
  })

  it('VSN-09: the chair lets another approve for some weeks, and the decision and its days stand there', async () => {
    const { open, choose, write, press, sees, page } = await as(chair)
    await open('/arvoden/delegationer')
    await choose('Vilken roll delegeras?', /^Ordförande/)
    await choose('Vem ger delegationen?', chair)
    await choose('Vem får den?', delegate)
    await write('Första dag', today)
    await write('Sista dag', '2026-12-31')
    await write('Vilken dag beslutades det?', '2026-11-18')
    await write('Paragraf eller diarienummer', decision)
    await press('Registrera delegationen')
    await sees('Delegationen är registrerad.')
    const row = page.getByRole('table', { name: 'Delegationer' }).getByRole('row', { name: delegate })
    await expect(row.textContent()).resolves.toMatch(/24 november 2026 – 31 december 2026.*punkt 3\.1.*Gäller nu/)
  })

  it('VSN-09: the secretary checks; the delegate approves, but not the fee of the chair who gave the delegation', async () => {
    const checking = await as(secretary)
    await checking.open('/arvoden/kontroll')
    for (const claim of [toves, chairs]) await checking.tick(claim)
    await checking.press('Kontrollerat: de valda stämmer')
    const { open, tick, press, sees, page } = await as(delegate)
    await open('/arvoden/attest')
    await sees(new RegExp(`på delegation \\(från ${chair}, beslut 18 november 2026, ${decision}\\)`))
    await sees('Ordförandens egna underlag attesteras av vice ordföranden.')
    expect(await page.getByRole('checkbox', { name: chairs }).count()).toBe(0)
    await tick(toves)
    await press('Attestera de valda')
  })

  it('VSN-09: nobody approves the own fee: the chair has no box for it, and the vice chair has', async () => {
    const own = await as(chair)
    await own.open('/arvoden/attest')
    await own.sees(`${chair} (ditt eget, någon annan tar det)`)
    expect(await own.page.getByRole('checkbox', { name: chairs }).count()).toBe(0)
    const { open, tick, press } = await as(owing)
    await open('/arvoden/attest')
    await tick(chairs)
    await press('Attestera de valda')
    await own.open('/arvoden')
    await expect(cardOf(own, `Lindala bibliotek, ${inOctober}`).textContent()).resolves.toContain('Attesterat')
  })

  it('VSN-09: the payroll file comes out, for the payroll system, for a spreadsheet and as a list to type in by hand', async () => {
    const { paxml, csv } = await takeOutPayroll(as, feeOfficer)
    expect(checkPaxml(paxml)).toEqual([])
    expect(paidFor(paxml, `${unit} ${today}`)).toEqual(new Map([[employmentNumber, 520_00]]))
    expect(csv).toContain(`${unit} ${today}`)
    const { download } = await as(feeOfficer)
    const list = await pdfFacts((await download(/PDF\/A/)).bytes)
    expect([list.archiveLevel, list.accessibilityPart]).toEqual(['2A', '1'])
    for (const piece of [`${politician}, anställningsnummer ${employmentNumber}`, secretary, delegate, owing])
      expect(list.text).toContain(piece.replaceAll(' ', ''))
  })

  it('VSN-09: the fee officer marks the file as paid when the pay has gone out, and Tove sees it with the reasons', async () => {
    await markAsPaid(await as(feeOfficer))
    await tovesPhone.open('/arvoden')
    await tovesPhone.sees(/^Lämnat till lön 24 november 2026 i lönefil \d+: 520\skr\. Utbetalt 24 november 2026\.$/)
    await expect(cardOf(tovesPhone, visit).textContent()).resolves.toMatch(/Utbetalt.*Ersättning, stycke 1/)
  })

  it('VSN-09: Tove had left after an hour, and says so: what has been paid stands until the chair has decided', async () => {
    const { open, follow, write, press, sees } = tovesPhone
    await open(visitPath)
    await follow('Rätta närvaron')
    await write(`Gick (${politician})`, '16.00')
    await write('Varför rättas närvaron?', 'Jag gick före samtalet om matsvinn.')
    await press('Visa vad som ändras')
    await sees('Inget är sparat än.')
    await press('Spara rättelsen')
    await sees('Närvaron är rättad.')
    await open('/arvoden')
    await expect(cardOf(tovesPhone, visit).textContent()).resolves.toMatch(/520\skr/)
    const deciding = await as(chair)
    await deciding.open('/arvoden?vilka=alla')
    await deciding.follow('Skillnader mot det som har lämnats till lön')
    await deciding.follow(`Avgör: ${politician}, ${visit}`)
    await deciding.sees('Närvarande tid var 2 timmar och är i dag 1 timme.')
    await deciding.answer('Vad beslutar du?', 'Rätta')
    await deciding.press('Spara beslutet')
    expect(await deciding.page.getByRole('link', { name: `Avgör: ${politician}, ${visit}` }).count()).toBe(0)
  })

  it('VSN-09: the next payroll file takes back what was paid and pays what it should have been, and Tove sees both', async () => {
    const { paxml } = await takeOutPayroll(as, feeOfficer)
    expect(checkPaxml(paxml)).toEqual([])
    expect(paidFor(paxml, `${unit} ${today}`)).toEqual(new Map([[employmentNumber, -173_00]]))
    expect(paxml).toMatch(/<belopp>-347\.00<\/belopp>.*Rättar rad \d+/s)
    await tovesPhone.open('/arvoden')
    await expect(cardOf(tovesPhone, visit).textContent()).resolves.toMatch(
      /Lämnat till lön 24 november 2026 i lönefil \d+: 520\skr.*Rättat 24 november 2026 i lönefil \d+: .173\skr/,
    )
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
