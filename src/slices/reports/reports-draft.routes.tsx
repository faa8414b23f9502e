import { isoFromDay } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { PageRequest, RawForm } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { formOf, type FormState } from '../../ui/index.ts'
import { namesOf } from '../people/index.ts'
import { basisOf, type ReportBasis } from './reports.basis.ts'
import { attachmentsLink } from './reports.attachments.page.ts'
import { contactsFor } from './reports.contacts.page.ts'
import { reportContactsTexts } from './reports.contacts.texts.ts'
import { draftDissent } from './reports.dissent.page.ts'
import { fieldsIn, listVariants, writersOf } from './reports.draft.store.ts'
import { type DraftFields, writtenFrom } from './reports.fields.rules.ts'
import { finishedByAnother, namesText, signatureLines, visitFacts, visitSentence } from './reports.page.ts'
import {
  reportDraftForPath,
  reportDraftPath,
  reportFinalForPath,
  reportFinalPath,
  reportPath,
  reportsPath,
} from './reports.paths.ts'
import { mayWriteReport } from './reports.rules.ts'
import { draftCheck } from './reports.check.page.ts'
import { noteRestricted } from './reports.restriction.routes.tsx'
import { statusOf } from './reports.status.page.ts'
import { draftGuard } from './reports.guard.page.ts'
import { getReport, type ReportRow } from './reports.store.ts'
import { reportsTexts } from './reports.texts.ts'
import { besideTexts, fieldName, shownTag, stepOf, writingSteps } from './reports.writing.page.ts'
import { draftFieldPath, takenOverFinalPath, takenOverPath, takeOverPath } from './reports.writing.paths.ts'
import { withAnswerers } from './reports.writing.rules.ts'
import { writingTexts } from './reports.writing.texts.ts'
import { DraftDissent } from './reports-correct.views.tsx'
import { ReportDraft } from './reports-draft.views.tsx'
import { ConcernFirst, GuardNotes, HandOverLines } from './reports-guard.views.tsx'
import { CheckBeside, CheckOnDraft } from './reports-check-draft.views.tsx'
import { DocumentStatus } from './reports-status.views.tsx'

/** How the one who asks writes: as an author, for one who has phoned, or on the committee's behalf. */
export type Way = { readonly writingFor?: string | undefined; readonly isTakenOver?: boolean | undefined }

export type DraftState = Way & {
  readonly typed?: RawForm
  readonly errors?: FormState['errors']
  /** Fields that somebody else had saved another text in. */
  readonly collided?: readonly string[]
  /** The step that was shown, from 1. */
  readonly step?: number | undefined
  /** The button that was pressed before, as the address says it. */
  readonly notice?: string | undefined
}

/** Returns where the draft and its last page are for this way of writing. */
export function pathsOf({ place }: Pick<PageRequest, 'place'>, id: string, { writingFor, isTakenOver }: Way) {
  if (isTakenOver) return { draft: takenOverPath(place, id), final: takenOverFinalPath(place, id) }
  if (writingFor === undefined) return { draft: reportDraftPath(place, id), final: reportFinalPath(place, id) }
  return { draft: reportDraftForPath(place, id, writingFor), final: reportFinalForPath(place, id, writingFor) }
}

