import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkPaxml } from '../../src/slices/claims/claims.paxml-check.ts'
import { pdfFacts } from '../support/pdf.ts'
import { aJourney, phone, type Visitor } from './support/browser.ts'
import { today } from './support/day.ts'
import { letterTo, lineOf } from './support/mailbox.ts'
import { cardOf, readReceipt } from './support/paid.ts'
import { checkAndApprove, paidFor, receiptOf, takeOutPayroll } from './support/payroll.ts'
import { goToPart } from './support/report.ts'
import { isOnServer, isSaved, onDevice, says, textIn, writeOn } from './support/writing.ts'

const { as, asAnew, asStranger, waitUntil } = aJourney({ municipality: 'asberga', committee: 'socialnamnden' })
const [secretary, manager, politician] = ['Monica Ahl', 'Adam Nykvist', 'Roland Frid'] as const
const [feeOfficer, chair] = ['Stefan Moberg', 'Solveig Ekdahl'] as const
const unit = 'Boendestöd Åsberga'
/** As it is called where fees are shown. */
const visit = `${unit}, 24 november 2026`
/** The visit begins some time after the call, so that the letter can be answered first. */
const [begins, ends] = ['14.00', '15.30']
/** What a relative rings Roland about before the visit. */
const subject = 'Anhöriga undrar vem de kan ringa på kvällen.'
const subjectAsked = 'Frågor om god man'
/** Roland's, the sixth of the politicians. */
const employmentNumber = '7106'
/** Told the committee of his visit at its last meeting, and has written nothing. */
const [speaker, toldUnit, told] = [
  'Per-Olof Stark',
  'Äldreboendet Solhöjden',
  'De boende vill äta middag senare.',
] as const
/** The secretary points at this one by mistake: its report is in writing. */
const writtenUnit = 'LSS-boendet Lärkan'
const [lastMeeting, nextMeeting] = ['17 november 2026', '15 december 2026'] as const
/** Of a placement, to be told at the next meeting. */
const [trainee, placement, announced] = [
  'Inger Malm',
  'Hemtjänst Centrum',
  'De som arbetar i hemmen vill ha tid att dricka kaffe.',
] as const
/** What Roland writes: what anybody may read, what belongs elsewhere, and what shows who somebody is. */
const views = 'Brukarna vill ha fler gemensamma promenader.'
const aboutStaff = 'En boendestödjare är otrevlig och höjer rösten.'
const aboutCase = 'En brukare väntar på beslut om bistånd.'
const aboutHealth = 'Britta på tredje våningen har fått en demensdiagnos.'
const agreed = 'Konstnären Ellen Strand visar gärna sina tavlor för nämnden.'
/** No check sees that everybody in Åsberga knows who this is. */
const [idea, recognised] = [
  'En brukare som tidigare ledde kommunens musikkår vill starta en kör.',
  'som tidigare ledde kommunens musikkår',
] as const
const ground = '26 kap. 1 § OSL'

