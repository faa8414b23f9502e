import { isoFromDay } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { PageRequest, RawForm } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { formatDay, formOf, type FormState } from '../../ui/index.ts'
import type { Language } from '../../kernel/language.ts'
import { findNextMeeting } from '../directory/index.ts'
import { basisOf } from './reports.basis.ts'
import { contactsFor } from './reports.contacts.page.ts'
import { reportContactsTexts } from './reports.contacts.texts.ts'
import { fieldsIn, listVariants } from './reports.draft.store.ts'
import { writtenFrom } from './reports.fields.rules.ts'
import { draftPage, finaliseHappens, finishedByAnother, signatureLines } from './reports.page.ts'
import {
  reportDraftForPath,
  reportDraftPath,
  reportFinalForPath,
  reportFinalPath,
  reportPath,
} from './reports.paths.ts'
import { mayWriteReport } from './reports.rules.ts'
import { getReport, type ReportRow } from './reports.store.ts'
import { reportsTexts } from './reports.texts.ts'
import { ReportDraft } from './reports-draft.views.tsx'
import { ReportFinalise } from './reports-final.views.tsx'

export type DraftState = {
  /** The author for whom the secretary writes. */
  readonly writingFor?: string
  readonly typed?: RawForm
  readonly errors?: FormState['errors']
  /** Fields that somebody else had saved another text in. */
  readonly collided?: readonly string[]
  /** The button that was pressed before, as the address says it. */
  readonly notice?: string | undefined
}

/** The draft's page: as it is saved, or as it was typed with what is wrong and what somebody else saved meanwhile. */
export async function draftForm(
  request: PageRequest,
  { writingFor, typed, errors = [], collided = [], notice }: DraftState,
): Promise<Response> {
  const { scope, language, place } = request
  const { report, fields, variants, basis, contacts } = await request.read(async (tx) => {
    const row = await getReport(tx, scope, request.id())
    const visited = await basisOf(tx, scope, row.visitId, language)
    return {
      report: row,
      fields: await fieldsIn(tx, scope, row.id),
      variants: await listVariants(tx, scope, row.id),
      basis: visited,
      contacts: await contactsFor(tx, scope, {
        personId: writingFor ?? scope.personId,
        reportId: row.id,
        units: visited.visit.units,
        language,
      }),
    }
  })
  if (report.state === 'final') return request.redirect(reportPath(place, report.id))
  const saved = Object.fromEntries(fields)
  const kept = new Map(
    variants.filter(({ personId }) => personId === (writingFor ?? scope.personId)).map((it) => [it.field, it.text]),
  )
  const today = writingFor === undefined ? {} : { calledOn: isoFromDay(scope.today) }
  const form = typed
    ? { values: typed, errors }
    : { ...formOf({ ...saved, ...Object.fromEntries(kept), ...today }), errors }
  const authorIds = report.authors.map(({ personId }) => personId)
  const author = writingFor === undefined ? undefined : authorOf(report, writingFor)
  const page = draftPage({
    writingFor: author,
    writeFor:
      author === undefined && may(scope, 'people:act-for')
        ? report.authors
            .filter(({ personId }) => personId !== scope.personId)
            .map(({ personId, name }) => ({ name, href: reportDraftForPath(place, report.id, personId) }))
        : undefined,
    language,
    place,
    basis,
    report,
    fields,
    contacts,
    mayWrite: may(scope, 'reports:write') && mayWriteReport(scope, { state: report.state, authorIds, unitIds: [] }),
    finishedBy: finishedByAnother(basis, author ?? scope, language),
    form,
    savedByOther: kept.size > 0 ? Object.fromEntries([...kept.keys()].map((it) => [it, saved[it] ?? ''])) : undefined,
    notice: noticeOf(notice, language),
  })
  return request.page(
    reportsTexts(language).draftTitle(basis.units),
    <ReportDraft {...page} />,
    errors.length + collided.length > 0 ? 422 : 200,
  )
}

function noticeOf(pressed: string | undefined, language: Language): string | undefined {
  const texts = reportsTexts(language)
  const notices = new Map([
    ['save', texts.savedNow],
    ['take', reportContactsTexts(language).taken],
    ['sign', texts.signedNow],
  ])
  return pressed === undefined ? undefined : notices.get(pressed)
}

/** The last page before the report is final; for an author who has phoned when one is named. */
export async function finaliseForm(request: PageRequest, form: FormState, writingFor?: string): Promise<Response> {
  const { scope, language, place } = request
  const texts = reportsTexts(language)
  const { report, basis, meeting, written } = await request.read(async (tx) => {
    const row = await getReport(tx, scope, request.id())
    return {
      report: row,
      basis: await basisOf(tx, scope, row.visitId, language),
      meeting: await findNextMeeting(tx, scope, scope.today),
      written: writtenFrom(await fieldsIn(tx, scope, row.id)),
    }
  })
  if (report.state === 'final') return request.redirect(reportPath(place, report.id))
  const author = writingFor === undefined ? undefined : authorOf(report, writingFor)
  const unsigned = report.authors.filter(
    ({ personId, signedAt }) => signedAt === undefined && personId !== (writingFor ?? scope.personId),
  )
  return request.page(
    texts.finalTitle,
    <ReportFinalise
      language={language}
      lead={texts.finalLead(basis.units, formatDay(basis.visit.day, language))}
      happens={finaliseHappens({ language, basis, meeting, hasQuestions: written.questions.length > 0 })}
      missingSignatures={signatureLines({ authors: unsigned }, language)}
      action={author ? reportFinalForPath(place, report.id, author.personId) : reportFinalPath(place, report.id)}
      version={report.version}
      draftHref={author ? reportDraftForPath(place, report.id, author.personId) : reportDraftPath(place, report.id)}
      finishedBy={finishedByAnother(basis, author ?? scope, language)}
      writingFor={author?.name}
      form={form}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

/** Returns the author with this id. Throws `NotFound` for somebody who does not write the report. */
function authorOf({ authors }: ReportRow, personId: string) {
  const author = authors.find((it) => it.personId === personId)
  if (author === undefined) throw new NotFound('author')
  return author
}
