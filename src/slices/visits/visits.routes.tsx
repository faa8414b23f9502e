import { settingsOn, termsOf } from '../../engine/index.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, type PageRoute, post } from '../../platform/http/page.ts'
import { may, type PersonScope } from '../../platform/scope.ts'
import { emptyForm, type FormState } from '../../ui/index.ts'
import { listMeetings } from '../directory/index.ts'
import { inOrderOfWeight, programmeNames, rulesInForce, settingsFor } from '../guidelines/index.ts'
import { namesOf } from '../people/index.ts'
import { placementHours } from './booking-kinds.page.ts'
import { formsToBook, seriesName } from './visits.kinds.rules.ts'
import { extraOfVisit } from './extra.basis.ts'
import { decidable, extraShown } from './extra.page.ts'
import { extraRoutes } from './extra.routes.tsx'
import { briefingPath, preparationPath } from './briefing.paths.ts'
import { briefingTexts } from './briefing.texts.ts'
import { contactsPath } from './contacts.paths.ts'
import { contactsTexts } from './contacts.texts.ts'
import { calendarRoutes } from './visits-calendar.routes.tsx'
import { visitsCalendarTexts } from './visits-calendar.texts.ts'
import { attendanceRoutes } from './visits.attendance.routes.tsx'
import { bookingRoutes } from './visits.booking.routes.tsx'
import { answerInvitation, concernedBy, notePreparation } from './visits.commands.ts'
import { formRoutes } from './visits.forms.routes.tsx'
import { audienceGuidance, isReportedByOthers } from './visits.guidance.rules.ts'
import { explainer, preparationOf } from './visits.guideline-page.ts'
import { judgeVisit, type LaterFacts } from './visits.basis.ts'
import { listRowOf, namer, visitPageOf } from './visits.page.ts'
import {
  newVisitPath,
  visitAnswerPath,
  visitPath,
  visitPreparationPath,
  visitsCalendarPath,
  visitsPath,
} from './visits.paths.ts'
import { noticeHrefOf, planningFacts } from './planning.page.ts'
import { participantsPart } from './participants.page.ts'
import { participantsRoutes } from './participants.routes.tsx'
import { refusedVisitForm } from './visits.refused-page.ts'
import { offeredTo } from './visits.rules.ts'
import {
  countVisits,
  getVisit,
  listVisitEvents,
  listVisits,
  listVisitYears,
  type VisitFilter,
  type VisitRow,
} from './visits.store.ts'
import { timesPart, timesRoutes } from './times.routes.tsx'
import { visitsTexts } from './visits.texts.ts'
import { heldPageOf, partFindings } from './visits-held.page.ts'
import { VisitListView } from './visits-list.views.tsx'
import { VisitView } from './visits.views.tsx'

const rowsOnAPage = 20
/** Further than any list reaches: a mistyped page number is no fault. */
const mostPages = 10_000

/**
 * Returns the pages of the visits. `later` gives facts that a visit is judged by and that later slices own; `paid` those
 * with what has been claimed and paid too.
 */
export function visitsRoutes(later: LaterFacts, paid: LaterFacts): readonly PageRoute[] {
  return [
    get('/besok', 'visits:read', listPage),
    ...bookingRoutes,
    ...calendarRoutes,
    ...participantsRoutes,
    get('/besok/:id', 'visits:read', (request) => visitPage(request, later, emptyForm)),

    post('/besok/:id/svar', 'visits:answer', async (request) => {
      const form = await request.form()
      const person = fieldText(form, 'person')
      const answer = {
        visit: request.id(),
        person,
        answer: fieldText(form, `answer.${person}`),
        message: fieldText(form, `message.${person}`),
        sequence: fieldText(form, 'sequence'),
      }
      const outcome = await request.run(answerInvitation, answer)
      if (outcome.ok) return request.redirect(visitPath(request.place, request.id(), 'answered'))
      const refused = refusedVisitForm(form, outcome, request.language)
      // The page's fields carry the person in their names.
      const errors = refused.errors.map((error) =>
        error.field === '' ? error : { ...error, field: `${error.field}.${person}` },
      )
      return visitPage(request, later, { ...refused, errors })
    }),

    post('/besok/:id/forberedelse', 'visits:answer', async (request) => {
      const isOnPreparation = fieldText(await request.form(), 'from') === 'infor'
      const outcome = await request.run(notePreparation, { visit: request.id() })
      const pathOf = isOnPreparation ? preparationPath : visitPath
      if (outcome.ok) return request.redirect(pathOf(request.place, request.id(), 'prepared'))
      return visitPage(request, later, refusedVisitForm({}, outcome, request.language))
    }),

    ...formRoutes,
    ...timesRoutes((request, form) => visitPage(request, later, form)),
    ...extraRoutes,
    ...attendanceRoutes(paid),
  ]
}