/** The draft's page: as it is saved, or as it was typed with what is wrong and what somebody else saved meanwhile. */
export async function draftForm(request: PageRequest, state: DraftState): Promise<Response> {
  const { scope, language, place } = request
  const { writingFor, isTakenOver = false, typed, errors = [], collided = [], notice } = state
  const personId = writingFor ?? scope.personId
  const { report, fields, variants, writers, basis, contacts, status, check, guarded, dissent, attachments } =
    await request.read(async (tx) => {
      const row = await getReport(tx, scope, request.id())
      const visited = await basisOf(tx, scope, row.visitId, language)
      return {
        report: row,
        fields: await fieldsIn(tx, scope, row.id),
        variants: await listVariants(tx, scope, row.id),
        writers: await writersOf(tx, scope, row.id),
        basis: visited,
        contacts: await contactsFor(tx, scope, { personId, reportId: row.id, units: visited.visit.units, language }),
        status: row.state === 'draft' ? await statusOf(tx, scope, row) : undefined,
        attachments: await attachmentsLink(tx, scope, row.id, { language, place }),
        check: row.state === 'draft' ? await draftCheck(tx, scope, row, { language, place }) : undefined,
        dissent: row.state === 'draft' ? await draftDissent(tx, scope, row, { language, place }) : undefined,
        guarded: row.state === 'draft' ? await draftGuard(tx, scope, row, { language, place, personId }) : undefined,
      }
    })
  if (report.state === 'final') return request.redirect(reportPath(place, report.id))
  await noteRestricted(request, [report], 'page')
  const isOwnTakeOver = report.takenOverById === scope.personId
  if (isOwnTakeOver !== isTakenOver) {
    if (isTakenOver) throw new NotFound('taken over report')
    if (writingFor === undefined) return request.redirect(takenOverPath(place, report.id))
  }
  const kept: DraftFields = new Map(variants.filter((it) => it.personId === personId).map((it) => [it.field, it.text]))
  const form = formShown(request, { fields, kept, basis, state })
  const author = writingFor === undefined ? undefined : authorOf(report, writingFor)
  const steps = writingSteps({ language, basis, fields, kept, form, contacts, wantsMore: request.query('mer') === '1' })
  const asked = request.query('falt')
  const wrong = stepOf(steps, [
    ...errors.map(({ field }) => field),
    ...collided,
    ...(asked === undefined ? [] : [asked]),
  ])
  const current = Math.min(
    Math.max(
      wrong ?? state.step ?? stepOf(steps, [request.query('falt') ?? '']) ?? (Number(request.query('amne')) || 1),
      1,
    ),
    steps.length,
  )
  const isWriter = may(scope, 'reports:write') && mayWriteReport(scope, reachOf(report))
  // What was typed while it was sent to the managers stays in the boxes, to be copied.
  const isOpen = !check?.isLocked || typed !== undefined
  const texts = writingTexts(language)
  const isStepNotice = notice !== undefined && /^(?:step|more)/.test(notice)
  return request.page(
    reportsTexts(language).draftTitle(basis.units),
    <ReportDraft
      language={language}
      reportId={report.id}
      personId={scope.personId}
      units={basis.units}
      visit={visitSentence(basis.visit, language)}
      facts={visitFacts(basis, writtenFrom(fields), language)}
      guide={basis.guide}
      managers={namesText(basis.managers, language)}
      topicsLead={topicsLead(basis, language)}
      steps={steps}
      current={current}
      contacts={contacts}
      signatures={await linesOfAuthors(request, report, basis)}
      action={isOpen && (author || isTakenOver || isWriter) ? pathsOf(request, report.id, state).draft : undefined}
      saveAction={author || isTakenOver ? undefined : draftFieldPath(place, report.id)}
      here={pathsOf(request, report.id, state).draft}
      writingFor={author?.name}
      isTakenOver={isTakenOver}
      writeFor={author === undefined && !isTakenOver ? othersToWriteFor(request, report, basis) : undefined}
      takeOverAction={canTakeOver(request, report, basis) ? takeOverPath(place, report.id) : undefined}
      finishedBy={isTakenOver ? undefined : finishedByAnother(basis, author ?? scope, language)}
      version={report.version}
      tagOf={(field) => postedTag(typed, field) ?? shownTag({ fields, kept }, field)}
      beside={besideTexts({ fields, kept, writers }, basis.guide, language)}
      form={form}
      collided={collided.map((field) => ({ field, label: fieldName(basis, field, language) }))}
      notice={isStepNotice ? undefined : noticeOf(notice, language)}
      stepNotice={isStepNotice ? texts.savedHere : undefined}
      attachments={attachments}
      status={
        <>
          <CheckOnDraft language={language} check={check} />
          {status && <DocumentStatus language={language} status={status} compact />}
        </>
      }
      checkOf={(field) => <CheckBeside language={language} check={check} field={field} />}
      concern={<ConcernFirst language={language} concern={guarded?.concern} />}
      noteOf={(field) => <GuardNotes language={language} notes={guarded?.notes.get(field)} />}
      dissent={dissent && <DraftDissent {...dissent} />}
      handedOver={<HandOverLines language={language} lines={guarded?.handOvers ?? []} />}
      listHref={reportsPath(place)}
    />,
    errors.length + collided.length > 0 ? 422 : 200,
    author || isTakenOver || !isWriter || check?.isLocked ? undefined : 'report',
  )
}

