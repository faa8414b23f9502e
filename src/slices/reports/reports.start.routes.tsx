import { type Day, isoFromDay } from '../../kernel/date.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, formatDay, formOf, type FormState } from '../../ui/index.ts'
import { listMeetings } from '../directory/index.ts'
import { visitPath } from '../visits/visits.paths.ts'
import { basisOf, type ReportBasis } from './reports.basis.ts'
import { startReport } from './reports.commands.ts'
import { reportOrally } from './reports.oral.commands.ts'
import { errorsOf, namesText, visitSentence } from './reports.page.ts'
import {
  noteSpokenPath,
  reportDraftPath,
  reportPath,
  reportsPath,
  visitOralReportForPath,
  visitOralReportPath,
  visitReportForPath,
  visitReportPath,
  visitReportRegistrationPath,
} from './reports.paths.ts'
import { registerReport } from './reports.register.commands.ts'
import { otherWriter } from './reports.rules.ts'
import { findReportOfVisit } from './reports.store.ts'
import { reportsTexts } from './reports.texts.ts'
import { ReportStart } from './reports-start.views.tsx'

/** A visit's report is begun: written, given orally, or registered where somebody else has written it. */
export const startRoutes = [
  get('/rapporter/besok/:visitId', 'reports:read', async (request) => {
    const visitId = request.id('visitId')
    const report = await request.read((tx) => findReportOfVisit(tx, request.scope, visitId))
    if (report) return request.redirect(reportPath(request.place, report.id))
    return startPage(request, visitId, emptyForm)
  }),

  post('/rapporter/besok/:visitId', 'reports:write', async (request) => {
    const visitId = request.id('visitId')
    const outcome = await request.run(startReport, { visitId })
    if (outcome.ok) return request.redirect(reportDraftPath(request.place, outcome.value.id))
    return startPage(request, visitId, { values: {}, errors: errorsOf(outcome, request.language) })
  }),

  post('/rapporter/besok/:visitId/muntlig', 'reports:write', async (request) => {
    const visitId = request.id('visitId')
    const form = await request.form()
    const outcome = await request.run(reportOrally, { ...form, visitId })
    if (outcome.ok) return request.redirect(reportPath(request.place, outcome.value.id))
    return startPage(request, visitId, { values: form, errors: errorsOf(outcome, request.language) })
  }),

  post('/rapporter/besok/:visitId/registrering', 'reports:register', async (request) => {
    const visitId = request.id('visitId')
    const form = await request.form()
    const outcome = await request.run(registerReport, { ...form, visitId })
    if (outcome.ok) return request.redirect(reportPath(request.place, outcome.value.id))
    return startPage(request, visitId, { values: form, errors: errorsOf(outcome, request.language) })
  }),
]

/** The page before a report, with the form that came back. */
export async function startPage(request: PageRequest, visitId: string, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const texts = reportsTexts(language)
  const { basis, meetings } = await request.read(async (tx) => ({
    basis: await basisOf(tx, scope, visitId, language),
    meetings: (await listMeetings(tx, scope)).filter(({ day }) => day >= scope.today),
  }))
  const { visit, guide, authors } = basis
  const isHeld = visit.state === 'held' || visit.state === 'reported'
  const writer = otherWriter(guide.by)
  const registers = isHeld && writer !== undefined && may(scope, 'reports:register')
  const who = !isHeld
    ? 'not-held'
    : writer !== undefined
      ? writer
      : authors.some(({ personId }) => personId === scope.personId)
        ? 'own'
        : 'others'
  return request.page(
    texts.startTitle(basis.units),
    <ReportStart
      language={language}
      units={basis.units}
      visit={visitSentence(visit, language)}
      guide={guide}
      managers={namesText(basis.managers, language)}
      authors={namesText(authors, language)}
      authorCount={authors.length}
      rapporteur={basis.rapporteur?.name}
      who={who}
      written={guide.forms.includes('written') ? { action: visitReportPath(place, visitId) } : undefined}
      oral={
        guide.forms.includes('oral')
          ? {
              action: visitOralReportPath(place, visitId),
              meetings: meetings.map(({ id, day }) => ({ value: id, label: formatDay(day, language) })),
              speakers: authors.map(({ personId, name }) => ({ value: personId, label: name })),
            }
          : undefined
      }
      onBehalf={
        who === 'others' && may(scope, 'people:act-for')
          ? {
              persons: authors.map(({ personId, name }) => ({ value: personId, label: name })),
              written: guide.forms.includes('written') ? visitReportForPath(place, visitId) : undefined,
              oral: guide.forms.includes('oral') ? visitOralReportForPath(place, visitId) : undefined,
              meetings: meetings.map(({ id, day }) => ({ value: id, label: formatDay(day, language) })),
            }
          : undefined
      }
      registration={registers ? { action: visitReportRegistrationPath(place, visitId) } : undefined}
      spokenHref={isHeld && may(scope, 'meetings:prepare') ? noteSpokenPath(place, visitId) : undefined}
      visitHref={visitPath(place, visitId)}
      listHref={reportsPath(place)}
      form={
        form.errors.length > 0
          ? form
          : formOf({
              ...usualOral(meetings, authors),
              ...(registers ? usualRegistration(basis, scope.today) : {}),
              calledOn: isoFromDay(scope.today),
              oralCalledOn: isoFromDay(scope.today),
            })
      }
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

/** The manager of the visited unit, where it has one, and today. */
function usualRegistration({ guide, managers }: ReportBasis, today: Day): FormState['values'] {
  const [only, ...others] = managers
  const isKnown = otherWriter(guide.by) === 'manager' && only !== undefined && others.length === 0
  return { received: isoFromDay(today), ...(isKnown ? { writer: only.name } : {}) }
}

/** The next meeting, and the one who was there where it was one alone. */
function usualOral(
  meetings: readonly { readonly id: string }[],
  authors: readonly { readonly personId: string }[],
): FormState['values'] {
  const [next] = meetings
  const [only, ...others] = authors
  return {
    ...(next === undefined ? {} : { meeting: next.id }),
    ...(only === undefined || others.length > 0 ? {} : { speaker: only.personId }),
  }
}
