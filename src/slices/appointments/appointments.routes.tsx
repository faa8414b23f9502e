import { capital } from '../../kernel/language.ts'
import { type Finding as EngineFinding, sourceTitles, termsOf, wordsOf } from '../../engine/index.ts'
import { isoFromDay } from '../../kernel/date.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { may } from '../../platform/scope.ts'
import { type Finding, type FormState, formatDay, formOf } from '../../ui/index.ts'
import { directoryFacts, listAreas, listUnits } from '../directory/index.ts'
import { inOrderOfWeight, judge, programmeNames, settingsFor, shownFinding } from '../guidelines/index.ts'
import { listRepresentatives, peopleFacts } from '../people/index.ts'
import { appoint, declareRelation, endAppointment, withdrawRelation } from './appointments.commands.ts'
import { appointmentsFacts } from './appointments.facts.ts'
import { appointmentsPath, endAppointmentPath, newAppointmentPath, relationsPath } from './appointments.paths.ts'
import { isManagerAlone, isShownTo, relationKinds } from './appointments.rules.ts'
import { getAppointment, listAppointments, listGroups, listRelations } from './appointments.store.ts'
import { leavesPath } from './leave.paths.ts'
import { leaveRoutes } from './leave.routes.tsx'
import { appointmentsTexts } from './appointments.texts.ts'
import { AppointmentsPage, EndAppointmentPage, NewAppointmentPage, RelationsPage } from './appointments.views.tsx'

const kindsAboutAppointments = /^(appointment|groups)\./

/** Who is contact politician for what; appointing, ending, and a person's own relations. */
export const appointmentsRoutes = [
  get('/uppdrag', 'appointments:read', async (request) => {
    const { language, place, scope } = request
    const { appointments, groups, judgement } = await request.read(async (tx) => ({
      appointments: await listAppointments(tx, scope, scope.today),
      groups: await listGroups(tx, scope, scope.today),
      judgement: await judge(tx, scope, {
        ...directoryFacts(scope),
        ...peopleFacts(scope),
        ...appointmentsFacts(scope),
      }),
    }))
    const texts = appointmentsTexts(language)
    const mayDecide = may(scope, 'appointments:decide')
    const names = programmeNames(judgement.programme)
    const titleOf = sourceTitles(judgement.rules.guidelines)
    const terms = termsOf(judgement.rules.guidelines)
    // What is not as the guideline says of all the committee's appointments is no matter of one unit.
    const remarks = judgement.evaluation.findings.filter(
      ({ kind, outcome }) => !isManagerAlone(scope) && kindsAboutAppointments.test(kind) && outcome !== 'satisfied',
    )
    const byObject = new Intl.Collator('sv')
    return request.page(
      texts.title,
      <AppointmentsPage
        language={language}
        lines={appointments
          .filter((appointed) => isShownTo(scope, judgement.programme.units, appointed))
          .map(({ id, objectName, name, bloc, validFrom, decidedOn, paragraph }) => ({
            id,
            object: objectName,
            name,
            about: texts.blocs[bloc ?? 'unaligned'],
            from: validFrom,
            decision: [formatDay(decidedOn, language), paragraph].filter(Boolean).join(', '),
            endHref: mayDecide ? endAppointmentPath(place, id) : undefined,
          }))
          .sort((one, other) => byObject.compare(one.object, other.object))}
        groups={(isManagerAlone(scope) ? [] : groups).map(({ id, name, members }) => ({
          id,
          name,
          members: members.map((member) => {
            const remarksOf = [
              texts.blocs[member.bloc ?? 'unaligned'],
              ...(member.isRapporteur ? [texts.rapporteur] : []),
            ]
            return `${member.name} (${remarksOf.join(', ')})`
          }),
        }))}
        findings={inOrderOfWeight(remarks).map((finding) => shownFinding(finding, language, names, titleOf, terms))}
        notice={texts.notices[request.query('klart') ?? '']}
        newHref={mayDecide ? newAppointmentPath(place) : undefined}
        leavesHref={mayDecide ? leavesPath(place) : undefined}
        relationsHref={may(scope, 'relations:declare') ? relationsPath(place) : undefined}
      />,
    )
  }),

  ...leaveRoutes,

  get('/uppdrag/nytt', 'appointments:decide', (request) => {
    const today = isoFromDay(request.scope.today)
    return newAppointmentPage(request, formOf({ validFrom: today, decidedOn: today }))
  }),

  post('/uppdrag/nytt', 'appointments:decide', async (request) => {
    const form = await request.form()
    const outcome = await request.run(appoint, form)
    if (outcome.ok) return request.redirect(appointmentsPath(request.place, 'appointed'))
    const reasons = 'facts' in outcome ? ((outcome.facts.findings as readonly EngineFinding[] | undefined) ?? []) : []
    return newAppointmentPage(request, refusedForm(form, outcome, appointmentsTexts(request.language).errors), reasons)
  }),

  get('/uppdrag/:id/avslut', 'appointments:decide', (request) =>
    endPage(request, formOf({ until: isoFromDay(request.scope.today) })),
  ),

  post('/uppdrag/:id/avslut', 'appointments:decide', async (request) => {
    const form = await request.form()
    const outcome = await request.run(endAppointment, { ...form, id: request.id() })
    if (outcome.ok) return request.redirect(appointmentsPath(request.place, 'ended'))
    return endPage(request, refusedForm(form, outcome, appointmentsTexts(request.language).errors))
  }),

  get('/anknytningar', 'relations:declare', (request) =>
    relationsPage(request, formOf({ validFrom: isoFromDay(request.scope.today) })),
  ),

  post('/anknytningar', 'relations:declare', async (request) => {
    const form = await request.form()
    const withdrawn = fieldText(form, 'withdraw')
    const outcome =
      withdrawn === ''
        ? await request.run(declareRelation, form)
        : await request.run(withdrawRelation, { id: withdrawn })
    if (outcome.ok) return request.redirect(relationsPath(request.place, withdrawn === '' ? 'declared' : 'withdrawn'))
    return relationsPage(request, refusedForm(form, outcome, appointmentsTexts(request.language).errors))
  }),
]

