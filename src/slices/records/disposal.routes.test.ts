import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, must } from '../../../tests/support/cast.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { verifyLogs } from '../../platform/audit-verification.ts'
import { execute } from '../../platform/command.ts'
import { pdfFacts } from '../../../tests/support/pdf.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail.ts'
import { registerCommittee } from '../directory/index.ts'
import { registerPersons } from '../people/index.ts'
import { aHeldVisit } from '../reports/a-held-visit.ts'
import { judgeProgramme } from '../summaries/index.ts'
import { approveDisposal, proposeDisposal } from './disposal.commands.ts'
import { retentionKinds } from './retention.rules.ts'
import { chooseDocuments, registerDisclosure } from './disclosure.commands.ts'

let town: TestApp

beforeEach(async () => {
  town = await anApp()
})

const pageOf = async (response: Promise<Response>) => (await response).text()
const pathOf = (response: Response) => (response.headers.get('location') ?? '').replace('/ekby/namnden', '')

/** Moves the clock to the day, and everybody signs in anew: sessions are short. */
function onDay(iso: string): void {
  town.clock.advanceDays(dayFromIso(iso) - town.clock.today())
  town = appWith(town.database, town.clock, town.cast)
}

const plan = {
  plan: 'Dokumenthanteringsplan 2026 <i>',
  decidedOn: '2026-01-15',
  paragraph: '§ 14',
  validFrom: '2026-02-01',
}

async function aRule(kind: string, form: Readonly<Record<string, string>>): Promise<void> {
  const answer = await town.post('secretary', `/gallring/regler/${kind}`, { ...plan, ...form })
  expect([kind, answer.status]).toEqual([kind, 303])
}

const yearly = { action: 'after-years', years: '1', countedFrom: 'year-end' }
const atOnce = { action: 'at-event' }

/** Writes a report of a visit and makes it final, with the letters and the log that come of it. */
async function aFinalReport(day = '2026-04-01'): Promise<string> {
  const { database, cast } = town
  const who = [cast.people.anna, cast.people.bengt]
  const visitId = await aHeldVisit(database, cast, { day, unitId: cast.units.solgarden, who })
  const draft = pathOf(await town.post('anna', `/rapporter/besok/${visitId}`))
  await town.post('anna', draft, { version: '1', next: 'finish', 'text.HED-09-safety': 'De känner sig trygga.' })
  await town.post('anna', `${draft.replace('/utkast', '')}/fardig`, { version: '2' })
  await town.workOff()
  return draft.replace('/utkast', '')
}

const proposed = async () => pathOf(await town.post('secretary', '/gallring/forslag'))
const refused = async (answer: Response, sentence: string) =>
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(sentence)])

async function count(table: string): Promise<number> {
  const { rows } = await town.database.read(town.cast, (tx) =>
    tx.execute<{ count: string }>(sql`select count(*) as count from ${sql.identifier(table)}`),
  )
  return Number(rows[0]?.count)
}

async function evaluated() {
  const { cast, database } = town
  const { evaluation, programme } = await database.read(cast, (tx) => judgeProgramme(tx, cast.as('secretary')))
  return JSON.stringify({ evaluation, programme })
}

