import { NotAllowed } from '../../kernel/errors.ts'
import { inStockholm } from '../../kernel/instant.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, type PageRoute, post, type RawForm } from '../../platform/http/page.ts'
import { emptyForm, type FormState } from '../../ui/index.ts'
import { listUnits } from '../directory/index.ts'
import { namesOf } from '../people/index.ts'
import { listApart, othersToJoin } from './joining.basis.ts'
import { joinVisit } from './joining.commands.ts'
import { moveVisit } from './moving.commands.ts'
import { besideTimes, listAhead, type TimeFor } from './times.basis.ts'
import { answerTimes, askedAboutTimes, chooseTime } from './times.commands.ts'
import { readTimes } from './times.forms.ts'
import { aheadLines, notesOf, timesPageOf } from './times.page.ts'
import { visitChoicePath, visitJoinPath, visitMovePath, visitTimesPath } from './times.paths.ts'
import { mayJoin } from './times.rules.ts'
import { timesTexts } from './times.texts.ts'
import { type Beside, type JoinOffer, MoveView, saidField, type TimesPart, type Together } from './times.views.tsx'
import { concernedBy } from './visits.commands.ts'
import { type Names, namer, titleOf, unitsOf } from './visits.page.ts'
import { visitPath } from './visits.paths.ts'
import { refusedVisitForm } from './visits.refused-page.ts'
import { mayCancel, maySee } from './visits.rules.ts'
import { getVisit, type VisitRow } from './visits.store.ts'

type ShowVisit = (request: PageRequest, form: FormState) => Promise<Response>

/** The answers to proposed times, the choice, moving, and joint visits. `show` is the visit's own page, for what is refused. */
export function timesRoutes(show: ShowVisit): readonly PageRoute[] {
  return [
    post('/besok/:id/tider', 'visits:attend', async (request) => {
      const form = await request.form()
      const person = fieldText(form, 'person')
      const outcome = await request.run(answerTimes, {
        visit: request.id(),
        person,
        sequence: fieldText(form, 'sequence'),
        answers: saidIn(form, person),
      })
      if (outcome.ok) return request.redirect(visitPath(request.place, request.id(), 'times-answered'))
      const refused = refusedVisitForm(form, outcome, request.language)
      // The page's fields carry the time and the person in their names.
      const errors = refused.errors.map((error) => ({
        ...error,
        field: /^(?:answers\.)?[0-9a-f-]{36}$/.test(error.field)
          ? saidField(error.field.replace('answers.', ''), person)
          : '',
      }))
      return show(request, { ...refused, errors })
    }),

    post('/besok/:id/valj-tid', 'visits:initiate', async (request) => {
      const form = await request.form()
      const outcome = await request.run(chooseTime, { ...form, visit: request.id() })
      if (!outcome.ok) return show(request, refusedVisitForm(form, outcome, request.language))
      return request.redirect(
        visitPath(request.place, request.id(), outcome.value.booked ? 'time-booked' : 'time-chosen'),
      )
    }),

    get('/besok/:id/flytta', 'visits:initiate', (request) => movePage(request, emptyForm)),
    post('/besok/:id/flytta', 'visits:initiate', async (request) => {
      const form = await request.form()
      const outcome = await request.run(moveVisit, { ...form, visit: request.id() })
      if (!outcome.ok) return movePage(request, refusedVisitForm(form, outcome, request.language))
      return request.redirect(
        visitPath(request.place, request.id(), outcome.value.timesOpen ? 'times-proposed' : 'moved'),
      )
    }),

    post('/besok/:id/gemensamt', 'visits:initiate', async (request) => {
      const outcome = await request.run(joinVisit, { visit: request.id() })
      if (outcome.ok) return request.redirect(visitPath(request.place, request.id(), 'joined'))
      return show(request, refusedVisitForm({}, outcome, request.language))
    }),
  ]
}

/** What one person says in the form, by the id of the time. What is left unanswered is not there. */
function saidIn(form: RawForm, person: string): Readonly<Record<string, string>> {
  const said = Object.keys(form).flatMap((name) => {
    const [part, time = '', about] = name.split('.')
    const value = fieldText(form, name)
    return part === 'said' && about === person && value !== '' ? [[time, value]] : []
  })
  return Object.fromEntries(said)
}

async function unitNamer(tx: ReadTx, { scope, language }: PageRequest): Promise<Names> {
  const units = new Map((await listUnits(tx, scope)).map(({ id, name }) => [id, name]))
  return namer(units, language)
}

