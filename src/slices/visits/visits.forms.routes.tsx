import { NotAllowed } from '../../kernel/errors.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Command } from '../../platform/command.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import type { PersonScope } from '../../platform/scope.ts'
import { type FormState, formOf } from '../../ui/index.ts'
import { cancelVisit, concernedBy, missVisit, planVisit } from './visits.commands.ts'
import { planningRoutes } from './planning.routes.tsx'
import { titleOf } from './visits.page.ts'
import { visitCancellationPath, visitMissedPath, visitPath, visitPlanPath } from './visits.paths.ts'
import { refusedVisitForm } from './visits.refused-page.ts'
import { type Concerned, mayCancel, mayNoteAttendance, mayPlan, transitions, type Viewer } from './visits.rules.ts'
import { getVisit, type VisitRow } from './visits.store.ts'
import { visitFormTexts } from './visits-forms.texts.ts'
import { PlanView, ReasonView, type ReasonKind } from './visits-forms.views.tsx'

/** The forms about one visit: programme and its endings. */
export const formRoutes = [
  get('/besok/:id/program', 'visits:plan', (request) => planPage(request)),
  post('/besok/:id/program', 'visits:plan', async (request) => {
    const form = await request.form()
    const outcome = await request.run(planVisit, { ...form, visit: request.id() })
    if (outcome.ok)
      return request.redirect(visitPath(request.place, request.id(), outcome.value.confirmed ? 'confirmed' : 'planned'))
    return planPage(request, refusedVisitForm(form, outcome, request.language))
  }),

  ...planningRoutes,
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
]

type Ending = {
  readonly path: string
  readonly allow: Permission
  readonly kind: ReasonKind
  readonly command: Command<{ readonly visit: string; readonly version: number; readonly reason: string }, undefined>
  readonly notice: string
  readonly may: (viewer: Viewer, visit: Concerned) => boolean
  readonly pathOf: typeof visitMissedPath
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
  const form =
    refused ?? formOf({ programme: visit.programme, place: visit.place, forum: visit.forum, toMeet: visit.toMeet })
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
