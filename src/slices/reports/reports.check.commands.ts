import { yearOf } from '../../kernel/date.ts'
import { done, type Refusal, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import type { Scope } from '../../platform/scope.ts'
import { listHolders, registerFor } from '../people/index.ts'
import { basisOf } from './reports.basis.ts'
import { draftToSend, mayFinish, receiversOf } from './reports.check.basis.ts'
import { answerForForm, answerForm, sendCheckForm, takeBackForm } from './reports.check.forms.ts'
import type { CheckRefusal } from './reports.check.texts.ts'
import { type ItemAnswer, lastDayOf, phaseOf } from './reports.check.rules.ts'
import {
  addCheck,
  type Check,
  checksAtOwnUnits,
  type CheckUnit,
  findCheck,
  markAnswered,
  saveAnswer,
  takeBack,
} from './reports.check.store.ts'
import { no } from './reports.commands.ts'
import { unfitText } from './reports.final.commands.ts'
import { fieldsIn, giveNumber, lockReport, takeRegistrationNumber } from './reports.draft.store.ts'
import { writtenFrom } from './reports.fields.rules.ts'
import { undecided } from './reports.guard.basis.ts'
import { hasPersonalNumber } from './reports.guard.rules.ts'
import type { ReportRow } from './reports.store.ts'
import { openVariants } from './reports.writing.basis.ts'
import { plainFields, withAnswerers, writersIn } from './reports.writing.rules.ts'

/**
 * Sends the draft to the managers of the visited units, as it stands. Within the authority it stays a draft; to a private
 * provider it is dispatched, which makes it an official document at once (TF 2 kap. 10 §): it is registered then.
 */
export const sendCheck = command({
  name: 'reports.send-check',
  allow: 'reports:check',
  input: sendCheckForm,
  run: async (context, { id, version, lastDay: chosen, dispatch }) => {
    const { tx, scope, now, note, announce } = context
    const report = await lockReport(tx, scope, id)
    const early = notOurs(scope, report)
    if (early) return early
    if (report.version !== version) return no('reports.stale', { version: report.version })
    const basis = await basisOf(tx, scope, report.visitId, 'sv')
    const asked = basis.guide.factualCheck
    if (asked === undefined) return saysNo('reports.check-not-asked')
    if (!mayFinish(scope, report, basis.reporterIds)) return no('reports.only-rapporteur')
    if (await findCheck(tx, scope, id)) return saysNo('reports.check-sent-already')
    const saved = await fieldsIn(tx, scope, id)
    const fields = withAnswerers(plainFields(saved), basis.guide.answerer?.code)
    const unfit =
      (await openVariants(tx, scope, id)) ??
      unfitText(writtenFrom(fields), fields) ??
      (await undecided(tx, scope, report, saved))
    if (unfit) return unfit
    const receivers = await receiversOf(tx, scope, basis)
    if (receivers.length === 0) return saysNo('reports.check-nobody')
    const lastDay = lastDayOf(asked, scope.today, chosen)
    if (lastDay === undefined) return saysNo('reports.check-last-day', {}, 'lastDay')
    const outside = receivers.some((receiver) => receiver.outside)
    if (outside && dispatch === undefined) return saysNo('reports.check-dispatch', {}, 'dispatch')
    const number = outside ? await numberFor(context, report) : undefined
    const units = new Map(receivers.map((receiver) => [receiver.unitId, receiver.outside]))
    const checkId = await addCheck(tx, scope, {
      reportId: id,
      means: asked.means,
      sentAt: now,
      sentDay: scope.today,
      sentBy: scope.personId ?? '',
      lastDay,
      sent: draftToSend(basis, fields),
      units: [...units].map(([unitId, isOutside]) => ({ unitId, outside: isOutside })),
    })
    const sentTo = [...new Set(receivers.map(({ personId }) => personId))]
    note({ type: 'report', id }, { sentTo, lastDay, ...(number !== undefined && { dispatched: true, number }) })
    announce({ name: 'reports.check-sent', ids: { reportId: id, checkId } })
    return done({ id, number })
  },
})

async function numberFor({ tx, scope }: CommandContext, report: ReportRow): Promise<string> {
  const number = report.registrationNumber ?? (await takeRegistrationNumber(tx, scope, yearOf(scope.today)))
  await giveNumber(tx, report.id, number)
  return number
}

/** Takes the draft back before the managers have answered, to write on. What left the authority stays as it was sent. */
export const takeCheckBack = command({
  name: 'reports.take-check-back',
  allow: 'reports:check',
  input: takeBackForm,
  run: async ({ tx, scope, now, note, announce }, { id }) => {
    const report = await lockReport(tx, scope, id)
    const early = notOurs(scope, report)
    if (early) return early
    const check = await findCheck(tx, scope, id)
    if (check === undefined || phaseOf(check, scope.today) !== 'waits') return saysNo('reports.check-not-waiting')
    await takeBack(tx, check.id, { takenBackAt: now, takenBackBy: scope.personId ?? '' })
    note({ type: 'report', id }, { sentOn: check.sentDay })
    announce({ name: 'reports.check-taken-back', ids: { reportId: id, checkId: check.id } })
    return done({ id })
  },
})

/** Keeps what the manager answers, and hands it in when that button was pressed: once. */
export const answerCheck = command({
  name: 'reports.answer-check',
  allow: 'reports:check',
  input: answerForm,
  run: async ({ tx, scope, now, note, announce }, { id, version, next, comment, answers }) => {
    await checksAtOwnUnits(tx, scope, id)
    const open = await openCheck(tx, scope, id)
    if ('code' in open) return open
    const { check } = open
    const own = check.units.filter(({ unitId }) => scope.managedUnitIds.includes(unitId))
    const [first, ...more] = own.filter(({ answeredDay }) => answeredDay === undefined)
    if (first === undefined) return saysNo('reports.check-answered-already')
    if (first.version !== version) return saysNo('reports.check-stale')
    const refusal = notInSent(check, answers) ?? (next === 'hand-in' ? unfitAnswer(comment, answers) : undefined)
    if (refusal) return refusal
    await saveAnswer(tx, scope, first.id, { comment, answers })
    const isHandedIn = next === 'hand-in'
    if (isHandedIn) {
      const answered = { answeredAt: now, answeredDay: scope.today, answeredBy: scope.personId ?? '' }
      await markAnswered(
        tx,
        [first, ...more].map((it) => it.id),
        answered,
      )
      announce({ name: 'reports.check-answered', ids: { reportId: id, checkId: check.id } })
    }
    note({ type: 'report', id }, { handedIn: isHandedIn, answered: answers.map(({ field }) => field) })
    return done({ id, isHandedIn })
  },
})

/** The secretary notes what a manager answered by phone: one comment on the whole. */
export const answerCheckFor = command({
  name: 'reports.answer-check-for',
  allow: 'people:act-for',
  input: answerForForm,
  run: async (context, { id, person, calledOn = context.scope.today, comment }) => {
    const { tx, scope, now, note, announce } = context
    const open = await openCheck(tx, scope, id)
    if ('code' in open) return open
    const { check, report } = open
    if (scope.personId === undefined || person === scope.personId) return no('reports.not-yourself', {}, 'person')
    if (calledOn > scope.today || calledOn < check.sentDay) return no('reports.called-on', {}, 'calledOn')
    const units = await unansweredUnitsOf(context, check, person)
    const [first] = units
    if (first === undefined) return refuse('person-missing', {}, 'person')
    if (hasPersonalNumber(comment)) return no('reports.personal-number', {}, 'comment')
    await saveAnswer(tx, scope, first.id, { comment, answers: first.answers })
    await markAnswered(
      tx,
      units.map((it) => it.id),
      {
        answeredAt: now,
        answeredDay: calledOn,
        answeredBy: person,
        registeredById: scope.personId,
        calledOn,
      },
    )
    note({ type: 'report', id }, { handedIn: true }, person)
    announce({ name: 'reports.check-answered', ids: { reportId: id, checkId: check.id } })
    await registerFor(context, {
      personId: person,
      kind: 'check-answer',
      subject: { type: 'report', id },
      about: report.units.map(({ name }) => name).join(', '),
      aboutDay: report.visitDay,
      calledOn,
    })
    return done({ id })
  },
})

async function unansweredUnitsOf({ tx, scope }: CommandContext, check: Check, personId: string) {
  const open = check.units.filter(({ answeredDay }) => answeredDay === undefined)
  const managers = await listHolders(tx, scope, 'manager', { unitIds: open.map(({ unitId }) => unitId) })
  const managed = new Set(managers.filter(({ id }) => id === personId).map(({ unitId }) => unitId))
  return open.filter(({ unitId }: CheckUnit) => managed.has(unitId))
}

type Open = { readonly check: Check; readonly report: ReportRow }

/** Locks the report and returns what waits for an answer; managers do not see drafts, so nobody in particular asks. */
async function openCheck(tx: CommandContext['tx'], scope: Scope, id: string): Promise<Open | Refusal> {
  const { personId: _asking, ...place } = scope
  const report = await lockReport(tx, place, id)
  const check = await findCheck(tx, scope, id)
  if (check === undefined) return saysNo('reports.check-taken-back')
  return report.state === 'draft' ? { check, report } : saysNo('reports.check-too-late')
}

/** Refuses whoever does not write the report: neither an author, nor the secretary who has taken it over. */
function notOurs(scope: Scope, report: ReportRow): Refusal | undefined {
  if (report.state !== 'draft') return no('reports.already-final')
  return writersIn(report).some((id) => id === scope.personId) ? undefined : no('reports.not-author')
}

function notInSent({ means, sent }: Check, answers: readonly ItemAnswer[]): Refusal | undefined {
  const known = new Set(means === 'check' ? sent.items.map(({ field }) => field) : [])
  return answers.every(({ field }) => known.has(field)) ? undefined : refuse('unknown-field')
}

/** Refuses a wrong without a word on what, and personal numbers: the answer may follow the report. */
function unfitAnswer(comment: string, answers: readonly ItemAnswer[]): Refusal | undefined {
  const fields = answers.filter(({ verdict, text }) => verdict === 'wrong' && text === '').map(nameOfSaid)
  if (fields.length > 0) return saysNo('reports.check-what', { fields }, fields[0])
  const numbers = [
    ...answers.filter(({ text }) => hasPersonalNumber(text)).map(nameOfSaid),
    ...(hasPersonalNumber(comment) ? ['comment'] : []),
  ]
  return numbers.length > 0 ? no('reports.personal-number', { fields: numbers }, numbers[0]) : undefined
}

const nameOfSaid = ({ field }: ItemAnswer): string => `said.${field}`

/** Only codes that have a sentence can be given. */
function saysNo(code: CheckRefusal, facts: Refusal['facts'] = {}, field?: string): Refusal {
  return refuse(code, facts, field)
}
