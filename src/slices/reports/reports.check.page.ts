import { wordsOf } from '../../engine/rules/words.ts'
import { addDays, isoFromDay } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { Refusal } from '../../kernel/result.ts'
import type { BadInput } from '../../platform/command.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type Scope } from '../../platform/scope.ts'
import { type FieldError, formatDay, formOf, type FormState } from '../../ui/index.ts'
import { listHolders, onBehalfTexts } from '../people/index.ts'
import { basisOf } from './reports.basis.ts'
import { draftToSend, mayFinish, receiversOf } from './reports.check.basis.ts'
import { checkForPath, checkPath, checkSendPath, checkTakeBackPath } from './reports.check.paths.ts'
import { lastDayOf, phaseOf, usualCheckDays } from './reports.check.rules.ts'
import { type Check, type CheckUnit, checksAtOwnUnits, findCheck } from './reports.check.store.ts'
import { checkTexts } from './reports.check.texts.ts'
import { fieldsIn } from './reports.draft.store.ts'
import { maskingOf } from './reports.masking.rules.ts'
import { visitSentence } from './reports.page.ts'
import { reportDraftPath, reportPath } from './reports.paths.ts'
import { mayReadRestricted } from './reports.restriction.rules.ts'
import { listRestrictions } from './reports.restriction.store.ts'
import { statusOf } from './reports.status.page.ts'
import { getReport, type ReportRow } from './reports.store.ts'
import { reportsTexts } from './reports.texts.ts'
import { plainFields, writersIn } from './reports.writing.rules.ts'
import type { CheckAnswersPage } from './reports-check-answers.views.tsx'
import type { Reply } from './reports-check-parts.views.tsx'
import type { CheckFormPage, CheckSendPage } from './reports-check.views.tsx'
import type { DraftCheck } from './reports-check-draft.views.tsx'

type On = { readonly language: Language; readonly place: PlaceSlugs }

/** Returns what the page before sending says: to whom, until when, and whether it leaves the authority. */
export async function sendPage(
  tx: ReadTx,
  scope: Scope,
  report: ReportRow,
  { language, place, form }: On & { readonly form: FormState },
): Promise<CheckSendPage | undefined> {
  const basis = await basisOf(tx, scope, report.visitId, language)
  const asked = basis.guide.factualCheck
  const isOurs = report.state === 'draft' && mayFinish(scope, report, basis.reporterIds)
  if (asked === undefined || !isOurs || (await findCheck(tx, scope, report.id))) return undefined
  const texts = checkTexts(language)
  const receivers = await receiversOf(tx, scope, basis)
  const names = (some: typeof receivers) => [...new Set(some.map(({ name, unit }) => `${name} (${unit})`))]
  const list = (some: readonly string[]) => wordsOf(language).list(some)
  const outside = receivers.filter((it) => it.outside)
  const lastDay = lastDayOf(asked, scope.today, undefined)
  const day = (at: NonNullable<typeof lastDay>) => formatDay(at, language)
  return {
    language,
    lead: texts.sendLead(basis.units, day(basis.visit.day)),
    status: await statusOf(tx, scope, report),
    happens: [
      texts.clause(asked.clause),
      receivers.length === 0 ? texts.nobody : texts.toWhom(list(names(receivers))),
      texts.asks[asked.means],
      lastDay === undefined ? texts.untilChosen : texts.until(day(lastDay)),
      texts.locked,
      ...(outside.length === 0 && receivers.length > 0 ? [texts.inside] : []),
    ],
    outside:
      outside.length === 0
        ? undefined
        : [
            texts.outside(list([...new Set(outside.map(({ unit }) => unit))])),
            texts.outsideRegistered(report.registrationNumber ?? ''),
            texts.outsideKept,
          ],
    choosesDay: asked.days === 'silent',
    canSend: receivers.length > 0,
    items: draftToSend(basis, plainFields(await fieldsIn(tx, scope, report.id))).items,
    version: report.version,
    form: form.values.version === undefined ? withUsualDay(form, scope) : form,
    action: checkSendPath(place, report.id),
    draftHref: reportDraftPath(place, report.id),
  }
}

function withUsualDay(form: FormState, { today }: Scope): FormState {
  return { ...formOf({ lastDay: isoFromDay(addDays(today, usualCheckDays)) }), errors: form.errors }
}

