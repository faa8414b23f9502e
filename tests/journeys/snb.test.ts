import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkPaxml } from '../../src/slices/claims/claims.paxml-check.ts'
import { aJourney } from './support/browser.ts'
import { now, today } from './support/day.ts'
import { checkAndApprove, paidFor, takeOutPayroll } from './support/payroll.ts'

const { as } = aJourney({ municipality: 'asberga', committee: 'socialnamnden' })
const [secretary, manager, politician] = ['Monica Ahl', 'Adam Nykvist', 'Roland Frid'] as const
const [feeOfficer, chair] = ['Stefan Moberg', 'Solveig Ekdahl'] as const
const unit = 'Boendestöd Åsberga'
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
    const { open, sees, doesNotSee } = await as(secretary)
    await open('/')
    await sees('En enhet har inte kallat till årets besök')
    await waiting.open('/besok')
    await waiting.doesNotSee('Nytt besök')
    await doesNotSee('Kalla till besök')
  })

  it('SNB-05: a call too many in the year is met with the clause before it is sent', async () => {
    const { open, write, press, sees, follow } = await as('Nadja Petrovic')
    await open('/besok/nytt')
    await press('Fortsätt')
    await write('Dag', today)
    await write('Börjar', now)
    await write('Slutar', '15.00')
    await press('Skicka kallelsen')
    await sees('Läs det här innan du går vidare')
    await sees(/Enhetschefens uppgift, punkt 1 \(SNB-05/)
    await follow('Avbryt')
  })

  it('SNB-05 SNB-08: the manager calls, the contact politician answers, and the manager plans the content', async () => {
    const called = await as(manager)
    await called.open('/')
    await called.follow(`Kalla till besök på ${unit}`)
    await called.sees('Roland Frid')
    await called.write('Dag', today)
    await called.write('Börjar', now)
    await called.write('Slutar', '15.30')
    await called.press('Skicka kallelsen')
    await called.sees('Besöket är bokat och kallelsen är skickad.')
    visitPath = new URL(called.page.url()).pathname

    const answering = await as(politician)
    await answering.open('/')
    await answering.follow(`Svara om du kommer till ${unit}`)
    await answering.tick('Ja')
    await answering.press('Svara')
    await answering.sees('Svaret är sparat.')

    await called.open(visitPath)
    await called.follow('Planera besöket')
    await called.write('Program', 'Fika med brukarna, en promenad och tid för frågor om nämnden.')
    await called.press('Spara')
    await called.sees('Programmet är sparat.')
  })

  it('SNB-02 SNB-10 SNB-11 SNB-12: before the visit stands what it is for, and where everything else belongs', async () => {
    const { open, follow, sees } = await as(politician)
    await open(visitPath)
    await follow('Läs inför besöket')
    await sees(/Personal och medarbetare – hänvisa till närmaste chef/)
    await sees(/Problem i det dagliga arbetet – hänvisa till socialchefen/)
    await sees('Vart vänder man sig?')
    await sees(/Det du får veta under sekretess/)
  })

  it('SNB-08 SNB-09: the visit is held, and what the guideline says of it stands there with its clauses', async () => {
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
  })
})
