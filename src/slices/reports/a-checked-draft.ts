import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { anApp, type TestApp } from '../../../tests/support/app.ts'
import type { CastName } from '../../../tests/support/cast.ts'
import { adoptRules } from '../../../tests/support/guideline-of.ts'
import { nothingAdopted } from '../../../tests/support/unseen.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { newId } from '../../platform/ids.ts'
import { createLog } from '../../platform/log.ts'
import { outgoingMail } from '../../platform/mail.tables.ts'
import { runDay } from '../../platform/schedule.ts'
import { appointmentsFacts } from '../appointments/index.ts'
import { directoryFacts, listCommitteesEverywhere } from '../directory/index.ts'
import { judge } from '../guidelines/index.ts'
import { peopleFacts } from '../people/index.ts'
import { visitsFacts } from '../visits/index.ts'
import { visitUnit } from '../visits/visits.tables.ts'
import { aHeldVisit } from './a-held-visit.ts'
import { reportsFacts } from './reports.facts.ts'
import { reportsDaily } from './reports.reminders.handlers.ts'

type UnitName = 'solgarden' | 'bjorken' | 'angen'
/** The field that something is written in. */
export const topic = 'text.fritt'

/** A draft: its town, its id, and its address below the committee's. */
export type CheckedDraft = { readonly town: TestApp; readonly id: string; readonly at: string }

/** A draft of Anna's and Bengt's with something written in it, where the guideline has this check. */
export async function aDraftToCheck(values: string, units: readonly UnitName[] = ['solgarden']): Promise<CheckedDraft> {
  const town = await anApp(nothingAdopted)
  const { database, clock, cast } = town
  await adoptRules({ database, clock }, cast, [
    ['report.form', 'forms: [written], by: jointly'],
    ...(values === '' ? [] : [['report.factual-check', values] as const]),
  ])
  const [first = 'solgarden', ...more] = units
  const who = [cast.people.anna, cast.people.bengt]
  const visitId = await aHeldVisit(database, cast, { day: '2026-10-05', unitId: cast.units[first], who })
  const { municipalityId } = cast
  await database.transaction(cast, async (tx) => {
    for (const name of more)
      await tx.insert(visitUnit).values({ id: newId(), municipalityId, visitId, unitId: cast.units[name] })
  })
  const started = await town.post('anna', `/rapporter/besok/${visitId}`)
  const at = new URL(started.headers.get('location') ?? '', 'http://localhost').pathname
    .replace('/ekby/namnden', '')
    .replace('/utkast', '')
  const saved = await town.post('anna', `${at}/utkast`, {
    version: '1',
    next: 'save',
    [topic]: 'Maten var kall.',
    'proposal.1': 'Värm tallrikarna.',
  })
  expect(saved.status).toBe(303)
  return { town, at, id: at.split('/')[2] ?? '' }
}

/** Returns the status and the page. */
export async function said(answer: Promise<Response>): Promise<readonly [number, string]> {
  const response = await answer
  return [response.status, await response.text()]
}

/** Lets the day come, and does what is done each morning. */
export async function morning({ town }: CheckedDraft, iso: string): Promise<void> {
  const { database, clock } = town
  clock.advanceDays(dayFromIso(iso) - clock.today())
  town.forgetSessions()
  const tasks = reportsDaily({ publicUrl: 'http://localhost' }, reportsFacts)
  await runDay({ database, clock, log: createLog('silent'), tasks, places: listCommitteesEverywhere }, clock.today())
}

/** Returns who has got which letter about the check; none of them has a word of what is written. */
export async function letters({ town }: CheckedDraft): Promise<readonly string[]> {
  await town.workOff()
  const rows = await town.database.read(town.cast, (tx) => tx.select().from(outgoingMail).orderBy(outgoingMail.id))
  const names = new Map(Object.entries(town.cast.people).map(([name, id]) => [id, name]))
  for (const { text } of rows) expect(text).not.toContain('Maten')
  return rows
    .map(({ personId, subject }) => `${names.get(personId ?? '')}: ${subject}`)
    .filter((it) => /sakgranska|svarat|tillbaka|Sista dagen/.test(it))
    .toSorted()
}

/** Returns what the engine finds of the check. */
export async function findings({ town, id }: CheckedDraft): Promise<readonly string[]> {
  const scope = town.cast.system()
  const { evaluation } = await town.database.read(town.cast, (tx) =>
    judge(tx, scope, {
      ...directoryFacts(scope),
      ...peopleFacts(scope),
      ...appointmentsFacts(scope),
      ...visitsFacts(scope),
      ...reportsFacts(scope),
    }),
  )
  return evaluation.findings
    .filter(({ kind, subject }) => kind === 'report.factual-check' && subject.id === id)
    .map(({ outcome, code }) => `${outcome} ${code}`)
}

/** Returns the report's number and state as the database has them. */
export async function rowOf({ town, id }: CheckedDraft) {
  const { rows } = await town.database.read(town.cast, (tx) =>
    tx.execute<{ number: string | null; state: string }>(
      sql`select registration_number as number, state from report where id = ${id}::uuid`,
    ),
  )
  return rows[0]
}

/** Sends the draft to the managers. */
export const send = ({ town, at }: CheckedDraft, more: Readonly<Record<string, string>> = {}, who: CastName = 'anna') =>
  town.post(who, `${at}/sakgranskning/skicka`, { version: '2', ...more })

/** Makes the report final. */
export const finish = ({ town, at }: CheckedDraft, version = '2') => town.post('anna', `${at}/fardig`, { version })

/** Hands in what a manager answers. */
export const answer = (draft: CheckedDraft, form: Readonly<Record<string, string>>, who: CastName = 'manager') =>
  draft.town.post(who, `${draft.at}/sakgranskning`, { version: '1', next: 'hand-in', ...form })