describe('rules', () => {
  test('without one everything is kept, and there is nothing to propose', async () => {
    await aFinalReport()
    onDay('2066-01-01')
    await refused(await town.post('secretary', '/gallring/forslag'), 'Det finns ingenting att gallra i dag')
    expect(await pageOf(town.get('auditor', '/gallring'))).toContain('Ingen regel: bevaras')
  })

  test('have versions by date, each with its ground as text', async () => {
    await aRule('letter', yearly)
    await aRule('letter', { ...yearly, years: '2', validFrom: '2027-01-01' })
    const page = await pageOf(town.get('chair', '/gallring'))
    expect(page).toContain('Gallras 1 år efter kalenderårets slut')
    expect(page).toContain('Från 1 januari 2027: Gallras 2 år efter kalenderårets slut')
    expect(page).toContain('Dokumenthanteringsplan 2026 &lt;i>, beslutad 15 januari 2026, § 14')
    const again = await town.post('secretary', '/gallring/regler/letter', { ...plan, ...yearly })
    await refused(again, 'Det finns redan en regel som börjar gälla den dagen.')
  })

  test.each([
    ['letter', { action: 'after-years', countedFrom: 'event' }, 'Skriv antalet år som en siffra mellan 1 och 100.'],
    ['letter', { action: 'after-years', years: '101', countedFrom: 'event' }, 'Skriv antalet år som en siffra'],
    ['letter', { action: 'after-years', years: '-1', countedFrom: 'event' }, 'Skriv antalet år som en siffra'],
    ['letter', { action: 'at-event' }, 'gallras efter ett antal år.'],
    ['log-content', { action: 'at-event' }, 'gallras efter ett antal år.'],
    ['report', { action: 'burn' }, 'Välj om handlingarna bevaras eller gallras.'],
    ['report', { ...yearly, paragraph: ' ' }, 'Skriv paragrafen i protokollet'],
    ['report', { ...yearly, decidedOn: '2026-12-01' }, 'Beslutet kan inte ha en dag som inte har varit.'],
  ])('%s with %j is refused', async (kind, form, sentence) => {
    await refused(await town.post('secretary', `/gallring/regler/${kind}`, { ...plan, ...form }), sentence)
  })

  test('each kind has a page, no other has', async () => {
    for (const kind of retentionKinds)
      expect((await town.get('secretary', `/gallring/regler/${kind}`)).status).toBe(200)
    expect((await town.get('secretary', '/gallring/regler/person')).status).toBe(404)
  })

  test('who reads, proposes and approves', async () => {
    await aRule('report-draft', atOnce)
    const readers: readonly CastName[] = ['secretary', 'administrator', 'chair', 'auditor']
    for (const name of readers) expect((await town.get(name, '/gallring')).status).toBe(200)
    const others: readonly CastName[] = ['anna', 'manager', 'feeOfficer', 'qualityOfficer']
    for (const name of others) expect((await town.get(name, '/gallring')).status).toBe(403)
    for (const name of ['chair', 'auditor'] as const)
      expect((await town.post(name, '/gallring/forslag')).status).toBe(403)
    for (const name of ['secretary', 'administrator', 'auditor'] as const)
      expect((await town.post(name, `/gallring/forslag/${newId()}/godkann`)).status).toBe(403)
    expect((await town.post('chair', `/gallring/forslag/${newId()}/godkann`)).status).toBe(404)
  })
})