/**
 * Returns what a manager of one of the units sees: a form, or why there is nothing to answer. What was taken back is
 * shown no more, unless it had left the authority; what has been marked as secret since is masked. `isRestricted` where
 * it is shown unmasked all the same, to one who may read it.
 */
export async function managerPage(
  tx: ReadTx,
  scope: Scope,
  reportId: string,
  { language, place, form, isStale }: On & { readonly form: FormState | undefined; readonly isStale: boolean },
): Promise<CheckFormPage & { readonly isRestricted: boolean }> {
  const texts = checkTexts(language)
  const checks = await checksAtOwnUnits(tx, scope, reportId)
  const { personId: _asking, ...place0 } = scope
  const report = await getReport(tx, place0, reportId)
  const check = checks.find(({ takenBackAt }) => takenBackAt === undefined) ?? checks.at(-1)
  if (check === undefined) throw new Error('a manager’s page without a check')
  const isTakenBack = check.takenBackAt !== undefined
  const own = check.units.filter(({ unitId }) => scope.managedUnitIds.includes(unitId))
  const open = own.find(({ answeredDay }) => answeredDay === undefined)
  const isOpen = open !== undefined && !isTakenBack && report.state === 'draft'
  const units = wordsOf(language).list(own.map(({ name }) => name))
  const isOpenToThem = report.state === 'final' && mayReadRestricted(scope, writersIn(report))
  const marks = isOpenToThem ? [] : await listRestrictions(tx, scope, reportId)
  const shown = maskingOf(
    check.sent.items.map(({ text }) => text),
    marks,
  )
  const day = formatDay(check.lastDay, language)
  return {
    language,
    title: texts.title(units),
    visit: visitSentence(check.sent.visit, language),
    status: await statusOf(tx, scope, report),
    means: check.means,
    lead: texts.managerLead[check.means],
    deadline: scope.today <= check.lastDay ? texts.deadline(day) : texts.passed(day),
    items: isTakenBack && !check.outside ? [] : check.sent.items.map((it) => ({ ...it, text: shown(it.text) })),
    answer: isOpen
      ? {
          form: form ?? formOf(savedForm(open)),
          version: open.version,
          action: checkPath(place, reportId),
        }
      : undefined,
    closed: isTakenBack ? texts.takenBack : report.state === 'final' && open !== undefined ? texts.isFinal : undefined,
    replies: own
      .filter((it) => it.answeredDay !== undefined || (isStale && it === open))
      .flatMap((it) => replyOf(it, language))
      .map((reply) => ({
        ...reply,
        comment: shown(reply.comment),
        answers: reply.answers.map((it) => ({ ...it, text: shown(it.text) })),
      })),
    reportHref: report.state === 'final' ? reportPath(place, reportId) : undefined,
    isRestricted: isOpenToThem && report.isRestricted,
  }
}

function savedForm({ comment, answers }: CheckUnit): Readonly<Record<string, string>> {
  return {
    comment,
    ...Object.fromEntries(
      answers.flatMap(({ field, verdict, text }) => [
        [`verdict.${field}`, verdict],
        [`said.${field}`, text],
      ]),
    ),
  }
}

function replyOf(unit: CheckUnit, language: Language): readonly Reply[] {
  const { answeredBy, answeredDay, registered, comment, answers } = unit
  const texts = checkTexts(language)
  // What somebody else at the unit has saved and not handed in has no day yet.
  const heading =
    answeredBy === undefined || answeredDay === undefined
      ? texts.saved
      : texts.answeredOn(`${answeredBy.name} (${unit.name})`, formatDay(answeredDay, language))
  return [
    {
      heading,
      name: answeredBy?.name ?? '',
      registered: registered && onBehalfTexts(language).byOn(registered.by, registered.calledOn),
      comment,
      answers,
    },
  ]
}

