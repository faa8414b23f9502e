import { z } from 'zod'
import { addDays, isoFromDay } from '../../kernel/date.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { queueMail } from '../../platform/mail.ts'
import { placeOf } from '../directory/index.ts'
import { listChoices, listHolders, listPersons, usualMailChoice } from '../people/index.ts'
import { noteReminders } from '../visits/index.ts'
import { checkPath } from './reports.check.paths.ts'
import { phaseOf } from './reports.check.rules.ts'
import { type Check, listChecks } from './reports.check.store.ts'
import { checkMail, type CheckTiding } from './reports.check.mail.texts.ts'
import { listReports, type ReportRow } from './reports.store.ts'

type ToTell = {
  readonly personIds: readonly string[]
  readonly tiding: CheckTiding
  readonly check: Check
  readonly link: string
}

/** Queues a letter to each: the units, the last day and the link, nothing of what is written. Returns who gets one. */
async function tell({ tx, scope, now }: CommandContext, { personIds, tiding, check, link }: ToTell) {
  const told = (await listPersons(tx, scope)).filter(({ id, lockedAt }) => personIds.includes(id) && lockedAt === null)
  const units = check.units.map(({ name }) => name).join(', ')
  for (const { id, email, language } of told) {
    await queueMail(tx, {
      municipalityId: scope.municipalityId,
      aboutCommitteeId: scope.committeeId,
      personId: id,
      address: email,
      ...checkMail(language, tiding, { units, lastDay: check.lastDay, link }),
      queuedAt: now,
    })
  }
  return told.map(({ id }) => id)
}

/** Tells the managers that a draft has come, or was taken back, or the authors that a manager has answered. */
export const tellOfCheck = command({
  name: 'reports.tell-of-check',
  allow: 'system',
  input: z.strictObject({
    reportId: z.uuid(),
    checkId: z.uuid(),
    tiding: z.enum(['sent', 'answered', 'taken-back']),
    link: z.url(),
  }),
  run: async (context, { reportId, checkId, tiding, link }): Promise<Result<{ readonly told: number }>> => {
    const { tx, scope, note } = context
    const check = (await listChecks(tx, scope, { reportId, all: true })).find(({ id }) => id === checkId)
    const [report] = await listReports(tx, scope, { ids: [reportId] })
    const personIds =
      check === undefined || report === undefined
        ? []
        : tiding === 'answered'
          ? authorsOf(report)
          : await managersOf(context, check)
    const told = check === undefined ? [] : await tell(context, { personIds, tiding, check, link })
    note({ type: 'report', id: reportId }, { tiding, told })
    return done({ told: told.length })
  },
})

/** So many days before the last day the managers are reminded, and so long after it the authors are told. */
const daysBefore = 2
const daysAfter = 30

/**
 * Reminds managers who have not answered when the last day comes near, and tells the authors when it has passed: each
 * once. Refuses when there is nothing to tell.
 */
export const remindOfChecks = command({
  name: 'reports.remind-of-checks',
  allow: 'system',
  input: z.strictObject({ publicUrl: z.url() }),
  run: async (context, { publicUrl }): Promise<Result<{ readonly told: number }>> => {
    const { tx, scope, now, note } = context
    const drafts = new Map((await listReports(tx, scope, { state: 'draft' })).map((report) => [report.id, report]))
    const choices = await listChoices(tx)
    const wants = (personId: string) => (choices.get(personId) ?? usualMailChoice).reportReminder
    const place = await placeOf(tx, scope)
    const told: { readonly personId: string; readonly kind: string; readonly subjectId: string }[] = []
    for (const check of await listChecks(tx, scope)) {
      const report = drafts.get(check.reportId)
      const due = report && (await dueOf(context, check, report))
      if (due === undefined) continue
      const { kind, personIds } = due
      const about = { kind, subjectId: check.reportId, occasion: isoFromDay(check.lastDay) }
      const wanted = personIds.filter(wants).map((personId) => ({ personId, ...about }))
      const first = await noteReminders(tx, scope, wanted, now)
      const link = new URL(checkPath(place, check.reportId), publicUrl).href
      await tell(context, { personIds: first.map(({ personId }) => personId), tiding: kind, check, link })
      told.push(...first.map(({ personId }) => ({ personId, kind, subjectId: check.reportId })))
    }
    if (told.length === 0) return refuse('reports.nothing-to-remind')
    note({ type: 'committee', id: scope.committeeId }, { told })
    return done({ told: told.length })
  },
})

async function dueOf(context: CommandContext, check: Check, report: ReportRow) {
  const { today } = context.scope
  const phase = phaseOf(check, today)
  if (phase === 'waits' && today > check.sentDay && today >= addDays(check.lastDay, -daysBefore))
    return { kind: 'check-due' as const, personIds: await managersOf(context, check) }
  if (phase === 'silence' && today <= addDays(check.lastDay, daysAfter))
    return { kind: 'check-silent' as const, personIds: authorsOf(report) }
  return undefined
}

/** The managers of the units that have not answered. */
async function managersOf({ tx, scope }: CommandContext, check: Check): Promise<readonly string[]> {
  const unitIds = check.units.filter(({ answeredDay }) => answeredDay === undefined).map(({ unitId }) => unitId)
  const managers = await listHolders(tx, scope, 'manager', { unitIds })
  return [...new Set(managers.map(({ id }) => id))]
}

function authorsOf({ authors }: ReportRow): readonly string[] {
  return authors.map(({ personId }) => personId)
}