describe('a disposal', () => {
  test('of drafts, letters and log content leaves evaluation, summary and the log’s chain as they were', async () => {
    const report = await aFinalReport()
    const [before, summary] = [await evaluated(), await pageOf(town.get('secretary', '/sammanstallning?ar=2026'))]
    const paper = await pageOf(town.get('secretary', report))
    onDay('2028-01-02')
    const later = await evaluated()
    const summaryLater = await pageOf(town.get('secretary', '/sammanstallning?ar=2026'))
    for (const kind of ['report-draft', 'sign-in']) await aRule(kind, atOnce)
    for (const kind of ['letter', 'log-content', 'visit-note']) await aRule(kind, yearly)
    const [letters, sessions] = [await count('outgoing_mail'), await count('session')]
    const run = await proposed()
    const page = await pageOf(town.get('chair', run))
    expect(page).toContain('Utkast: Solgården')
    expect(page).toContain('reports.finalise')
    expect((await town.post('chair', `${run}/godkann`)).status).toBe(303)

    expect([letters > 0, await count('outgoing_mail'), await count('report_field')]).toEqual([true, 0, 0])
    // Those who have signed in today are still there.
    expect(await count('session')).toBeLessThan(sessions)
    const [log] = (await verifyLogs(town.database)).logs
    expect([log?.faults, (log?.disposed ?? 0) > 0]).toEqual([[], true])
    // Compared on the same day: what is overdue depends on it.
    expect(await evaluated()).toBe(later)
    expect(await pageOf(town.get('secretary', '/sammanstallning?ar=2026'))).toBe(summaryLater)
    expect(await pageOf(town.get('secretary', report))).toContain('De känner sig trygga.')
    onDay('2026-10-06')
    expect(await evaluated()).toBe(before)
    expect([paper, summary].every((it) => it.includes('Solgården'))).toBe(true)
  })

  test('has a record that names each document and its ground, and is gone from what can be proposed', async () => {
    await aFinalReport()
    onDay('2026-10-08')
    await aRule('report-draft', atOnce)
    const run = await proposed()
    expect((await town.get('chair', `${run}/gallringsprotokoll.pdf`)).status).toBe(404)
    await town.post('chair', `${run}/godkann`)
    const file = () => town.get('auditor', `${run}/gallringsprotokoll.pdf`)
    const { text, archiveLevel } = await pdfFacts(new Uint8Array(await (await file()).arrayBuffer()))
    expect(archiveLevel).toBe('2A')
    for (const said of ['Utkast:Solgården', 'Dokumenthanteringsplan2026<i>', '§14', 'SecretaryExempel', 'ChairExempel'])
      expect(text).toContain(said)
    expect(await pageOf(town.get('chair', run))).toContain('Gallrat')
    await refused(await town.post('secretary', '/gallring/forslag'), 'Det finns ingenting att gallra i dag')
    await refused(await town.post('chair', `${run}/godkann`), 'Förslaget är redan avgjort.')
  })

  test('of a final report leaves that it was made, says so where it was, and every list still opens', async () => {
    const report = await aFinalReport()
    const before = await evaluated()
    await aRule('report', yearly)
    onDay('2028-01-01')
    await town.post('chair', `${await proposed()}/godkann`)
    for (const path of [report, '/rapporter', '/sammantraden', '/', '/sammanstallning?ar=2026'])
      expect([path, (await town.get('secretary', path)).status]).toEqual([path, 200])
    const page = await pageOf(town.get('secretary', report))
    expect(page).toContain('Gallrad')
    expect(page).not.toContain('De känner sig trygga.')
    const pdf = await pdfFacts(
      new Uint8Array(await (await town.get('secretary', `${report}/rapport.pdf`)).arrayBuffer()),
    )
    expect(pdf.text).toContain('gallringsprotokollet')
    expect(pdf.text).not.toContain('trygga')
    onDay('2026-10-06')
    expect(await evaluated()).toBe(before)
  })

  test('of claims leaves who, which visit and which amount', async () => {
    await aFinalReport()
    const { cast, database } = town
    await database.transaction(cast, async (tx) => {
      await tx.execute(sql`update claim set state = 'waived'`)
      await tx.execute(sql`insert into claim_decision (id, municipality_id, claim_id, kind, at, day, claimant_id, amount, fee_line, reason, given)
        select gen_random_uuid(), municipality_id, id, 'waived', '2026-04-02', '2026-04-02', person_id, 0,
          '{"visit":"v","person":"p","day":1,"outcome":"not-payable","attended":0,"paid":0,"amount":0,"parts":[],"reasons":[]}',
          'sjuk', '{"workplace":"Sågen"}' from claim`)
    })
    await aRule('claim', { ...yearly, years: '7' })
    const before = await evaluated()
    onDay('2033-12-31')
    await refused(await town.post('secretary', '/gallring/forslag'), 'Det finns ingenting att gallra')
    onDay('2034-01-01')
    await town.post('chair', `${await proposed()}/godkann`)
    const { rows } = await database.read(cast, (tx) =>
      tx.execute(sql`select reason, given::text as given from claim_decision`),
    )
    expect(rows).toEqual(rows.map(() => ({ reason: '', given: '{"workplace": ""}' })))
    expect(rows.length).toBeGreaterThan(0)
    expect((await town.get('secretary', '/arvoden')).status).toBe(200)
    onDay('2026-10-06')
    expect(await evaluated()).toBe(before)
    await refused(await town.post('secretary', '/gallring/forslag'), 'Det finns ingenting att gallra')
  })

  test('of disclosures, notes and try-outs runs too', async () => {
    const { cast, database } = town
    const request = await must(
      execute(town, cast.as('secretary'), registerDisclosure, {
        day: '2026-10-06',
        cameAs: 'phone',
        asked: 'Allt om <b>x</b>',
      }),
    )
    await town.post('secretary', `/utlamnande/${request.id}/avsluta`, { as: 'withdrawn' })
    const visitId = await aHeldVisit(database, cast, {
      day: '2026-05-05',
      unitId: cast.units.solgarden,
      who: [cast.people.anna],
    })
    await database.transaction(cast, (tx) =>
      tx.execute(sql`insert into visit_event (id, municipality_id, visit_id, kind, at, note)
        values (gen_random_uuid(), ${cast.municipalityId}, ${visitId}, 'held', '2026-05-05', 'en anteckning')`),
    )
    await database.transaction(cast, (tx) =>
      tx.execute(sql`insert into guideline_trial (id, municipality_id, committee_id, title, source, over, from_year, to_year, day, state, total,
        result, started_by, started_at, changed_at) values (gen_random_uuid(), ${cast.municipalityId}, ${cast.committeeId}, 'Prövad', '', 'past',
        2026, 2026, '2026-05-05', 'done', 1, '{}', ${cast.people.secretary}, '2026-05-05', '2026-05-05')`),
    )
    const said = { kind: 'relative', subject: 'Maten är kall', referredTo: '', referredOther: 'köket' }
    const where = `unit:${cast.units.solgarden}`
    await town.post('anna', '/kontakter/ny', { ...said, where, day: '2026-10-01' })
    await aRule('try-out', atOnce)
    await aRule('disclosure', atOnce)
    await aRule('visit-note', yearly)
    onDay('2028-01-01')
    await town.post('chair', `${await proposed()}/godkann`)
    const page = await pageOf(town.get('secretary', `/utlamnande/${request.id}`))
    expect(page).toContain('Gallrad')
    expect(page).not.toContain('Allt om')
    expect(await count('guideline_trial')).toBe(0)
    expect(await pageOf(town.get('secretary', `/besok/${visitId}`))).not.toContain('en anteckning')
    const contacts = await pageOf(town.get('secretary', '/kontakter'))
    expect(contacts).toContain('Gallrad')
    expect(contacts).toContain('Solgården')
    expect(contacts).not.toContain('Maten är kall')
    expect(contacts).not.toContain('köket')
  })
})