async function listPage(request: PageRequest) {
  const { scope, language, place } = request
  const texts = visitsTexts(language)
  const when = whenOf(request.query('nar'))
  const year = /^\d{4}$/.test(request.query('ar') ?? '') ? Number(request.query('ar')) : undefined
  const page = Math.min(Math.max(1, Number.parseInt(request.query('sida') ?? '1', 10) || 1), mostPages)
  const filter: VisitFilter = { year, when: when === 'all' ? undefined : when }
  const { rows, count, years, names, rules } = await request.read(async (tx) => ({
    rows: await listVisits(tx, scope, { ...filter, limit: rowsOnAPage, offset: (page - 1) * rowsOnAPage }),
    count: await countVisits(tx, scope, filter),
    years: await listVisitYears(tx, scope),
    names: namer(await namesOf(tx, scope), language),
    rules: await rulesInForce(tx, scope),
  }))
  const settings = settingsOn(rules.guidelines, rules.interpretations, scope.today)
  // Where nothing is in force the page itself says so.
  const mayBegin = settings === undefined || formsToBook(settings, scope).length > 0
  const terms = termsOf(rules.guidelines)
  const tab = (label: string, nar: typeof when) => ({
    label,
    href: visitsPath(place, { when: nar, ...(year && { year }) }),
    current: when === nar,
  })
  const yearTab = (label: string, ar: number | undefined) => ({
    label,
    href: visitsPath(place, { when, ...(ar && { year: ar }) }),
    current: year === ar,
  })
  return request.page(
    texts.title,
    <VisitListView
      language={language}
      rows={rows.map((row) => listRowOf(row, { names, language, terms, place }))}
      views={[
        { label: visitsCalendarTexts(language).list, href: visitsPath(place), current: true },
        {
          label: visitsCalendarTexts(language).month,
          href: visitsCalendarPath(place, { span: 'manad' }),
          current: false,
        },
        {
          label: visitsCalendarTexts(language).week,
          href: visitsCalendarPath(place, { span: 'vecka' }),
          current: false,
        },
      ]}
      tabs={[tab(texts.upcoming, 'upcoming'), tab(texts.past, 'past'), tab(texts.all, 'all')]}
      years={[yearTab(texts.allYears, undefined), ...years.map((it) => yearTab(String(it), it))]}
      emptyHeading={{ upcoming: texts.emptyUpcoming, past: texts.emptyPast, all: texts.emptyAll }[when]}
      beside={[
        ...(may(scope, 'contacts:read') ? [{ label: contactsTexts(language).title, href: contactsPath(place) }] : []),
        { label: briefingTexts(language).title, href: briefingPath(place) },
      ]}
      newHref={may(scope, 'visits:initiate') && mayBegin ? newVisitPath(place) : undefined}
      page={page}
      pages={Math.ceil(count / rowsOnAPage)}
      hrefOf={(to) => visitsPath(place, { when, page: to, ...(year && { year }) })}
    />,
  )
}

function whenOf(text: string | undefined): 'upcoming' | 'past' | 'all' {
  return text === 'past' || text === 'all' ? text : 'upcoming'
}

