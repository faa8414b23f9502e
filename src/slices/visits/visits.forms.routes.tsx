import { type Evaluation, type Finding, isFee } from '../../engine/finding.ts'
import { NotAllowed } from '../../kernel/errors.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Command } from '../../platform/command.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import type { PersonScope } from '../../platform/scope.ts'
import { formatTimeOfDay, type FormState, formOf } from '../../ui/index.ts'
import { inOrderOfWeight, programmeNames, settingsFor } from '../guidelines/index.ts'
import { namesOf } from '../people/index.ts'
import { decideExtra, expectedAt, noteAttendance } from './visits.attendance.commands.ts'
import { cancelVisit, concernedBy, declineVisit, missVisit, planVisit } from './visits.commands.ts'
import { attendanceFields } from './visits.forms.ts'
import { audienceGuidance, extraDecisionGuidance } from './visits.guidance.rules.ts'
import { explainer } from './visits.guideline-page.ts'
import { judgeVisit, personsBeyond } from './visits.basis.ts'
import { namer, titleOf } from './visits.page.ts'
import {
  extraDecisionPath,
  visitAttendancePath,
  visitCancellationPath,
  visitDeclinePath,
  visitMissedPath,
  visitPath,
  visitPlanPath,
} from './visits.paths.ts'
import { refusedVisitForm } from './visits.refused-page.ts'
import {
  actsForOthers,
  type Concerned,
  mayCancel,
  mayDecideFor,
  mayNoteAttendance,
  mayPlan,
  transitions,
  type Viewer,
} from './visits.rules.ts'
import { getVisit, type VisitRow } from './visits.store.ts'
import { visitFormTexts } from './visits-forms.texts.ts'
import { AttendanceView, DecisionView, PlanView, ReasonView, type ReasonKind } from './visits-forms.views.tsx'

/** The forms about one visit: programme, attendance, its endings, and the chair's decision. */
export const formRoutes = [
  get('/besok/:id/program', 'visits:plan', (request) => planPage(request)),
  post('/besok/:id/program', 'visits:plan', async (request) => {
    const form = await request.form()
    const outcome = await request.run(planVisit, { ...form, visit: request.id() })
    if (outcome.ok)
      return request.redirect(visitPath(request.place, request.id(), outcome.value.confirmed ? 'confirmed' : 'planned'))
    return planPage(request, refusedVisitForm(form, outcome, request.language))
  }),

  get('/besok/:id/narvaro', 'visits:attend', (request) => attendancePage(request)),
  post('/besok/:id/narvaro', 'visits:attend', async (request) => {
    const form = await request.form()
    const outcome = await request.run(noteAttendance, { ...form, visit: request.id() })
    if (outcome.ok)
      return request.redirect(visitPath(request.place, request.id(), outcome.value.corrected ? 'corrected' : 'held'))
    return attendancePage(request, refusedVisitForm(form, outcome, request.language))
  }),

  ...endingRoutes({
    path: '/besok/:id/avbojt',
    allow: 'visits:plan',
    kind: 'decline',
    command: declineVisit,
    notice: 'declined',
    may: mayPlan,
    pathOf: visitDeclinePath,
  }),
  ...endingRoutes({
    path: '/besok/:id/installt',
    allow: 'visits:initiate',
    kind: 'cancel',
    command: cancelVisit,
    notice: 'cancelled',
    may: mayCancel,
    pathOf: visitCancellationPath,
  }),
  ...endingRoutes({
    path: '/besok/:id/uteblivet',
    allow: 'visits:attend',
    kind: 'missed',
    command: missVisit,
    notice: 'missed',
    may: mayNoteAttendance,
    pathOf: visitMissedPath,
  }),

  get('/besok/:id/beslut', 'visits:decide-extra', (request) => decisionPage(request)),
  post('/besok/:id/beslut', 'visits:decide-extra', async (request) => {
    const form = await request.form()
    const outcome = await request.run(decideExtra, { ...form, visit: request.id() })
    if (outcome.ok) return request.redirect(visitPath(request.place, request.id(), 'decided'))
    return decisionPage(request, refusedVisitForm(form, outcome, request.language))
  }),
]

type Ending = {
  readonly path: string
  readonly allow: Permission
  readonly kind: ReasonKind
  readonly command: Command<{ readonly visit: string; readonly version: number; readonly reason: string }, undefined>
  readonly notice: string
  readonly may: (viewer: Viewer, visit: Concerned) => boolean
  readonly pathOf: typeof visitDeclinePath
}

function endingRoutes({ path, allow, kind, command, notice, may, pathOf }: Ending) {
  const page = async (request: PageRequest, form: FormState = formOf({})) => {
    const { language, place, scope } = request
    const visit = await request.read((tx) => getVisit(tx, scope, request.id()))
    requireFor(may, scope, visit)
    const texts = visitFormTexts(language)
    return request.page(
      texts.endings[kind].title,
      <ReasonView
        language={language}
        form={form}
        action={pathOf(place, visit.id)}
        version={visit.version}
        backHref={visitPath(place, visit.id)}
        about={titleOf(visit, language)}
        kind={kind}
      />,
      statusOf(form),
    )
  }
  return [
    get(path, allow, (request) => page(request)),
    post(path, allow, async (request) => {
      const form = await request.form()
      const outcome = await request.run(command, { ...form, visit: request.id() })
      if (outcome.ok) return request.redirect(visitPath(request.place, request.id(), notice))
      return page(request, refusedVisitForm(form, outcome, request.language))
    }),
  ]
}