describe('a proposal', () => {
  beforeEach(async () => {
    await aFinalReport()
    onDay('2026-10-08')
    await aRule('report-draft', atOnce)
  })

  test('is approved by somebody else than the one who made it', async () => {
    const both = { ...town.cast.as('secretary'), roles: ['secretary', 'chair'] as const }
    const { id } = await must(execute(town, both, proposeDisposal, {}))
    expect(await execute(town, both, approveDisposal, { id })).toMatchObject({
      ok: false,
      code: 'retention.own-proposal',
    })
    expect(await count('report_field')).toBeGreaterThan(0)
    expect(await pageOf(town.get('secretary', `/gallring/forslag/${id}`))).not.toContain('Gallra för gott')
  })

  test('of two who approve at the same time one does it', async () => {
    const id = (await proposed()).split('/').at(-1)
    const approvers: readonly CastName[] = ['chair', 'viceChair', 'chair']
    const outcomes = await Promise.all(
      approvers.map((name) => execute(town, town.cast.as(name), approveDisposal, { id })),
    )
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code)).sort()).toEqual([
      'ok',
      'retention.already-decided',
      'retention.already-decided',
    ])
  })

  test.each([
    ['when the rule has changed', () => aRule('report-draft', { action: 'keep', validFrom: '2026-10-08' })],
    ['when there is more', () => aFinalReport('2026-04-08').then(() => backdate())],
    [
      'when something is held',
      async () => {
        await town.post('secretary', '/gallring/undantag', { what: 'report-draft', reason: 'Pågående granskning' })
      },
    ],
    [
      'when somebody has asked for a document',
      async () => {
        const { id } = await must(
          execute(town, town.cast.as('secretary'), registerDisclosure, {
            day: '2026-10-08',
            cameAs: 'phone',
            asked: 'rapporten',
          }),
        )
        const subject = /rapporter\/([0-9a-f-]{36})/.exec(await pageOf(town.get('secretary', '/rapporter')))?.[1]
        await must(execute(town, town.cast.as('secretary'), chooseDocuments, { id, document: `report:${subject}` }))
      },
    ],
  ])('is stale %s, and disposes of nothing', async (_title, change) => {
    const run = await proposed()
    await change()
    expect(await pageOf(town.get('chair', run))).toContain('Förslaget stämmer inte längre')
    const before = await count('report_field')
    await refused(await town.post('chair', `${run}/godkann`), 'Ingenting har gallrats.')
    expect(await count('report_field')).toBe(before)
    expect(before).toBeGreaterThan(0)
  })

  test('holds the next day too, and a new one takes its place', async () => {
    const run = await proposed()
    onDay('2026-10-20')
    expect(await pageOf(town.get('chair', run))).not.toContain('Förslaget stämmer inte längre')
    const next = await proposed()
    await refused(await town.post('chair', `${run}/godkann`), 'Förslaget är redan avgjort.')
    expect((await town.post('chair', `${next}/godkann`)).status).toBe(303)
  })

  test('a document is held with its reason as text, and let go again', async () => {
    const page = await pageOf(town.get('secretary', await proposed()))
    const what = /value="(report-draft:[0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
    await town.post('secretary', '/gallring/undantag', { what, reason: 'Tvist <script>' })
    const overview = await pageOf(town.get('secretary', '/gallring'))
    expect(overview).toContain('Utkast: Solgården')
    expect(overview).not.toContain('Tvist <script>')
    await refused(await town.post('secretary', '/gallring/forslag'), 'Det finns ingenting att gallra')
    const end = /\/gallring\/undantag\/[0-9a-f-]{36}\/upphav/.exec(overview)?.[0] ?? ''
    expect((await town.post('secretary', end)).status).toBe(303)
    expect(await proposed()).toContain('/gallring/forslag/')
    await refused(
      await town.post('secretary', '/gallring/undantag', { what: `report:${newId()}`, reason: 'x' }),
      'Handlingen finns inte i något förslag.',
    )
  })
})

