import { beforeAll, describe, expect, test } from 'vitest'
import { anApp, appWith, type TestApp } from '../../../tests/support/app.ts'
import { aCast, type CastName, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { adoptRules, type WrittenRules } from '../../../tests/support/guideline-of.ts'
import { nothingAdopted } from '../../../tests/support/unseen.ts'
import { type Command, execute } from '../../platform/command.ts'
import { listMailbox } from '../../platform/mail.ts'
import { judge } from '../guidelines/index.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { partsFor } from './reports.basis.ts'
import { saveDraft, startReport } from './reports.commands.ts'
import { finaliseReport } from './reports.final.commands.ts'
import { getFrozen } from './reports.document.store.ts'
import { listVersionsOf } from './reports.versions.store.ts'

const text = 'text.fritt'

/** A town under a guideline where a report is joint by these rules. */
async function aTown(slug: string, rules: WrittenRules): Promise<TestApp> {
  const database = await aDatabase()
  const clock = testClock()
  const cast = await aCast(database, clock, { slug, ...nothingAdopted })
  await adoptRules({ database, clock }, cast, [['report.form', 'forms: [written], by: jointly'], ...rules])
  return appWith(database, clock, cast)
}

const runIn =
  ({ database, clock, cast }: TestApp) =>
  <I, O>(name: CastName, definition: Command<I, O>, input: unknown) =>
    must(execute({ database, clock }, cast.as(name), definition, input))

async function aDraft(town: TestApp, day: string): Promise<{ readonly id: string; readonly visitId: string }> {
  const { database, cast } = town
  const who = [cast.people.anna, cast.people.bengt]
  const visitId = await aHeldVisit(database, cast, { day, unitId: cast.units.solgarden, who })
  const { id } = await runIn(town)('anna', startReport, { visitId })
  await runIn(town)('anna', saveDraft, { id, version: '1', [text]: 'Maten uppskattas.' })
  return { id, visitId }
}

async function aFinalReport(town: TestApp, day: string) {
  const draft = await aDraft(town, day)
  await runIn(town)('anna', finaliseReport, { id: draft.id, version: '2' })
  return draft
}

const pageOf = async (town: TestApp, name: CastName, path: string) => (await town.get(name, path)).text()
const frozenOf = ({ database, cast }: TestApp, id: string, version?: number) =>
  database.read(cast, (tx) => getFrozen(tx, cast.system(), id, version))
const versionsOf = ({ database, cast }: TestApp, id: string) =>
  database.read(cast, (tx) => listVersionsOf(tx, cast.system(), id))
const reportIn = async ({ database, cast }: TestApp, visitId: string) => {
  const scope = cast.system()
  const { programme, evaluation } = await database.read(cast, (tx) =>
    judge(tx, scope, partsFor(scope), { visit: visitId }),
  )
  return {
    report: programme.reports.find(({ visit }) => visit === visitId),
    joint: evaluation.findings.find(({ kind }) => kind === 'report.joint')?.code,
  }
}

describe('a dissent where the guideline gives room for one', () => {
  let town: TestApp
  beforeAll(async () => {
    town = await aTown('mojligby', [['report.joint', 'dissent: true, unsignedAfterDays: 7']])
  })
  const dissentOf = (name: CastName, id: string, said: string) =>
    town.post(name, `/rapporter/${id}/avvikande-mening`, { text: said })

  test('before the report is final: saved, changed, taken back, and frozen with the report', async () => {
    const { id, visitId } = await aDraft(town, '2026-05-04')
    const saved = await dissentOf('bengt', id, 'Jag tycker att maten var kall.')
    expect(saved.headers.get('location')).toBe(`/mojligby/namnden/rapporter/${id}/utkast`)
    expect(await pageOf(town, 'bengt', `/rapporter/${id}/avvikande-mening`)).toContain('maten var kall')
    await dissentOf('anna', id, 'Något annat.')
    await dissentOf('anna', id, '')
    await dissentOf('bengt', id, 'Jag tycker att maten var ljummen.')
    await runIn(town)('anna', finaliseReport, { id, version: '2' })
    expect((await frozenOf(town, id)).dissents).toMatchObject([
      { name: 'Bengt Exempel', text: 'Jag tycker att maten var ljummen.' },
    ])
    const page = await pageOf(town, 'cecilia', `/rapporter/${id}`)
    expect(page).toContain('Jag tycker att maten var ljummen.')
    expect(page).toContain('Bengt Exempel: Avvikande mening i stället för underskrift')
    const { report, joint } = await reportIn(town, visitId)
    expect(report?.dissents).toEqual([{ person: town.cast.people.bengt, on: town.clock.today() }])
    expect(joint).toBe('dissents')
  })

  test('afterwards: a new version that names it, told to the others; the former stays; twice makes one', async () => {
    const { id } = await aFinalReport(town, '2026-05-05')
    await town.workOff()
    const answers = await Promise.all([1, 2].map(() => dissentOf('bengt', id, 'Jag håller inte med om maten.')))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await versionsOf(town, id)).toHaveLength(2)
    const page = await pageOf(town, 'cecilia', `/rapporter/${id}`)
    expect(page).toContain('Bengt Exempel lämnade en avvikande mening 6 oktober 2026.')
    expect(page).toContain('Jag håller inte med om maten.')
    expect(await pageOf(town, 'cecilia', `/rapporter/${id}/version/1`)).not.toContain('Jag håller inte med')
    await town.workOff()
    const mails = await town.database.read(town.cast, (tx) => listMailbox(tx))
    const told = mails.filter(({ subject, text: said }) => subject.startsWith('Avvikande mening') && said.includes(id))
    expect(told.map(({ personId }) => personId)).toContain(town.cast.people.manager)
    expect(told.map(({ text: said }) => said).join()).not.toContain('håller inte med')
  })

  test('is for those who were there, and not for an empty text or a personal number', async () => {
    const { id } = await aFinalReport(town, '2026-05-06')
    for (const name of ['cecilia', 'david'] as const) expect((await dissentOf(name, id, 'X')).status).toBe(403)
    expect((await dissentOf('bengt', id, ' ')).status).toBe(422)
    const numbered = await dissentOf('bengt', id, 'Om 811218-9876')
    expect([numbered.status, await numbered.text()]).toEqual([422, expect.stringContaining('Om 811218-9876')])
    expect(await versionsOf(town, id)).toHaveLength(1)
  })

  test('two dissent at the same moment: both stand', async () => {
    const { id } = await aFinalReport(town, '2026-05-07')
    await Promise.all([dissentOf('anna', id, 'Den ena meningen.'), dissentOf('bengt', id, 'Den andra meningen.')])
    expect((await frozenOf(town, id)).dissents.map((it) => it.text)).toEqual([
      'Den ena meningen.',
      'Den andra meningen.',
    ])
    expect(await versionsOf(town, id)).toHaveLength(3)
  })
})