/** One who sees the visit but has nothing to do with it gets no form. */
function requireFor(may: Ending['may'], scope: PersonScope, visit: VisitRow): void {
  if (!may(scope, concernedBy(visit))) throw new NotAllowed('visits')
}

function statusOf(form: FormState): 200 | 422 {
  return form.errors.length > 0 ? 422 : 200
}

async function planPage(request: PageRequest, refused?: FormState) {
  const { language, place, scope } = request
  const visit = await request.read((tx) => getVisit(tx, scope, request.id()))
  requireFor(mayPlan, scope, visit)
  const form = refused ?? formOf({ programme: visit.programme, place: visit.place })
  return request.page(
    visitFormTexts(language).planTitle,
    <PlanView
      language={language}
      form={form}
      action={visitPlanPath(place, visit.id)}
      version={visit.version}
      backHref={visitPath(place, visit.id)}
      about={titleOf(visit, language)}
      canConfirm={transitions[visit.state].confirm !== undefined}
    />,
    statusOf(form),
  )
}

async function attendancePage(request: PageRequest, refused?: FormState) {
  const { language, place, scope } = request
  const { visit, persons, settings, names } = await request.read(async (tx) => {
    const found = await getVisit(tx, scope, request.id())
    return {
      visit: found,
      persons: await expectedAt(tx, scope, found),
      settings: await settingsFor(tx, scope, found.day),
      names: namer(await namesOf(tx, scope), language),
    }
  })
  requireFor(mayNoteAttendance, scope, visit)
  const form = refused ?? attendanceStart(visit, persons, request)
  return request.page(
    visitFormTexts(language).attendanceTitle,
    <AttendanceView
      language={language}
      form={form}
      action={visitAttendancePath(place, visit.id)}
      version={visit.version}
      backHref={visitPath(place, visit.id)}
      about={titleOf(visit, language)}
      isCorrection={visit.state === 'held' || visit.state === 'reported'}
      onBehalfOf={
        actsForOthers(scope)
          ? persons.filter((id) => id !== scope.personId).map((id) => ({ value: id, label: names(id) }))
          : []
      }
      persons={persons.map((id) => ({ id, name: names(id) }))}
      audiences={audienceGuidance(settings, visit.form).map(({ audience, said, explained }) => ({
        audience,
        label: said[language],
        explained,
      }))}
    />,
    statusOf(form),
  )
}

/** What is noted already, or the planned times for all who have not said no. */
function attendanceStart(visit: VisitRow, persons: readonly string[], { language }: PageRequest): FormState {
  const isNoted = visit.attendance.length > 0
  const declined = new Set(
    visit.invitations.filter(({ answer }) => answer === 'declined').map(({ personId }) => personId),
  )
  const people = persons.flatMap((id) => {
    const noted = visit.attendance.find(({ personId }) => personId === id)
    const came = isNoted ? noted !== undefined : !declined.has(id)
    const { start, end } = noted ?? visit
    return [
      ...(came ? [[attendanceFields.came(id), 'yes']] : []),
      [attendanceFields.start(id), formatTimeOfDay(start, language)],
      [attendanceFields.end(id), formatTimeOfDay(end, language)],
    ]
  })
  const met = visit.met.flatMap((it) => [
    [attendanceFields.met(it.audience), it.met ? 'yes' : 'no'],
    [attendanceFields.why(it.audience), it.explanation],
  ])
  return formOf(Object.fromEntries([...people, ...met]))
}

/** What waits for the decision: the visit itself, or the fee of these persons. */
function reasonsToDecide({ findings, feeLines }: Evaluation, persons: readonly string[]): readonly Finding[] {
  const own = feeLines.filter((line) => isFee(line) && persons.includes(line.person))
  const all = [...findings, ...own.flatMap(({ reasons }) => reasons)]
  return all.filter(({ outcome }) => outcome === 'needs-decision')
}

async function decisionPage(request: PageRequest, refused?: FormState) {
  const { language, place, scope } = request
  const form = refused ?? formOf({})
  const { visit, about, undecided, lines, names } = await request.read(async (tx) => {
    const found = await getVisit(tx, scope, request.id())
    const extra = extraDecisionGuidance(await settingsFor(tx, scope, found.day))
    const { evaluation, programme, rules } = await judgeVisit(tx, scope, found.id, () => ({}))
    const explain = explainer(rules, found.day, language, programmeNames(programme))
    const beyond = extra === undefined ? [] : personsBeyond({ programme, rules }, scope.today, found.id, extra)
    const open = beyond.filter(
      (id) => mayDecideFor(scope, id) && !found.decisions.some((it) => it.personId === id && it.about === extra?.about),
    )
    return {
      visit: found,
      about: extra?.about ?? ('extra-visit' as const),
      undecided: open,
      lines: explain.linesOf(inOrderOfWeight(reasonsToDecide(evaluation, open))),
      names: namer(await namesOf(tx, scope), language),
    }
  })
  return request.page(
    visitFormTexts(language).decisionTitle[about],
    <DecisionView
      language={language}
      form={form}
      action={extraDecisionPath(place, visit.id)}
      version={visit.version}
      backHref={visitPath(place, visit.id)}
      about={titleOf(visit, language)}
      decision={about}
      persons={undecided.map((id) => ({ value: id, label: names(id) }))}
      lines={lines}
    />,
    statusOf(form),
  )
}
