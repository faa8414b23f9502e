import { NotFound } from '../../kernel/errors.ts'
import type { Language } from '../../kernel/language.ts'
import type { Refusal } from '../../kernel/result.ts'
import type { BadInput } from '../../platform/command.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { isId } from '../../platform/ids.ts'
import { emptyForm, formatDay, formOf, type FormState } from '../../ui/index.ts'
import { getMeeting, listMeetings } from '../directory/index.ts'
import { basisOf, countsAsReport, findReportOfVisit, type ReportBasis, speakersOf } from '../reports/index.ts'
import { noteSpokenPath } from '../reports/reports.paths.ts'
import { noteSpoken } from './meetings.oral.commands.ts'
import { spokenError, type SpokenTexts, spokenTexts } from './meetings.oral.texts.ts'
import { meetingPath, meetingsPath } from './meetings.paths.ts'
import { meetingsTexts } from './meetings.texts.ts'
import { SpokenForm } from './meetings-oral.views.tsx'

/** The secretary notes what was said of visits at meetings that have been held. */
export const spokenRoutes = [
  // The meeting's page asks which visit; the form itself is the visit's, since who can have spoken follows from it.
  get('/sammantraden/:id/muntligt', 'meetings:prepare', async (request) => {
    const { scope, place } = request
    const visitId = request.query('besok') ?? ''
    const { id } = await request.read((tx) => getMeeting(tx, scope, request.id()))
    return request.redirect(
      isId(visitId) ? noteSpokenPath(place, visitId, id) : `${meetingPath(place, id)}#anteckna-muntligt`,
    )
  }),

  get('/sammantraden/muntligt/:visitId', 'meetings:prepare', (request) => spokenPage(request, emptyForm)),

  post('/sammantraden/muntligt/:visitId', 'meetings:prepare', async (request) => {
    const visitId = request.id('visitId')
    const form = await request.form()
    const outcome = await request.run(noteSpoken, { ...form, visitId })
    if (outcome.ok) return request.redirect(`${meetingPath(request.place, String(form.meeting))}#muntligt`)
    return spokenPage(request, { values: form, errors: errorsOf(outcome, request.language) })
  }),
]

async function spokenPage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const visitId = request.id('visitId')
  const texts = spokenTexts(language)
  const { basis, isWritten, held } = await request.read(async (tx) => {
    const found = await basisOf(tx, scope, visitId, language)
    const report = await findReportOfVisit(tx, scope, visitId)
    const meetings = await listMeetings(tx, scope)
    return {
      basis: found,
      isWritten: report?.state === 'final' && report.form === 'written',
      held: meetings.filter(({ day }) => day >= found.visit.day && day <= scope.today).toReversed(),
    }
  })
  if (basis.visit.state !== 'held' && basis.visit.state !== 'reported') throw new NotFound('held visit')
  const asked = request.query('sammantrade') ?? textOf(form.values.meeting)
  const meeting = held.find(({ id }) => id === asked) ?? held[0]
  const speakers = speakersOf(basis)
  const [only, ...others] = speakers
  const shown =
    form.errors.length > 0
      ? form
      : formOf({
          ...(meeting ? { meeting: meeting.id } : {}),
          ...(only && others.length === 0 ? { speaker: only.personId } : {}),
        })
  const back = held.find(({ id }) => id === asked)
  return request.page(
    texts.formTitle(basis.units),
    <SpokenForm
      language={language}
      units={basis.units}
      visitDay={texts.visitOn(formatDay(basis.visit.day, language))}
      means={isWritten ? texts.besideFinal : meansOf(basis, texts)}
      meetings={held.map(({ id, day }) => ({ value: id, label: formatDay(day, language) }))}
      speakers={speakers.map(({ personId, name }) => ({ value: personId, label: name }))}
      action={noteSpokenPath(place, visitId)}
      backHref={back ? meetingPath(place, back.id) : meetingsPath(place)}
      backLabel={
        back ? meetingsTexts(language).meetingTitle(formatDay(back.day, language)) : meetingsTexts(language).title
      }
      form={shown}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

/** What the note becomes: the report, the report where the rapporteur spoke, or a summary. */
function meansOf(basis: ReportBasis, texts: SpokenTexts): string {
  const speakers = speakersOf(basis)
  const counting = speakers.filter(({ personId }) => countsAsReport(basis, personId))
  if (counting.length === 0) return texts.beside
  return counting.length === speakers.length || basis.rapporteur === undefined
    ? texts.counts
    : texts.countsOf(basis.rapporteur.name)
}

function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}

function errorsOf(outcome: Refusal | BadInput, language: Language): FormState['errors'] {
  const texts = spokenTexts(language)
  const issues = 'issues' in outcome ? outcome.issues : [{ field: outcome.field ?? '', code: outcome.code }]
  return issues.map(({ field, code }) => ({ field, message: spokenError(texts, code) }))
}