/** Returns what the authors and the secretary see of the check. */
export async function answersPage(
  tx: ReadTx,
  scope: Scope,
  report: ReportRow,
  check: Check,
  { language, place, form }: On & { readonly form: FormState },
): Promise<CheckAnswersPage> {
  const texts = checkTexts(language)
  const phase = phaseOf(check, scope.today)
  const day = (at: Check['lastDay']) => formatDay(at, language)
  const unanswered = check.units.filter(({ answeredDay }) => answeredDay === undefined)
  const isWriter = writersIn(report).some((id) => id === scope.personId)
  const isDraft = report.state === 'draft'
  const managers = await listHolders(tx, scope, 'manager', { unitIds: unanswered.map(({ unitId }) => unitId) })
  return {
    language,
    title: texts.title(wordsOf(language).list(check.units.map(({ name }) => name))),
    status: await statusOf(tx, scope, report),
    phase,
    sent: texts.sentBy(day(check.sentDay), day(check.lastDay)),
    items: check.sent.items,
    replies: check.units.filter(({ answeredDay }) => answeredDay !== undefined).flatMap((it) => replyOf(it, language)),
    unanswered: unanswered.map(({ name }) => (phase === 'waits' ? texts.waitsFor(name) : texts.silent(name))),
    takeBackAction: isDraft && isWriter && phase === 'waits' ? checkTakeBackPath(place, report.id) : undefined,
    phone:
      isDraft && may(scope, 'people:act-for') && managers.length > 0
        ? {
            action: checkForPath(place, report.id),
            managers: [...new Map(managers.map(({ id, name }) => [id, { value: id, label: name }])).values()],
            form: form.values.calledOn === undefined ? formOf({ calledOn: isoFromDay(scope.today) }) : form,
          }
        : undefined,
    draftHref: isDraft ? reportDraftPath(place, report.id) : reportPath(place, report.id),
  }
}

/** Returns what the draft's page says of the check: what is next, and what the managers said of each text; nothing where there is none. */
export async function draftCheck(
  tx: ReadTx,
  scope: Scope,
  report: ReportRow,
  { language, place }: On,
): Promise<DraftCheck | undefined> {
  const texts = checkTexts(language)
  const check = await findCheck(tx, scope, report.id)
  const basis = await basisOf(tx, scope, report.visitId, language)
  const asked = basis.guide.factualCheck
  if (check === undefined) {
    if (asked === undefined) return undefined
    const maySend = mayFinish(scope, report, basis.reporterIds) && basis.managers.length > 0
    return {
      isLocked: false,
      tone: 'info',
      text: basis.managers.length === 0 ? texts.nobody : texts.notSent[asked.isDuty ? 'must' : 'may'],
      sendHref: maySend ? checkSendPath(place, report.id) : undefined,
      said: {},
    }
  }
  const phase = phaseOf(check, scope.today)
  const isWriter = writersIn(report).some((id) => id === scope.personId)
  const lastDay = formatDay(check.lastDay, language)
  const said = check.units.flatMap(({ answeredDay, answeredBy, answers }) =>
    answeredDay === undefined ? [] : answers.map((it) => ({ ...it, name: answeredBy?.name ?? '' })),
  )
  return {
    isLocked: phase === 'waits',
    tone: phase === 'answered' ? 'good' : 'warning',
    text: phase === 'waits' ? texts.waits(lastDay) : phase === 'answered' ? texts.answered : texts.silence(lastDay),
    answersHref: checkPath(place, report.id),
    takeBackAction: phase === 'waits' && isWriter ? checkTakeBackPath(place, report.id) : undefined,
    said: Object.fromEntries(Map.groupBy(said, ({ field }) => field)),
  }
}

/** Returns the sentences for what was refused, by field. */
export function checkErrors(outcome: Refusal | BadInput, language: Language): readonly FieldError[] {
  const sentences: Readonly<Record<string, string>> = {
    ...reportsTexts(language).errors,
    ...checkTexts(language).errors,
  }
  const sentence = (code: string) => {
    const found = sentences[code]
    if (found === undefined) throw new Error(`There is no sentence for ${code}`)
    return found
  }
  if ('issues' in outcome) return outcome.issues.map(({ field, code }) => ({ field, message: sentence(code) }))
  const message = sentence(outcome.code)
  const { fields } = outcome.facts
  // What is wrong in the draft itself has no field on these pages.
  if (Array.isArray(fields) && outcome.field?.startsWith('said.'))
    return fields.map((field) => ({ field: String(field), message }))
  const isHere = ['lastDay', 'dispatch', 'comment', 'calledOn', 'person'].some((field) => field === outcome.field)
  return [{ field: isHere ? (outcome.field ?? '') : '', message }]
}