/** What the boxes hold: what was typed, or what is saved with the writer's own texts in place of others'. */
function formShown(
  { scope }: PageRequest,
  {
    fields,
    kept,
    basis,
    state: { writingFor, typed, errors = [] },
  }: {
    readonly fields: DraftFields
    readonly kept: DraftFields
    readonly basis: ReportBasis
    readonly state: DraftState
  },
): FormState {
  if (typed) return { values: typed, errors }
  const today = writingFor === undefined ? {} : { calledOn: isoFromDay(scope.today) }
  const shown = withAnswerers(new Map([...fields, ...kept]), basis.guide.answerer?.code)
  return { ...formOf({ ...emptyAnswerers(basis), ...Object.fromEntries(shown), ...today }), errors }
}

/** The guideline's own answerer is chosen beforehand in the boxes that are empty. */
function emptyAnswerers({ guide: { answerer } }: ReportBasis): Readonly<Record<string, string>> {
  if (answerer === undefined) return {}
  return Object.fromEntries(Array.from({ length: 99 }, (_, index) => [`answerer.${index + 1}`, answerer.code]))
}

/** A refused page keeps saying what it showed when it was opened. */
function postedTag(typed: RawForm | undefined, field: string): string | undefined {
  const tag = typed?.[`was.${field}`]
  return typeof tag === 'string' ? tag : undefined
}

function topicsLead({ guide: { topics } }: ReportBasis, language: Language): string | undefined {
  const texts = reportsTexts(language)
  if (topics.length === 0) return undefined
  return topics.some(({ weight }) => weight === 'example') ? texts.topicsExamples : texts.topicsBinding
}

function reachOf(report: ReportRow) {
  return { state: report.state, authorIds: report.authors.map(({ personId }) => personId), unitIds: [] }
}

function othersToWriteFor({ scope, place }: PageRequest, report: ReportRow, { left }: ReportBasis) {
  if (!may(scope, 'people:act-for')) return undefined
  return report.authors
    .filter(({ personId }) => personId !== scope.personId && !left.has(personId))
    .map(({ personId, name }) => ({ name, href: reportDraftForPath(place, report.id, personId) }))
}

function canTakeOver({ scope }: PageRequest, { authors, takenOverById }: ReportRow, { left }: ReportBasis): boolean {
  if (!may(scope, 'reports:register') || takenOverById === scope.personId) return false
  return authors.length > 0 && authors.every(({ personId }) => left.has(personId))
}

async function linesOfAuthors(request: PageRequest, report: ReportRow, { left }: ReportBasis) {
  const { scope, language } = request
  const lines = signatureLines(report, language, left)
  const { takenOverById, takenOverAt } = report
  if (takenOverById === null || takenOverAt === null) return lines
  const name = (await request.read((tx) => namesOf(tx, scope))).get(takenOverById) ?? ''
  return [...lines, writingTexts(language).takenOverBy(name, formatInstant(takenOverAt, language))]
}

function noticeOf(pressed: string | undefined, language: Language): string | undefined {
  const texts = reportsTexts(language)
  const notices = new Map([
    ['save', texts.savedNow],
    ['take', reportContactsTexts(language).taken],
    ['sign', texts.signedNow],
    ['choice', writingTexts(language).chosen],
  ])
  return pressed === undefined ? undefined : notices.get(pressed)
}

/** Returns the author with this id. Throws `NotFound` for somebody who does not write the report. */
export function authorOf({ authors }: ReportRow, personId: string) {
  const author = authors.find((it) => it.personId === personId)
  if (author === undefined) throw new NotFound('author')
  return author
}
