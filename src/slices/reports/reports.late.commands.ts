import { z } from 'zod'
import type { Finding } from '../../engine/index.ts'
import { type Day, isoFromDay } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { queueMail } from '../../platform/mail.ts'
import { placeOf } from '../directory/index.ts'
import { listHolders, listPersons, listRepresentatives } from '../people/index.ts'
import { type LaterFacts, noteReminders } from '../visits/index.ts'
import { type MissingReport, missingReports } from './reports.late.basis.ts'
import { remindNowForm } from './reports.late.forms.ts'
import { askedKind, escalatedKind, stepOf } from './reports.late.rules.ts'
import { askedMail, escalationMail } from './reports.late.texts.ts'
import { reportsPath, visitReportPath } from './reports.paths.ts'

/**
 * Reminds those who owe the visit's report now, of every report that they owe. A person is reminded so once a day at most,
 * whoever asks. Refuses when everybody has been today.
 */
export const remindNow = command({
  name: 'reports.remind-now',
  allow: 'reports:register',
  input: remindNowForm,
  run: async (context, { visitId, publicUrl }) => {
    const { tx, scope, now, note } = context
    const { missing } = await missingReports(tx, scope)
    const asked = missing.find(({ id }) => id === visitId)
    if (asked === undefined) throw new NotFound('missing report')
    // The one who asks is not written to: what an officer writes the secretary registers.
    const persons = await reachable(context)
    const owing = asked.owing.filter(({ id }) => id !== scope.personId && persons.has(id))
    if (owing.length === 0) return refuse('reports.nobody-to-remind')
    const occasion = isoFromDay(scope.today)
    const gate = owing.map(({ id }) => ({ personId: id, kind: `${askedKind}-day`, subjectId: id, occasion }))
    const told = (await noteReminders(tx, scope, gate, now)).map(({ personId }) => personId)
    if (told.length === 0) return refuse('reports.reminded-today')
    const reports = (personId: string) => missing.filter((it) => it.owing.some(({ id }) => id === personId))
    const each = told.flatMap((personId) =>
      reports(personId).map(({ id }) => ({ personId, kind: askedKind, subjectId: id, occasion })),
    )
    await noteReminders(tx, scope, each, now)
    const linkOf = await linking(context, publicUrl)
    for (const personId of told) {
      const person = persons.get(personId)
      if (person === undefined) continue
      const by = persons.get(scope.personId ?? '')?.name ?? ''
      await send(
        context,
        person,
        askedMail(
          person.language,
          by,
          reports(personId).map((it) => ({ ...it, link: linkOf(it.id) })),
        ),
      )
    }
    note({ type: 'visit', id: visitId }, { reminded: told })
    return done({ told })
  },
})

/** Returns the command that tells of late reports as the guideline's escalation says: each step once, to each. Refuses when there is nothing to tell. */
export function escalateReports(later: LaterFacts) {
  return command({
    name: 'reports.escalate',
    allow: 'system',
    input: z.strictObject({ publicUrl: z.url() }),
    run: async (context, { publicUrl }): Promise<Result<{ readonly told: number }>> => {
      const { tx, scope, now, note } = context
      const { missing } = await missingReports(tx, scope, later)
      const wanted = await wantedTellings(context, missing)
      const persons = await reachable(context)
      const told = await noteReminders(
        tx,
        scope,
        wanted.filter(({ personId }) => persons.has(personId)),
        now,
      )
      if (told.length === 0) return refuse('reports.nothing-to-remind')
      const place = await placeOf(context.tx, context.scope)
      const link = new URL(`${reportsPath(place)}#saknas`, publicUrl).href
      for (const [personId, tellings] of Map.groupBy(told, (it) => it.personId)) {
        const person = persons.get(personId)
        if (person !== undefined) await send(context, person, escalationMail(person.language, tellings, link))
      }
      note(
        { type: 'committee', id: scope.committeeId },
        { told: told.map(({ personId, subjectId, occasion }) => ({ personId, visit: subjectId, step: occasion })) },
      )
      return done({ told: told.length })
    },
  })
}

/** Somebody who is to be told of a late report. */
type Telling = {
  readonly personId: string
  readonly kind: typeof escalatedKind
  readonly subjectId: string
  readonly occasion: string
  readonly units: readonly string[]
  readonly day: Day
  readonly owing: readonly string[]
  /** The last day for the report; absent where it was counted from the visit. */
  readonly deadline: Day | undefined
  readonly clause: string
  /** Whom the guideline names that the system does not know: the secretary tells them. */
  readonly passOn: readonly string[]
}

async function wantedTellings(
  { tx, scope }: CommandContext,
  missing: readonly MissingReport[],
): Promise<readonly Telling[]> {
  const members = (await listRepresentatives(tx, scope)).map(({ id }) => id)
  const secretaries = (await listHolders(tx, scope, 'secretary')).map(({ id }) => id)
  const known: Readonly<Record<string, readonly string[]>> = {
    committee: members,
    secretary: secretaries,
    chair: (await listHolders(tx, scope, 'chair')).map(({ id }) => id),
    'quality-officer': (await listHolders(tx, scope, 'quality-officer')).map(({ id }) => id),
  }
  return missing.flatMap((report) =>
    report.escalations.flatMap(({ finding }) => {
      if (finding.code !== 'tell') return []
      const codes = codesIn(finding)
      // Nobody is passed over in silence: what the system cannot send the secretary sends on.
      const passOn = codes.filter((code) => (known[code] ?? []).length === 0)
      const personIds = [...codes.flatMap((code) => known[code] ?? []), ...(passOn.length > 0 ? secretaries : [])]
      return [...new Set(personIds)].map((personId) => ({
        personId,
        kind: escalatedKind,
        subjectId: report.id,
        occasion: stepOf(finding),
        units: report.units,
        day: report.day,
        owing: report.owing.map(({ name }) => name),
        deadline: report.deadline,
        clause: finding.clause,
        passOn: secretaries.includes(personId) ? passOn : [],
      }))
    }),
  )
}

function codesIn({ values: { to } }: Finding): readonly string[] {
  return Array.isArray(to) ? to : []
}

type Reachable = { readonly id: string; readonly name: string; readonly email: string; readonly language: 'sv' | 'en' }

async function reachable({ tx, scope }: CommandContext): Promise<ReadonlyMap<string, Reachable>> {
  return new Map((await listPersons(tx, scope)).filter((it) => it.lockedAt === null).map((it) => [it.id, it]))
}

async function linking(context: CommandContext, publicUrl: string): Promise<(visitId: string) => string> {
  const place = await placeOf(context.tx, context.scope)
  return (visitId) => new URL(visitReportPath(place, visitId), publicUrl).href
}

async function send(
  { tx, scope, now }: CommandContext,
  person: Reachable,
  mail: { readonly subject: string; readonly text: string },
): Promise<void> {
  await queueMail(tx, {
    municipalityId: scope.municipalityId,
    aboutCommitteeId: scope.committeeId,
    personId: person.id,
    address: person.email,
    ...mail,
    queuedAt: now,
  })
}