describe('a dissent where the guideline gives no room for one', () => {
  test('is refused with the clause, and not offered', async () => {
    const town = await aTown('ejby', [['report.joint', 'dissent: false']])
    const { id } = await aFinalReport(town, '2026-05-04')
    const path = `/rapporter/${id}/avvikande-mening`
    expect(await pageOf(town, 'bengt', path)).toContain('ger inte rum för en avvikande mening (Z-3, § 3)')
    const answer = await town.post('bengt', path, { text: 'Jag tycker annat.' })
    const said = await answer.text()
    expect(answer.status).toBe(422)
    expect(said).toContain('§ 3')
    expect(said).toContain('Riktlinjen ger inte rum för en avvikande mening.')
    expect(await pageOf(town, 'bengt', `/rapporter/${id}`)).not.toContain('avvikande-mening"')
    expect(await versionsOf(town, id)).toHaveLength(1)
  })
})

describe('a signature that was missing when the report became final', () => {
  let town: TestApp
  beforeAll(async () => {
    town = await aTown('underby', [['report.joint', 'dissent: true, unsignedAfterDays: 7']])
  })
  const sign = (name: CastName, id: string) => town.post(name, `/rapporter/${id}/underskrift`)

  test('can be added on the report’s page; it stands in the facts, and what was frozen stays', async () => {
    const { id, visitId } = await aFinalReport(town, '2026-05-11')
    const before = await frozenOf(town, id)
    const page = await pageOf(town, 'bengt', `/rapporter/${id}`)
    expect(page).toContain('Bengt Exempel: Har inte skrivit under än')
    expect(page).toContain('Underskrift väntas från Bengt Exempel.')
    expect(page).toContain('Du kan skriva under till och med 13 oktober 2026.')
    expect((await reportIn(town, visitId)).joint).toBe('waits-until')
    town.clock.advanceMilliseconds(60_000)
    expect((await sign('bengt', id)).status).toBe(303)
    expect((await sign('bengt', id)).status).toBe(303)
    const after = await pageOf(town, 'cecilia', `/rapporter/${id}`)
    expect(after).toMatch(/Bengt Exempel: Skrev under [^<]*, efter att rapporten lämnades in/)
    expect(after).not.toContain('Skriv under rapporten')
    expect(await frozenOf(town, id)).toEqual(before)
    const { report, joint } = await reportIn(town, visitId)
    expect(report?.signed.map(({ person }) => person).toSorted()).toEqual(
      [town.cast.people.anna, town.cast.people.bengt].toSorted(),
    )
    expect(joint).toBe('signed')
  })

  test('is taken no longer than the guideline waits, and the report holds without it', async () => {
    const { id, visitId } = await aFinalReport(town, '2026-05-12')
    town.clock.advanceDays(7)
    town.forgetSessions()
    expect(await pageOf(town, 'bengt', `/rapporter/${id}`)).toContain('Skriv under rapporten')
    town.clock.advanceDays(1)
    town.forgetSessions()
    const page = await pageOf(town, 'bengt', `/rapporter/${id}`)
    expect(page).toContain('Rapporten gäller utan underskrift från Bengt Exempel')
    expect(page).not.toContain('Skriv under rapporten')
    await sign('bengt', id)
    expect((await reportIn(town, visitId)).joint).toBe('holds-without')
    expect((await reportIn(town, visitId)).report?.signed).toHaveLength(1)
    town.clock.advanceDays(-8)
    town.forgetSessions()
  })

  test('is given by those who were there alone', async () => {
    const { id } = await aFinalReport(town, '2026-05-13')
    for (const name of ['cecilia', 'secretary'] as const) expect((await sign(name, id)).status).toBe(403)
  })
})

test('where the guideline says nothing a dissent may be added and a signature has no last day', async () => {
  const town = await anApp()
  const { database, cast } = town
  const who = [cast.people.anna, cast.people.bengt]
  const visitId = await aHeldVisit(database, cast, { day: '2026-05-04', unitId: cast.units.solgarden, who })
  const { id } = await runIn(town)('anna', startReport, { visitId })
  await runIn(town)('anna', saveDraft, { id, version: '1', 'text.HED-09-safety': 'Lugnt.' })
  await runIn(town)('anna', finaliseReport, { id, version: '2' })
  town.clock.advanceDays(60)
  town.forgetSessions()
  expect((await town.post('bengt', `/rapporter/${id}/avvikande-mening`, { text: 'Annat.' })).status).toBe(303)
  const other = await pageOf(town, 'bengt', `/rapporter/${id}`)
  expect(other).toContain('Ändra din avvikande mening')
  expect((await frozenOf(town, id)).dissents).toHaveLength(1)
})
