import type { ComponentChildren } from 'preact'
import { NotFound } from '../../kernel/errors.ts'
import { instantFromIso, isoFromInstant } from '../../kernel/instant.ts'
import type { PageRequest } from '../../platform/http/page.ts'
import { formatDay, type FormState } from '../../ui/index.ts'
import { findNextMeeting } from '../directory/index.ts'
import { basisOf } from './reports.basis.ts'
import { draftCheck } from './reports.check.page.ts'
import { fieldsIn, listVariants, writersOf } from './reports.draft.store.ts'
import { writtenFrom } from './reports.fields.rules.ts'
import { finaliseHappens, finishedByAnother, signatureLines } from './reports.page.ts'
import { reportPath } from './reports.paths.ts'
import { noteRestricted } from './reports.restriction.routes.tsx'
import { statusOf } from './reports.status.page.ts'
import { getReport } from './reports.store.ts'
import { reportsTexts } from './reports.texts.ts'
import { fieldName } from './reports.writing.page.ts'
import { leaveOutPath, takeInPath } from './reports.writing.paths.ts'
import { CheckOnDraft } from './reports-check-draft.views.tsx'
import { authorOf, pathsOf, type Way } from './reports-draft.routes.tsx'
import { ReportFinalise } from './reports-final.views.tsx'
import { DocumentStatus } from './reports-status.views.tsx'
import { ChangedSince, KeptTexts } from './reports-writing-last.views.tsx'

/** The last page before the report is final; for an author who has phoned, or for the committee, when one is named. */
export async function finaliseForm(request: PageRequest, form: FormState, way: Way = {}): Promise<Response> {
  const { scope, language, place } = request
  const texts = reportsTexts(language)
  const { report, basis, meeting, written, variants, writers, status, check } = await request.read(async (tx) => {
    const row = await getReport(tx, scope, request.id())
    return {
      report: row,
      basis: await basisOf(tx, scope, row.visitId, language),
      meeting: await findNextMeeting(tx, scope, scope.today),
      written: writtenFrom(await fieldsIn(tx, scope, row.id)),
      variants: await listVariants(tx, scope, row.id),
      writers: await writersOf(tx, scope, row.id),
      status: row.state === 'draft' ? await statusOf(tx, scope, row) : undefined,
      check: row.state === 'draft' ? await draftCheck(tx, scope, row, { language, place }) : undefined,
    }
  })
  if (report.state === 'final') return request.redirect(reportPath(place, report.id))
  if (variants.length > 0) await noteRestricted(request, [report], 'page')
  const { writingFor, isTakenOver = false } = way
  if (isTakenOver && report.takenOverById !== scope.personId) throw new NotFound('taken over report')
  const author = writingFor === undefined ? undefined : authorOf(report, writingFor)
  const unsigned = report.authors.filter(
    ({ personId, signedAt }) =>
      signedAt === undefined && personId !== (writingFor ?? scope.personId) && !basis.left.has(personId),
  )
  const nameOf = (field: string) => fieldName(basis, field, language)
  const since = seenAt(form)
  const changes = writers.filter(({ changedAt }) => since !== undefined && changedAt > since)
  const paths = pathsOf(request, report.id, way)
  const before: ComponentChildren = (
    <>
      <CheckOnDraft language={language} check={check} />
      {status && <DocumentStatus language={language} status={status} />}
      {form.errors.length > 0 && changes.length > 0 && (
        <ChangedSince
          language={language}
          changes={changes.map(({ field, name, changedAt }) => ({ what: nameOf(field), name, at: changedAt }))}
          draftHref={paths.draft}
        />
      )}
      <KeptTexts
        language={language}
        texts={variants.map((it) => ({ ...it, what: nameOf(it.field) }))}
        takeInAction={takeInPath(place, report.id)}
        leaveOutAction={leaveOutPath(place, report.id)}
        back={paths.final}
      />
    </>
  )
  return request.page(
    texts.finalTitle,
    <ReportFinalise
      language={language}
      lead={texts.finalLead(basis.units, formatDay(basis.visit.day, language))}
      before={before}
      shownAt={isoFromInstant(request.now)}
      happens={finaliseHappens({
        language,
        basis,
        meeting,
        hasQuestions: written.questions.length > 0,
        number: report.registrationNumber,
      })}
      missingSignatures={signatureLines({ authors: unsigned }, language)}
      action={paths.final}
      version={report.version}
      draftHref={paths.draft}
      finishedBy={isTakenOver ? undefined : finishedByAnother(basis, author ?? scope, language)}
      writingFor={author?.name}
      form={form}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

/** When the page that was sent had been shown; undefined for a page that is shown for the first time. */
function seenAt({ values: { shownAt } }: FormState) {
  if (typeof shownAt !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(shownAt)) return undefined
  return instantFromIso(shownAt)
}
