import { beforeEach, describe, expect, it } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import { type CastName, type CastOptions, must } from '../../../tests/support/cast.ts'
import { adoptRules } from '../../../tests/support/guideline-of.ts'
import { nothingAdopted } from '../../../tests/support/unseen.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { execute } from '../../platform/command.ts'
import { createLog } from '../../platform/log.ts'
import { outgoingMail } from '../../platform/mail.tables.ts'
import { runDay } from '../../platform/schedule.ts'
import { listCommitteesEverywhere } from '../directory/index.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { finaliseReport, saveDraft, startReport } from './index.ts'
import { reportsFacts } from './reports.facts.ts'
import { remindNow } from './reports.late.commands.ts'
import { reportsDaily } from './reports.reminders.handlers.ts'

let town: TestApp

const publicUrl = 'https://kp.ekby.example'

async function aVisit(day = '2026-09-01', who: readonly CastName[] = ['anna', 'bengt']): Promise<string> {
  const { cast, database } = town
  return aHeldVisit(database, cast, { day, unitId: cast.units.solgarden, who: who.map((name) => cast.people[name]) })
}

async function aTown(options: CastOptions, today = '2026-10-06'): Promise<void> {
  town = await anApp(options)
  town.clock.advanceDays(dayFromIso(today) - town.clock.today())
}

/** The days that a rule leaves for the report, and two steps after them. */
const steps = [
  ['report.form', 'forms: [written], by: jointly'],
  ['report.timing', 'by: days, days: 14'],
  ['report.escalation', 'afterDays: 10, to: [chair]'],
  ['report.escalation', 'afterDays: 30, to: [group-leader]'],
] as const

async function aTownWithSteps(today: string): Promise<void> {
  await aTown(nothingAdopted, today)
  await adoptRules(town, town.cast, steps)
}

async function morning(iso?: string): Promise<void> {
  const { database, clock } = town
  if (iso !== undefined) clock.advanceDays(dayFromIso(iso) - clock.today())
  const tasks = reportsDaily({ publicUrl }, reportsFacts)
  await runDay({ database, clock, log: createLog('silent'), tasks, places: listCommitteesEverywhere }, clock.today())
}

async function letters(): Promise<readonly { readonly to: string; readonly subject: string; readonly text: string }[]> {
  const rows = await town.database.read(town.cast, (tx) => tx.select().from(outgoingMail).orderBy(outgoingMail.id))
  const names = new Map(Object.entries(town.cast.people).map(([name, id]) => [id, name]))
  return rows.map(({ personId, subject, text }) => ({ to: names.get(personId ?? '') ?? '', subject, text }))
}
const told = async () => (await letters()).map(({ to, subject }) => `${to}: ${subject}`)

/** The list of missing reports as one reads it. */
async function listFor(name: CastName, query = ''): Promise<string> {
  const page = await (await town.get(name, `/rapporter${query}`)).text()
  const section = page.slice(page.indexOf('id="saknas"'), page.indexOf('id="fardiga"'))
  return section
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:])/g, '$1')
}

describe('reports that are missing', () => {
  it('shows the secretary who owes each, by which clause and when, the latest first', async () => {
    await aTownWithSteps('2026-10-06')
    await aVisit('2026-09-25', ['anna'])
    await aVisit('2026-09-01')
    const list = await listFor('secretary')
    expect(list).toContain('Anna Exempel och Bengt Exempel')
    // Fourteen days after 1 September, and the clause of each.
    expect(list).toContain('15 september 2026 21 dagar sen Z-3, § 3')
    expect(list).toContain('9 oktober 2026 3 dagar kvar')
    expect(list).toContain('Z-2, § 2')
    expect(list.indexOf('1 september 2026')).toBeLessThan(list.indexOf('25 september 2026'))
    expect(list).toContain('Saknas rapporten 15 oktober 2026 får gruppledaren veta det.')
    expect(list).toContain('Nästa morgon får ordföranden veta att rapporten saknas.')
  })

  it('shows the chair all of them without a button, a politician the own ones, and the manager none', async () => {
    await aTownWithSteps('2026-10-06')
    await aVisit('2026-09-01')
    await aVisit('2026-09-02', ['cecilia', 'david'])
    const chair = await listFor('chair')
    expect(chair).toContain('Anna Exempel och Bengt Exempel')
    expect(chair).toContain('Cecilia Exempel och David Exempel')
    expect(chair).not.toContain('Påminn nu')
    const own = await listFor('anna')
    expect(own).toContain('Anna Exempel och Bengt Exempel')
    expect(own).not.toContain('Cecilia Exempel')
    expect(own).toContain('Skriv rapport')
    expect(await (await town.get('manager', '/rapporter')).text()).not.toContain('Rapporter som saknas')
  })

  it('says where no day is named, and that only reminders go out where nothing more is in the guideline', async () => {
    await aTown({})
    await aVisit('2026-10-01', ['anna'])
    const list = await listFor('secretary')
    expect(list).toContain('Ingen dag är angiven')
    expect(list).toContain('Besöket var för 5 dagar sedan.')
    expect(list).toContain('Nästa går ut 15 oktober 2026.')
    expect(list).not.toContain('får veta')
    expect(list).not.toContain('Om den dröjer')
  })
})