async function newAppointmentPage(request: PageRequest, form: FormState, reasons: readonly EngineFinding[] = []) {
  const { language, place, scope } = request
  const { representatives, objects, shown } = await request.read(async (tx) => ({
    representatives: await listRepresentatives(tx, scope),
    objects: await objectChoices(tx, request),
    shown: reasons.length === 0 ? [] : await shownReasons(tx, request, reasons),
  }))
  const texts = appointmentsTexts(language)
  const byName = new Intl.Collator('sv')
  return request.page(
    texts.newAppointment,
    <NewAppointmentPage
      language={language}
      form={form}
      action={newAppointmentPath(place)}
      cancelHref={appointmentsPath(place)}
      persons={representatives
        .map(({ id, name, bloc, seatKind }) => ({
          value: id,
          label: `${name} (${texts[seatKind]}, ${texts.blocs[bloc ?? 'unaligned']})`,
        }))
        .sort((one, other) => byName.compare(one.label, other.label))}
      objects={objects}
      reasons={shown}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

type Read = Parameters<Parameters<PageRequest['read']>[0]>[0]

async function shownReasons(
  tx: Read,
  { scope, language }: PageRequest,
  reasons: readonly EngineFinding[],
): Promise<readonly Finding[]> {
  const { programme, rules } = await judge(tx, scope, { ...directoryFacts(scope), ...peopleFacts(scope) })
  const titleOf = sourceTitles(rules.guidelines)
  const terms = termsOf(rules.guidelines)
  return reasons.map((finding) => shownFinding(finding, language, programmeNames(programme), titleOf, terms))
}

async function objectChoices(tx: Read, { scope, language }: PageRequest) {
  const texts = appointmentsTexts(language)
  const byName = new Intl.Collator('sv')
  const areas = (await listAreas(tx, scope)).map(({ id, name }) => ({
    value: `area:${id}`,
    label: texts.areaChoice(name),
  }))
  const units = (await listUnits(tx, scope)).map(({ id, name }) => ({ value: `unit:${id}`, label: name }))
  return [...areas, ...units].sort((one, other) => byName.compare(one.label, other.label))
}

async function endPage(request: PageRequest, form: FormState) {
  const { language, place, scope } = request
  const found = await request.read((tx) => getAppointment(tx, scope, request.id()))
  const texts = appointmentsTexts(language)
  return request.page(
    texts.endTitle,
    <EndAppointmentPage
      language={language}
      form={form}
      action={endAppointmentPath(place, found.id)}
      cancelHref={appointmentsPath(place)}
      name={found.name}
      object={found.objectName}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

async function relationsPage(request: PageRequest, form: FormState) {
  const { language, place, scope } = request
  const { relations, objects, settings } = await request.read(async (tx) => ({
    settings: await settingsFor(tx, scope, scope.today),
    relations: await listRelations(tx, scope, scope.today, scope.personId),
    objects: await objectChoices(tx, request),
  }))
  const texts = appointmentsTexts(language)
  const kindName = (kind: string) => {
    const known: Readonly<Record<string, string>> = texts.relationKinds
    return known[kind] ?? capital(wordsOf(language, settings?.terms).label(kind))
  }
  return request.page(
    texts.relationsTitle,
    <RelationsPage
      language={language}
      form={form}
      action={relationsPath(place)}
      notice={texts.notices[request.query('klart') ?? '']}
      objects={objects}
      kinds={relationKinds(settings).map((kind) => ({ value: kind, label: kindName(kind) }))}
      relations={relations.map(({ id, objectName, kind, validFrom }) => ({
        id,
        text: `${kindName(kind)}: ${objectName}, ${texts.since.toLowerCase()} ${formatDay(validFrom, language)}`,
      }))}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}