describe('Åsberga, where the manager calls the contact politician of the unit', () => {
  let [visitPath, draftPath, reportPath, trailPath] = ['', '', '', '']
  let rolandsPhone: Visitor

  it('SNB-05 SNB-06: the secretary reads the guideline back: rule, clause, force and bearer, and the local answers apart', async () => {
    const { open, page } = await as(secretary)
    await open('/riktlinje')
    const called = page.getByRole('row', { name: /SNB-05 Enhetens chef kallar/ })
    await expect(called.textContent()).resolves.toMatch(
      /1–2 gånger per kalenderår.*ska.*enhetschefen.*Enhetschefens uppgift, punkt 1/,
    )
    const placement = page.getByRole('row', { name: /SNB-06 Praktik/ })
    await expect(placement.textContent()).resolves.toMatch(/får.*kontaktpolitikern/)
    const answers = page.getByRole('table', { name: 'Lokala tolkningar' })
    await expect(answers.textContent()).resolves.toContain('Påhittat för demonstrationen')
  })

  it('SNB-03 SNB-09: everybody sees who is appointed to which unit', async () => {
    const { open, page } = await as(secretary)
    await open('/uppdrag')
    await expect(page.getByRole('row', { name: unit }).textContent()).resolves.toContain('Roland Frid (oppositionen)')
    await open('/enheter')
    await expect(page.getByRole('row', { name: unit }).textContent()).resolves.toContain('Roland Frid')
  })

  it('SNB-05: the visit of the year is due, and it is the manager who is to call', async () => {
    const waiting = await as(politician)
    await waiting.open('/')
    await waiting.sees(`Kallelse till ${unit} väntas`)
    const calling = await as(manager)
    await calling.open('/')
    await calling.sees(`Kalla till besök på ${unit}`)
    const { open, sees, doesNotSee, follow, page } = await as(secretary)
    await open('/')
    await sees('En enhet har inte kallat till årets besök')
    await doesNotSee('Kalla till besök')
    await follow('En enhet har inte kallat till årets besök')
    const row = page.getByRole('row', { name: unit })
    await expect(row.textContent()).resolves.toMatch(/0 av minst 1.*Inget besök än/)
  })

  it('SNB-01: a relative rings between the visits, and on the phone it is noted what it was about and never who', async () => {
    const { page, open, follow, tick, choose, write, isTurnedBackBy, press, sees } = await as(politician)
    const usual = page.viewportSize()
    await page.setViewportSize({ width: 390, height: 844 })
    await open('/')
    await follow('Har någon hört av sig?')
    await tick('En anhörig')
    await choose('Vilken enhet gäller det?', unit)
    await write('Vad gällde det?', `${subject} Ring 070-123 45 67.`)
    await choose('Vart hänvisade du?', 'Socialchefen')
    await isTurnedBackBy('Spara')
    await sees('Ta bort det som ser ut som ett telefonnummer. Skriv bara vad saken gäller.')
    await write('Vad gällde det?', subject)
    await press('Spara')
    await sees('Tack, kontakten är antecknad.')
    const scrolls = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
    expect(scrolls, 'the page is wider than the phone').toBe(false)
    if (usual !== null) await page.setViewportSize(usual)
  })

  it('SNB-11: the secretary adds to the guide whom one turns to, beside what the guideline says', async () => {
    const { open, follow, write, press, sees, page } = await as(secretary)
    await open('/')
    await follow('Inför besök')
    const fixed = page.getByRole('row', { name: 'Problem i det dagliga arbetet' })
    await expect(fixed.textContent()).resolves.toMatch(/socialchefen.*Att tänka på, stycke 5/)
    await follow('Lägg till en rad')
    await write('Vilken fråga gäller det?', subjectAsked)
    await write('Vem vänder man sig till?', 'överförmyndaren')
    await write('Hur når man dem?', '0123-45 60 20')
    await press('Spara')
    await sees('Det är sparat, och visas för dem som förbereder ett besök.')
  })

  it('SNB-05: a call too many in the year is met with the clause before it is sent', async () => {
    const { open, write, press, sees, follow } = await as('Nadja Petrovic')
    await open('/besok/nytt')
    await press('Fortsätt')
    await write('Dag', today)
    await write('Börjar', begins)
    await write('Slutar', ends)
    await press('Skicka kallelsen')
    await sees('Läs det här innan du går vidare')
    await sees(/Enhetschefens uppgift, punkt 1 \(SNB-05/)
    await follow('Avbryt')
  })

  it('SNB-05 SNB-08: the manager calls, and plans where to meet, whom to meet and in which setting', async () => {
    const { open, follow, write, press, sees, page } = await as(manager)
    await open('/')
    await follow(`Kalla till besök på ${unit}`)
    await sees(politician)
    await write('Dag', today)
    await write('Börjar', begins)
    await write('Slutar', ends)
    await press('Skicka kallelsen')
    await sees('Besöket är bokat och kallelsen är skickad.')
    visitPath = new URL(page.url()).pathname
    await follow('Planera besöket')
    await write('Program', 'Fika med brukarna, en promenad och tid för frågor om nämnden.')
    await write('I vilket sammanhang ses ni?', 'Öppet hus i gemensamhetslokalen')
    await write('Vilka träffar ni?', 'Brukare och två boendestödjare')
    await press('Spara')
    await sees('Programmet är sparat.')
    await sees('Öppet hus i gemensamhetslokalen')
  })

  it('SNB-05: the contact politician answers by the link in the letter, without signing in, and the link is good for one answer', async () => {
    const { open: openUnknown, press, sees: seesUnknown, page: unknown } = await asStranger()
    const reader = await as(politician)
    const { text, calendar } = await letterTo(reader, 'roland.frid', `Kallelse till besök på ${unit}`)
    expect([lineOf(calendar, 'METHOD'), lineOf(calendar, 'STATUS')]).toEqual(['METHOD:REQUEST', 'STATUS:CONFIRMED'])
    const [link] = /\/svar\/[\w-]{43}/.exec(text) ?? []
    await openUnknown(`/..${link}`)
    await seesUnknown('Du kan svara här utan att logga in.')
    await press('Ja, jag kommer')
    await seesUnknown('Tack, du har svarat ja')
    expect((await unknown.goto(unknown.url()))?.status()).toBe(410)
    await seesUnknown('Länken är redan använd')
    const { open, sees } = await as(manager)
    await open(visitPath)
    await sees('Roland Frid, genom länken i ett brev')
  })

  it('SNB-06: the politician cannot call herself, but asks for a placement, and sees how many of the eight hours are left', async () => {
    const { open, follow, press, write, isTurnedBackBy, sees, page } = await as(trainee)
    await open('/besok')
    await follow('Nytt besök')
    await press('Fortsätt')
    await sees('Här kan du boka: Praktik.')
    const hours = async () =>
      page.getByRole('table', { name: 'Praktiktimmar i år' }).getByRole('row', { name: 'Inger Malm' }).textContent()
    expect(await hours()).toBe('Inger Malm3 timmar och 30 minuter0 minuter4 timmar och 30 minuter')
    await write('Dag', '2026-12-01')
    await write('Börjar', '08.00')
    await write('Slutar', '13.00')
    await isTurnedBackBy('Skicka förslaget')
    await sees(/SNB-06/)
    await write('Slutar', '12.00')
    await press('Skicka förslaget')
    await sees('Förslaget är skickat till enhetens chef')
    expect(await hours()).toBe('Inger Malm3 timmar och 30 minuter4 timmar30 minuter')
  })

  it('SNB-02 SNB-10 SNB-11 SNB-12: before the visit stands what it is for, and where everything else belongs', async () => {
    const { open, follow, sees } = await as(politician)
    await open(visitPath)
    await follow('Läs inför besöket')
    await sees(/Personal och medarbetare – hänvisa till närmaste chef/)
    await sees(/Problem i det dagliga arbetet – hänvisa till socialchefen/)
    await sees('Vart vänder man sig?')
    await sees(/Det du får veta under sekretess/)
    await sees('Öppet hus i gemensamhetslokalen')
    await sees(`${subjectAsked} – överförmyndaren, 0123-45 60 20`)
  })

  it('SNB-08 SNB-09: the visit is held, and what the guideline says of it stands there with its clauses', async () => {
    waitUntil(begins)
    const { open, follow, tick, press, sees, unfold } = await as(politician)
    await open(visitPath)
    await follow('Anteckna närvaro')
    await tick('Roland Frid deltog')
    await press('Spara närvaron')
    await sees('Närvaron är antecknad.')
    await sees('Genomfört')
    await unfold('regler är uppfyllda')
    await sees('Enhetschefens uppgift, punkt 2–3 (SNB-08)')
  })

  it('SNB-04: the secretary is told what a note would be, and takes back the one of the wrong visit', async () => {
    const { open, follow, choose, write, answer, press, sees, doesNotSee } = await as(secretary)
    await open('/sammantraden')
    await follow(lastMeeting)
    await choose('Vilket besök?', writtenUnit)
    await press('Anteckna muntlig rapport')
    await sees('Det här antecknas som en muntlig sammanfattning av den.')
    await write('Vad handlade det om, i en mening?', told)
    await answer('Blev det någon diskussion?', 'Nej')
    await answer('Vem talade?', 'Linnea Berg')
    await press('Anteckna')
    await sees('Muntlig sammanfattning')
    await press(`Ta tillbaka: Muntlig sammanfattning, ${writtenUnit}`)
    await doesNotSee(told)
  })

  it('SNB-04: what was told at the meeting is noted by the secretary afterwards, and is the report', async () => {
    const { open, follow, choose, write, answer, press, isTurnedBackBy, sees, page } = await as(secretary)
    await open('/rapporter')
    const missing = page.getByRole('table', { name: 'Rapporter som saknas' }).getByRole('row', { name: toldUnit })
    await expect(missing.textContent()).resolves.toMatch(/Per-Olof Stark.*SNB-04, Kontaktpolitikers uppgift, punkt 5/)
    await open('/sammantraden')
    await follow(lastMeeting)
    await choose('Vilket besök?', `${toldUnit}, besök 13 november 2026`)
    await press('Anteckna muntlig rapport')
    await sees('Enligt riktlinjen räknas det som sägs på sammanträdet som rapporten från besöket.')
    await isTurnedBackBy('Anteckna')
    await sees('Skriv i en mening vad det handlade om.')
    await answer('Vem talade?', speaker)
    await write('Vad handlade det om, i en mening?', told)
    await answer('Blev det någon diskussion?', 'Ja')
    await press('Anteckna')
    const given = page.getByRole('table', { name: 'Lämnas muntligt' }).getByRole('row', { name: toldUnit })
    await expect(given.textContent()).resolves.toMatch(
      /De boende vill äta middag senare\..*Muntlig rapport.*Per-Olof Stark.*Framförd.*Nämnden diskuterade det\./,
    )
    await open('/rapporter')
    expect(await missing.count()).toBe(0)
  })

  it('SNB-04: the one who spoke is asked for nothing more, and everybody reads what was said, and when', async () => {
    const speaking = await as(speaker)
    await speaking.open('/')
    await speaking.doesNotSee(`Skriv rapporten från ${toldUnit}`)
    const { open, sees, page } = await as(trainee)
    await open('/rapporter')
    const row = page.getByRole('row', { name: toldUnit }).filter({ hasText: '13 november 2026' })
    await expect(row.textContent()).resolves.toContain('Muntlig rapport')
    await open(new URL((await row.getByRole('link').first().getAttribute('href')) ?? '', page.url()).pathname)
    await sees(`Lämnades muntligt av ${speaker} vid sammanträdet ${lastMeeting}`)
    await sees(told)
  })

  it('SNB-04: what will be told at the next meeting is announced from a phone: a meeting, a speaker and a line', async () => {
    const { open, follow, choose, tick, write, press, sees } = await asAnew(trainee, phone)
    await open('/besok')
    await follow('Tidigare')
    await follow(`${placement} (praktik)`)
    await follow('Skriv rapport')
    await choose('Sammanträde', nextMeeting)
    await tick(trainee)
    await write('Vad rapporten handlar om, i en mening', announced)
    await press('Anmäl muntlig rapport')
    await sees(`Lämnas muntligt av ${trainee} vid sammanträdet ${nextMeeting}`)
    await open('/')
    await sees(`Berätta om besöket på ${placement} vid sammanträdet`)
  })

  it('SNB-02 SNB-04 SNB-10 SNB-12: Roland has the choice on his phone, and reads first what does not belong in a report', async () => {
    rolandsPhone = await asAnew(politician, phone)
    const { open, follow, press, sees, page } = rolandsPhone
    await open('/')
    await follow(`Skriv rapporten från ${unit}`)
    await sees('Riktlinjen tillåter att rapporten lämnas muntligt vid ett sammanträde.')
    expect(await page.getByRole('button', { name: 'Anmäl muntlig rapport' }).count()).toBe(1)
    await sees('Det du får veta under sekretess hör inte hemma i rapporten. (Att tänka på, stycke 7)')
    for (const [matter, whom] of [
      ['Personal och medarbetare', 'närmaste chef eller förvaltningsledningen. (Ansvarsfördelning, stycke 1)'],
      ['Problem i det dagliga arbetet', 'socialchefen. (Att tänka på, stycke 4)'],
    ]) {
      const item = page.getByRole('listitem').filter({ hasText: matter ?? '' })
      await expect(item.textContent()).resolves.toBe(`${matter} Lämna det till ${whom}`)
    }
    await press('Börja skriva')
    draftPath = new URL(page.url()).pathname
    await sees('Steg 1 av 9')
    await press('Spara och nästa')
    await sees('Synpunkter från brukare')
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  })

  it('SNB-01: what somebody was in touch about between the visits is taken into the report', async () => {
    const { tick, press, sees, page } = rolandsPhone
    await goToPart(rolandsPhone, 'Kontakter utanför besöket')
    await tick(new RegExp(subject))
    await press('Ta med i rapporten')
    await sees('Kontakterna står nu i rapporten')
    await goToPart(rolandsPhone, 'Vad ni såg och hörde')
    expect(await textIn(page, 'Vad ni såg och hörde')).toContain(
      `en anhörig, ${unit}: ${subject} Hänvisad till socialchefen.`,
    )
    await writeOn(page, 'Vad ni såg och hörde', `\n${idea}`)
    await isSaved(page)
    const desk = await as(politician)
    await desk.open('/kontakter')
    await expect(desk.page.getByRole('row', { name: subject }).textContent()).resolves.toContain('Med i rapport')
  })

  it('SNB-02 SNB-10 SNB-12: each sentence that belongs elsewhere is met with its clause while he writes', async () => {
    const { page } = rolandsPhone
    await goToPart(rolandsPhone, 'Synpunkter från brukare')
    await writeOn(page, 'Synpunkter från brukare', [views, aboutStaff, aboutCase, aboutHealth, agreed].join(' '))
    await isSaved(page)
    await says(page, '4 meningar att ta ställning till')
    await says(page, /SNB-02, Ansvarsfördelning, stycke 1: .*närmaste chef eller förvaltningsledningen/)
    await says(page, /SNB-10, Att tänka på, stycke 4: .*socialchefen/)
    await says(page, /SNB-12, Att tänka på, stycke 7: Det du får veta under sekretess hör inte hemma i rapporten/)
    await isOnServer(rolandsPhone, draftPath, aboutHealth)
  })

  it('SNB-02 SNB-10: staff goes to the manager, a problem in the daily work to the head of social services, out of the report', async () => {
    const { press, follow, sees, isTurnedBackBy, unfold, write, page } = rolandsPhone
    await press('Ta ställning i kontrollen')
    await press(/^Överlämna till enhetens chef i stället i meningen som börjar ”En boendestödjare/)
    await sees(`Till ${manager}, 24 november 2026. Inte öppnat än.`)
    await press(/^Ta ut ur rapporten och lämna till socialchefen i meningen som börjar ”En brukare väntar/)
    await sees('Till socialchefen, 24 november 2026. Du kontaktar dem själv.')
    await press(/^Ta bort meningen i meningen som börjar ”Britta/)
    await sees('Meningen är borttagen')
    await sees('1 mening att ta ställning till')
    await unfold('Behåll meningen som den står')
    await isTurnedBackBy(/^Behåll med skälet i meningen som börjar ”Konstnären/)
    await write('Vill du behålla den? Skriv varför', 'Hon har sagt ja till att nämnas.')
    await press(/^Behåll med skälet i meningen som börjar ”Konstnären/)
    await sees('Du har tagit ställning till allt')
    await follow('Till utkastet')
    await goToPart(rolandsPhone, 'Synpunkter från brukare')
    expect(await textIn(page, 'Synpunkter från brukare')).toBe(`${views} ${agreed}`)
  })

  it('SNB-02: the manager takes it on and answers; the secretary, who sees the draft, sees nothing of it', async () => {
    const { open, follow, press, write, sees, doesNotSee } = await as(manager)
    await open('/')
    await follow('Läs det som är överlämnat till dig')
    await doesNotSee(aboutCase)
    await follow(/^Läs det som överlämnades 24 november 2026/)
    await sees(aboutStaff)
    await sees('SNB-02, Ansvarsfördelning, stycke 1')
    await press('Jag tar hand om det här')
    await write('Svara med en rad', 'Tack, jag talar med den det gäller.')
    await press('Skicka svaret')
    await rolandsPhone.open(draftPath)
    await rolandsPhone.sees('Svar: Tack, jag talar med den det gäller.')
    const other = await as(secretary)
    await other.open(draftPath)
    await other.sees(views)
    for (const text of [aboutStaff, aboutCase, aboutHealth, 'Tack, jag talar med den det gäller.'])
      await other.doesNotSee(text)
  })

  it('SNB-04: the report is handed in from the phone, to the committee and not to the manager, and nothing is left there', async () => {
    const { press, sees, doesNotSee, page } = rolandsPhone
    await goToPart(rolandsPhone, 'Titta igenom och lämna in')
    await press('Spara och gå vidare till färdigställ')
    await sees(`Den går med handlingarna till sammanträdet ${nextMeeting} (manusstopp 4 december 2026).`)
    await doesNotSee('Den skickas till enhetens chef')
    await press('Färdigställ och skicka')
    await sees('Det här är en allmän handling')
    reportPath = new URL(page.url()).pathname
    await sees(agreed)
    await sees('KP 2026-004')
    expect(await onDevice(page)).toEqual([])
  })

  it('SNB-12: the secretary marks a passage as secret, with ground and reason, and the others read it masked', async () => {
    const { open, follow, answer, unfold, write, isTurnedBackBy, press, sees } = await as(secretary)
    await open(reportPath)
    await follow('Sekretessmarkera')
    await answer('Vad ska markeras?', 'Delar av texten')
    await unfold('Välj vilka delar')
    await write('Bara några ord eller en mening', 'som ledde musikkåren')
    await write('Lagrum', ground)
    await write('Varför behövs markeringen?', 'En enskild kan kännas igen.')
    await isTurnedBackBy('Sekretessmarkera')
    await sees('Orden står inte så i rapporten.')
    await write('Bara några ord eller en mening', recognised)
    await press('Sekretessmarkera')
    await sees(`Det finns uppgifter här med sekretess: ${ground}.`)
    await sees(idea)

    const { open: openOther, sees: seesOther, doesNotSee, download } = await as(trainee)
    await openOther(reportPath)
    await seesOther('Det här är en maskerad rapport.')
    await seesOther(`En brukare [Sekretess: ${ground}] vill starta en kör.`)
    await seesOther(views)
    await doesNotSee(recognised)
    const { text } = await pdfFacts((await download('Rapporten som fil')).bytes)
    expect(text).toContain(bare(`En brukare [Sekretess: ${ground}] vill starta en kör.`))
    expect(text).not.toContain(bare(recognised))
  })

  it('SNB-12: its author reads all of it, and each reading of what is secret stands in the log without a word of it', async () => {
    await rolandsPhone.open(reportPath)
    await rolandsPhone.sees(idea)
    const { open, sees, doesNotSee, page } = await as('Margareta Hed')
    await open('/logg')
    await sees('Läste en sekretessmarkerad rapport')
    const readings = page.getByRole('row').filter({ hasText: 'Läste en sekretessmarkerad rapport' })
    const who = (await readings.allTextContents()).join(' ')
    expect(who).toContain(politician)
    expect(who).toContain(secretary)
    expect(who).not.toContain(trainee)
    await doesNotSee(recognised)
  })

  it('SNB-04: the next meeting has the written report and the oral one on its list, and its papers come masked as one file', async () => {
    const { open, follow, page, download } = await as(secretary)
    await open('/sammantraden')
    await follow(nextMeeting)
    const papers = page.getByRole('table', { name: 'Handlingar' }).getByRole('row', { name: unit })
    await expect(papers.textContent()).resolves.toMatch(/Roland Frid.*KP 2026-004/)
    const oral = page.getByRole('table', { name: 'Lämnas muntligt' }).getByRole('row', { name: placement })
    await expect(oral.textContent()).resolves.toMatch(new RegExp(`${announced}.*Muntlig rapport.*${trainee}`))
    const { name, bytes } = await download(/Handlingarna samlade/)
    expect(name).toMatch(/\.zip$/)
    const files = unzipSync(bytes)
    expect(strFromU8(files['manifest.json'] ?? new Uint8Array())).toContain('2026-12-15')
    const [, paper] = Object.entries(files).find(([file]) => /^01_.*\.pdf$/.test(file)) ?? []
    const { text } = await pdfFacts(paper ?? new Uint8Array())
    expect(text).toContain(bare(`[Sekretess: ${ground}]`))
    expect(text).not.toContain(bare(recognised))
  })

  it('SNB-13: the claim makes itself: an errand, paid as a full day, with nothing for him to do', async () => {
    const { open, unfold, sees } = rolandsPhone
    await open('/arvoden')
    await unfold('Skäl och uträkning')
    await sees('Förrättningsarvode')
    const claim = cardOf(rolandsPhone, visit)
    await expect(claim.textContent()).resolves.toMatch(/1\s250\skr/)
    await expect(claim.textContent()).resolves.toContain('Ersättning, stycke 1')
    await expect(claim.textContent()).resolves.toContain('Underlaget går vidare av sig självt.')
  })

  it('SNB-13: a meeting in the minutes at the same time stops the fee; he reads what to do, and nobody can check it', async () => {
    await entersMeeting(await as(secretary), '15.00')
    await rolandsPhone.open('/arvoden')
    const claim = cardOf(rolandsPhone, visit)
    await expect(claim.textContent()).resolves.toMatch(
      /Tiden 14\.00–15\.30 går in i annan tid med arvode samma dag: Kommunfullmäktige, 15\.00–17\.00\..*Att göra: Är en tid fel/,
    )
    const { open, sees, page } = await as(secretary)
    await open('/arvoden/kontroll')
    await sees(/Kommunfullmäktige, 15\.00–17\.00/)
    expect(await page.getByRole('checkbox', { name: new RegExp(`${politician}: ${unit}`) }).count()).toBe(0)
  })

  it('SNB-13: the minutes said another hour: it is put right with a reason, and the fee goes on', async () => {
    const visitor = await as(secretary)
    const { open, follow, write, press, sees } = visitor
    await open('/arvoden/ovrig-tid')
    await follow(`Ta bort mötet för ${politician} 24 november 2026`)
    await write('Varför tas det bort?', 'Fullmäktige började 16.00 enligt det justerade protokollet.')
    await press('Ta bort mötet')
    await sees('Mötet är borttaget.')
    await entersMeeting(visitor, '16.00')
    await rolandsPhone.open('/arvoden')
    await expect(cardOf(rolandsPhone, visit).textContent()).resolves.not.toContain('står i vägen')
  })

  it('SNB-13: a second visit in the year is counted and not paid, and the claim says why', async () => {
    const { open, sees } = await as('Hassan Karimi')
    await open('/arvoden')
    await sees('Daglig verksamhet Verkstan, 2 september 2026')
    await sees('Inget arvode')
  })

  it('SNB-13: the secretary checks the claim, and the chair approves it, in which role stands there', async () => {
    await checkAndApprove(as, { officer: secretary, chair, claim: `${politician}: ${unit}` })
    const { open, sees } = rolandsPhone
    await open('/arvoden')
    await sees('Attesterat')
  })

  it('SNB-13: the payroll file comes out, and payroll says what it has paid', async () => {
    const { paxml, csv } = await takeOutPayroll(as, feeOfficer)
    expect(checkPaxml(paxml)).toEqual([])
    expect(paidFor(paxml, `${unit} ${today}`)).toEqual(new Map([[employmentNumber, 1250_00]]))
    expect(csv).toContain(`${unit} ${today}`)
    await readReceipt(await as(feeOfficer), receiptOf(paxml, today))
  })

  it('SNB-13: Roland sees on his phone that it is paid, when, and why', async () => {
    const { open, sees, page } = rolandsPhone
    await open('/arvoden')
    await sees(/^Lämnat till lön 24 november 2026 i lönefil \d+: 1\s250\skr\. Utbetalt 24 november 2026\.$/)
    const claim = cardOf(rolandsPhone, visit)
    await expect(claim.textContent()).resolves.toMatch(/Utbetalt.*Ersättning, stycke 1/)
    const trail = claim.getByRole('link', { name: `Så har beloppet kommit till: ${unit}` })
    trailPath = (await trail.getAttribute('href')) ?? ''
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  })

  it('SNB-13: the auditor goes back from the kronor to the clause, the visit, the call and the report', async () => {
    const { open, page } = await as('Margareta Hed')
    await open(trailPath)
    const all = await page.getByRole('main').textContent()
    expect(all).toMatch(/Utbetalt.*24 november 2026.*1\s250\skr/)
    for (const one of [secretary, chair, feeOfficer, 'Ersättning, stycke 1', '14.00–15.30', 'Kallad', 'KP 2026-004'])
      expect(all).toContain(one)
  })

  it('SNB-05: the page of the year counts the visit of the unit against the guideline', async () => {
    const { open, page } = await as(secretary)
    await open('/sammanstallning')
    const row = page.getByRole('table', { name: 'Besök mot riktlinjen' }).getByRole('row', { name: unit })
    await expect(row.textContent()).resolves.toContain('Uppfyllt')
    await open('/lage')
    const covered = page.getByRole('row', { name: unit })
    await expect(covered.textContent()).resolves.toMatch(/1 av minst 1.*24 november 2026/)
  })
})

/** Has the secretary enter a meeting of the council from its minutes, which Roland was paid for on the day of the visit. */
async function entersMeeting({ open, write, choose, tick, press, sees }: Visitor, from: string): Promise<void> {
  await open('/arvoden/ovrig-tid/ny')
  await write('Organ', 'Kommunfullmäktige')
  await write('Protokoll och paragraf', 'Protokoll 2026-11-24, § 88')
  await write('Dag', today)
  await write('Från', from)
  await write('Till', '17.00')
  await choose('Slags arvode', /arvode/)
  await write('Arvode till var och en, i kronor', '606,50')
  await tick(politician)
  await press('Lägg in mötet')
  await sees('Mötet är inlagt.')
}

/** The text as a PDF's is read, without any white space. */
function bare(text: string): string {
  return text.replaceAll(/\s/g, '')
}