describe('“Påminn nu”', () => {
  beforeEach(async () => {
    await aTownWithSteps('2026-10-06')
  })

  it('sends one letter a day to each who owes, with all they owe, and shows it', async () => {
    const late = await aVisit('2026-09-01')
    const other = await aVisit('2026-09-20', ['anna'])
    const answer = await town.post('secretary', `/rapporter/besok/${late}/paminnelse`, {})
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toContain('paminnelse=skickad')
    expect(await told()).toEqual([
      'anna: Påminnelse: 2 rapporter väntar på dig',
      'bengt: Påminnelse: rapporten från besöket på Solgården',
    ])
    const [toAnna] = await letters()
    expect(toAnna?.text).toContain(
      'Rapporten från besöket på Solgården 1 september 2026.\nDen skulle ha varit klar 15 september 2026.',
    )
    expect(toAnna?.text).toContain('Den skulle ha varit klar 4 oktober 2026.')
    expect(toAnna?.text).toContain(`/rapporter/besok/${other}`)
    const list = await listFor('secretary', '?paminnelse=skickad')
    expect(list).toContain('Påminnelsen är på väg.')
    expect(list).toContain('Anna Exempel, 6 oktober 2026: av sekreteraren')
    expect(list).toContain('Påmind i dag.')
    // Nobody is reminded twice in a day, whichever report it is about.
    const again = await town.post('secretary', `/rapporter/besok/${other}/paminnelse`, {})
    expect(again.headers.get('location')).toContain('paminnelse=redan')
    expect(await letters()).toHaveLength(2)
    town.clock.advanceDays(1)
    const next = await execute(town, town.cast.as('secretary'), remindNow, { visitId: other, publicUrl })
    expect(next.ok && next.value.told).toEqual([town.cast.people.anna])
  })

  it('at the same moment by two goes out once', async () => {
    const visitId = await aVisit('2026-09-01')
    const both = await Promise.all(
      [0, 1].map(() => execute(town, town.cast.as('secretary'), remindNow, { visitId, publicUrl })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await letters()).toHaveLength(2)
  })

  it('is the secretary’s, and is about a report that is missing', async () => {
    const visitId = await aVisit('2026-09-01')
    expect((await town.post('chair', `/rapporter/besok/${visitId}/paminnelse`, {})).status).toBe(403)
    expect((await town.post('anna', `/rapporter/besok/${visitId}/paminnelse`, {})).status).toBe(403)
    const none = '0198aaaa-0000-7000-8000-000000000000'
    expect((await town.post('secretary', `/rapporter/besok/${none}/paminnelse`, {})).status).toBe(404)
    expect(await letters()).toEqual([])
  })
})

describe('escalation as the guideline has it', () => {
  const chairs = 'chair: En rapport saknas: besöket på Solgården'

  it('is told once, step by step, by the day’s work', async () => {
    await aTownWithSteps('2026-09-24')
    const visitId = await aVisit('2026-09-01')
    // Due on the 15th; ten days after it is the 25th.
    await morning('2026-09-24')
    expect((await told()).filter((it) => it.startsWith('chair'))).toEqual([])
    await morning('2026-09-25')
    await Promise.all([morning('2026-09-26'), morning('2026-09-26')])
    expect((await told()).filter((it) => it.startsWith('chair'))).toEqual([chairs])
    const text = (await letters()).find(({ to }) => to === 'chair')?.text ?? ''
    expect(text).toContain('Den skulle ha varit klar 15 september 2026.')
    expect(text).toContain('Den väntas från Anna Exempel och Bengt Exempel.')
    expect(text).toContain('Riktlinjen: § 4.')
    expect(text).not.toContain(visitId)
    expect(await listFor('secretary')).toContain('Chair Exempel och ViceChair Exempel fick veta det 25 september 2026.')
  })

  it('goes to the secretary, who is asked to tell them, where nobody holds the role', async () => {
    await aTownWithSteps('2026-10-14')
    await aVisit('2026-09-01')
    await morning('2026-10-14')
    expect((await told()).filter((it) => it.startsWith('secretary'))).toEqual([])
    await morning('2026-10-15')
    const mine = (await letters()).filter(({ to }) => to === 'secretary')
    expect(mine).toHaveLength(1)
    expect(mine[0]?.text).toContain('Riktlinjen säger att även gruppledaren ska få veta det.')
  })

  it('tells nobody where the guideline has none', async () => {
    await aTown(
      { guideline: 'valfard-och-servicenamnden-2024', answers: { 'VSN-Q1': 'visit' }, appointed: false },
      '2026-12-20',
    )
    await aVisit('2026-09-01')
    await morning('2026-12-20')
    expect((await told()).filter((it) => !/^(anna|bengt)/.test(it))).toEqual([])
    expect(await listFor('secretary')).not.toContain('får veta')
  })

  it('is not told of what has come', async () => {
    await aTownWithSteps('2026-10-06')
    const visitId = await aVisit('2026-09-01')
    const as = town.cast.as('anna')
    const { id } = await must(execute(town, as, startReport, { visitId }))
    await must(execute(town, as, saveDraft, { id, version: '1', 'text.fritt': 'Lugnt och tryggt.' }))
    await must(execute(town, as, finaliseReport, { id, version: '2' }))
    await morning('2026-10-20')
    expect(await told()).toEqual([])
    expect(await listFor('secretary')).toContain('Alla genomförda besök har en rapport.')
  })
})
