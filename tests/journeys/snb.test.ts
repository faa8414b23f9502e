import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkPaxml } from '../../src/slices/claims/claims.paxml-check.ts'
import { aJourney } from './support/browser.ts'
import { today } from './support/day.ts'
import { letterTo, lineOf } from './support/mailbox.ts'
import { checkAndApprove, paidFor, takeOutPayroll } from './support/payroll.ts'

const { as, asStranger, waitUntil } = aJourney({ municipality: 'asberga', committee: 'socialnamnden' })
const [secretary, manager, politician] = ['Monica Ahl', 'Adam Nykvist', 'Roland Frid'] as const
const [feeOfficer, chair] = ['Stefan Moberg', 'Solveig Ekdahl'] as const
const unit = 'Boendestöd Åsberga'
/** The visit begins some time after the call, so that the letter can be answered first. */
const [begins, ends] = ['14.00', '15.30']
/** Has been in touch between the visits, with one who has a report to write. */
const [listener, elsewhere] = ['Per-Olof Stark', 'Äldreboendet Solhöjden'] as const
const subject = 'Anhöriga undrar när den nya matsedeln kommer.'
const subjectAsked = 'Frågor om god man'
/** Roland's, the sixth of the politicians. */
const employmentNumber = '7106'
const line = 'Brukarna vill veta vem de kan ringa när bussen inte går.'

describe('Åsberga, where the manager calls the contact politician of the unit', () => {
  let visitPath = ''

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
    const { page, open, follow, tick, choose, write, isTurnedBackBy, press, sees } = await as(listener)
    const usual = page.viewportSize()
    await page.setViewportSize({ width: 390, height: 844 })
    await open('/')
    await follow('Har någon hört av sig?')
    await tick('En anhörig')
    await choose('Vilken enhet gäller det?', elsewhere)
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
    const { open, follow, press, write, isTurnedBackBy, sees, page } = await as('Inger Malm')
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

  it('SNB-01 SNB-04: the report may be oral: a meeting, a speaker and a line', async () => {
    const { follow, choose, tick, write, press, sees } = await as(politician)
    await follow('Skriv rapport')
    await choose('Sammanträde', '15 december 2026')
    await tick('Roland Frid')
    await write('Vad rapporten handlar om, i en mening', line)
    await press('Anmäl muntlig rapport')
    await sees(/Lämnas muntligt|Muntlig rapport/)
  })

  it('SNB-01: what somebody was in touch about is taken into the next report from the unit', async () => {
    const { open, follow, press, tick, sees, page } = await as(listener)
    await open('/')
    await follow(`Skriv rapporten från ${elsewhere}`)
    await press('Börja skriva')
    await tick(new RegExp(subject))
    await press('Ta med i rapporten')
    await sees('Kontakterna står nu i rapporten')
    const written = await page.getByRole('textbox', { name: 'Vad ni såg och hörde' }).inputValue()
    expect(written).toContain(`en anhörig, ${elsewhere}: ${subject} Hänvisad till socialchefen.`)
    await open('/kontakter')
    await expect(page.getByRole('row', { name: subject }).textContent()).resolves.toContain('Med i rapport')
  })

  it('SNB-04: the oral report is on the list of the meeting, and its papers come as one file', async () => {
    const { open, follow, sees, download } = await as(secretary)
    await open('/sammantraden')
    await follow('15 december 2026')
    await sees(line)
    const { name, bytes } = await download(/Handlingarna samlade/)
    expect(name).toMatch(/\.zip$/)
    expect(strFromU8(unzipSync(bytes)['manifest.json'] ?? new Uint8Array())).toContain('2026-12-15')
  })

  it('SNB-13: the claim makes itself: an errand, paid as a full day', async () => {
    const { open, sees, page } = await as(politician)
    await open('/arvoden')
    await sees(`${unit}, 24 november 2026`)
    await page.getByText('Skäl och uträkning').first().click()
    const claim = page.getByRole('article').filter({ hasText: `${unit}, 24 november 2026` })
    await expect(claim.textContent()).resolves.toMatch(/1\s250\skr/)
    await expect(claim.textContent()).resolves.toContain('Ersättning, stycke 1')
  })

  it('SNB-13: a second visit in the year is counted and not paid, and the claim says why', async () => {
    const { open, sees } = await as('Hassan Karimi')
    await open('/arvoden')
    await sees('Daglig verksamhet Verkstan, 2 september 2026')
    await sees('Inget arvode')
  })

  it('SNB-13: the claim is checked by the officer and approved by another than the one whom it is for', async () => {
    await checkAndApprove(as, { officer: feeOfficer, chair: chair, claim: `Roland Frid: ${unit}` })
    const { open, sees } = await as(politician)
    await open('/arvoden')
    await sees('Attesterat')
  })

  it('SNB-13: the payroll file comes out, for the payroll system and for a spreadsheet', async () => {
    const { paxml, csv } = await takeOutPayroll(as, feeOfficer)
    expect(checkPaxml(paxml)).toEqual([])
    expect(paidFor(paxml, `${unit} ${today}`)).toEqual(new Map([[employmentNumber, 1250_00]]))
    expect(csv).toContain(`${unit} ${today}`)
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