/** Returns the part of a visit's page about its times and about making it a joint visit, with where its forms are posted. */
export async function timesPart(tx: ReadTx, request: PageRequest, visit: VisitRow, names: Names): Promise<TimesPart> {
  const { scope, language, place } = request
  const personIds = await askedAboutTimes(tx, scope, visit)
  const about = { unitIds: visit.units.map(({ id }) => id), personIds, visitId: visit.id }
  const page = timesPageOf({
    ...{ visit, names, language, askedIds: personIds, viewer: scope },
    beside: visit.timesOpen ? await besideTimes(tx, scope, about, visit.times) : [],
    unitNames: await unitNamer(tx, request),
    now: inStockholm(request.now),
  })
  const said = (page?.answerFor ?? []).flatMap(({ personId, times }) =>
    times.map((time) => [saidField(time.id, personId), time.said ?? '']),
  )
  return {
    page,
    together: await togetherOf(tx, request, visit),
    answerAction: visitTimesPath(place, visit.id),
    chooseAction: visitChoicePath(place, visit.id),
    values: { ...Object.fromEntries(said), time: page?.best ?? '' },
  }
}

async function togetherOf(tx: ReadTx, request: PageRequest, visit: VisitRow): Promise<Together | undefined> {
  const { scope, language, place } = request
  const apart = await listApart(tx, scope, visit)
  if (apart.length === 0) return undefined
  const texts = timesTexts(language)
  const others = await othersToJoin(tx, scope, visit)
  const offered = others.length > 0 && mayJoin(scope, { ...concernedBy(visit), others })
  return {
    others: apart.map((it) => ({
      id: it.id,
      label: texts.together(unitsOf(it, language), texts.shortTime(it)),
      href: maySee(scope, concernedBy(it)) ? visitPath(place, it.id) : undefined,
    })),
    offer: offered
      ? { id: visit.id, action: visitJoinPath(place, visit.id), label: texts.join, button: texts.join }
      : undefined,
  }
}

/** Returns the buttons that make each of these visits a joint one, for a viewer who could come along. */
export async function joinOffers(tx: ReadTx, { scope, language, place }: PageRequest, visits: readonly VisitRow[]) {
  const texts = timesTexts(language)
  const offers: JoinOffer[] = []
  for (const visit of visits) {
    const others = await othersToJoin(tx, scope, visit)
    if (others.length === 0 || !mayJoin(scope, { ...concernedBy(visit), others })) continue
    const when = visit.timesOpen ? texts.proposedCount(visit.times.length) : texts.shortTime(visit)
    const label = texts.joinNamed(unitsOf(visit, language), when)
    offers.push({ id: visit.id, action: visitJoinPath(place, visit.id), label, button: label })
  }
  return offers
}

/** Returns what to know when choosing a day: the coming months, and what stands beside the times that are typed already. */
export async function besidePart(tx: ReadTx, request: PageRequest, about: TimeFor, form: FormState): Promise<Beside> {
  const { scope, language } = request
  const unitNames = await unitNamer(tx, request)
  const names = namer(await namesOf(tx, scope), language)
  const typed = readTimes(form.values, () => undefined)
  const beside = await besideTimes(tx, scope, about, typed)
  return {
    ahead: aheadLines(await listAhead(tx, scope, about.unitIds), unitNames, language),
    notes: typed.map((time, index) => ({
      time: timesTexts(language).shortTime(time),
      notes: notesOf(beside[index], { names, unitNames, viewer: scope, language }),
    })),
  }
}

async function movePage(request: PageRequest, form: FormState) {
  const { language, place, scope } = request
  const texts = timesTexts(language)
  const { visit, beside } = await request.read(async (tx) => {
    const found = await getVisit(tx, scope, request.id())
    const personIds = found.invitations.map(({ personId }) => personId)
    const about = { unitIds: found.units.map(({ id }) => id), personIds, visitId: found.id }
    return { visit: found, beside: await besidePart(tx, request, about, form) }
  })
  if (!mayCancel(scope, concernedBy(visit))) throw new NotAllowed('visits.move')
  return request.page(
    texts.moveTitle,
    <MoveView
      language={language}
      form={form}
      action={visitMovePath(place, visit.id)}
      backHref={visitPath(place, visit.id)}
      about={titleOf(visit, language)}
      version={visit.version}
      now={visit.timesOpen ? undefined : texts.moveNow(texts.shortTime(visit))}
      {...beside}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}