async function visitPage(request: PageRequest, later: LaterFacts, form: FormState) {
  const { language, place } = request
  const page = await request.read((tx) => loadPage(tx, request, later))
  return request.page(
    page.title,
    <VisitView
      language={language}
      page={page}
      listHref={visitsPath(place)}
      answerAction={visitAnswerPath(place, request.id())}
      preparationAction={visitPreparationPath(place, request.id())}
      preparationHref={preparationPath(place, request.id())}
      form={form.errors.length > 0 ? form : startForm(page.invitedAnswers, page.times.values)}
      times={page.times}
      participants={page.participants}
      noticeHref={page.noticeHref}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

/** Each answer as it stands, so that it can be changed. */
function startForm(
  answers: readonly { readonly personId: string; readonly answer: string | null; readonly message: string }[],
  times: Readonly<Record<string, string>>,
): FormState {
  const values = answers.flatMap(({ personId, answer, message }) => [
    [`answer.${personId}`, answer ?? ''],
    [`message.${personId}`, message],
  ])
  return { values: { ...Object.fromEntries(values), ...times }, errors: [] }
}

async function loadPage(tx: ReadTx, request: PageRequest, later: LaterFacts) {
  const { scope, language, place } = request
  const visit = await getVisit(tx, scope, request.id())
  const { evaluation, programme, rules } = await judgeVisit(tx, scope, visit.id, later)
  const settings = await settingsFor(tx, scope, visit.day)
  const explain = explainer(rules, visit.day, language, programmeNames(programme))
  const judgement = { evaluation, programme, rules }
  const extra = extraOfVisit(judgement, visit, { now: request.now, today: scope.today })
  const toDecide = may(scope, 'visits:decide-extra') ? decidable(visit, extra.needed, scope) : []
  const names = namer(await namesOf(tx, scope), language)
  const { deviations, others } = partFindings(visit, inOrderOfWeight(evaluation.findings))
  const offered = offeredTo(
    scope,
    { ...concernedBy(visit), ...visit, reportedByOthers: isReportedByOthers(settings) },
    scope.today,
  )
  const page = visitPageOf({
    visit,
    events: await listVisitEvents(tx, scope, visit.id),
    names,
    offered,
    lines: explain.linesOf(others),
    held: heldPageOf({
      visit,
      names,
      viewer: scope,
      deviations: explain.linesOf(deviations),
      audiences: audienceGuidance(settings, visit.form),
      mayCorrect: offered.attendance === 'correct',
      language,
      terms: settings?.terms ?? [],
      place,
    }),
    preparation: settings && preparationOf(settings, explain, language),
    decides: toDecide[0]?.about,
    series: settings && seriesName(settings, visit, language),
    placement:
      settings && visit.form === 'placement'
        ? placementHours(settings, judgement, onVisit(visit, names), visit.day, language)
        : undefined,
    extra: extraShown({
      visit,
      extra,
      viewer: scope,
      mayAsk: may(scope, 'visits:initiate'),
      names,
      dayOfMeeting: await meetingDays(tx, scope, visit),
      terms: settings?.terms ?? [],
      language,
      place,
    }),
    personId: scope.personId,
    today: scope.today,
    language,
    planning: planningFacts(visit, { settings, language }),
    terms: settings?.terms ?? [],
    place,
    notice: request.query('klart'),
  })
  return {
    ...page,
    participants: await participantsPart(tx, request, visit, names),
    times: await timesPart(tx, request, visit, names),
    noticeHref: noticeHrefOf(request, visit, settings),
    invitedAnswers: visit.invitations,
  }
}

/** Those who came, or are asked and have not said no. */
function onVisit({ attendance, invitations }: VisitRow, names: (id: string) => string) {
  const coming = invitations.filter(({ answer }) => answer !== 'declined')
  return (attendance.length > 0 ? attendance : coming).map(({ personId }) => ({ personId, name: names(personId) }))
}

/** Looked up where a decision is reported at a meeting, which few visits have. */
async function meetingDays(tx: ReadTx, scope: PersonScope, { decisions }: VisitRow) {
  const meetings = decisions.length === 0 ? [] : await listMeetings(tx, scope)
  const days = new Map(meetings.map(({ id, day }) => [id, day]))
  return (id: string) => days.get(id)
}