test('another committee’s documents, letters and log are never in a proposal', async () => {
  const { database, clock, cast } = town
  const system = { ...cast.system(), committeeId: newId() }
  await must(
    execute(town, system, registerCommittee, {
      slug: 'skolnamnden',
      name: 'Skolnämnden',
      termFrom: dayFromIso('2026-01-01'),
      termUntil: dayFromIso('2030-01-01'),
    }),
  )
  const { ids } = await must(
    execute(town, system, registerPersons, {
      persons: [
        {
          name: 'Stina Skola',
          email: 's@ekby.example',
          roles: [{ role: 'chair', validFrom: dayFromIso('2026-01-01') }],
        },
      ],
    }),
  )
  await database.transaction(cast, async (tx) => {
    const letter = { municipalityId: cast.municipalityId, text: 'text', queuedAt: clock.now() }
    await queueMail(tx, {
      ...letter,
      personId: ids.get('s@ekby.example'),
      address: 's@ekby.example',
      subject: 'Skolbrev',
    })
    await queueMail(tx, { ...letter, personId: cast.people.anna, address: 'anna@ekby.example', subject: 'Vårt brev' })
  })
  await town.workOff()
  for (const kind of ['letter', 'log-content']) await aRule(kind, yearly)
  onDay('2028-01-01')
  const run = await proposed()
  const page = await pageOf(town.get('chair', run))
  expect([page.includes('Brev: Vårt brev'), page.includes('Skolbrev')]).toEqual([true, false])
  const contentOf = (committeeId: string) =>
    database.system((tx) =>
      tx.execute(
        sql`select c.id from audit_content c join audit_entry e on e.id = c.entry_id where e.committee_id = ${committeeId}::uuid and e.at < '2027-01-01'`,
      ),
    )
  const [ours, theirs] = [await contentOf(cast.committeeId), await contentOf(system.committeeId)]
  await town.post('chair', `${run}/godkann`)
  expect((await contentOf(cast.committeeId)).rows).toHaveLength(0)
  expect((await contentOf(system.committeeId)).rows).toHaveLength(theirs.rows.length)
  expect([ours.rows.length > 0, theirs.rows.length > 0, await count('outgoing_mail')]).toEqual([true, true, 1])
})

/** Puts the newest report's last day before the proposal's. */
async function backdate(): Promise<void> {
  await town.database.transaction(town.cast, (tx) =>
    tx.execute(sql`update report set final_day = '2026-10-05' where state = 'final'`),
  )
}
