import { isoFromDay } from '../../kernel/date.ts'
import { NotAllowed, NotFound } from '../../kernel/errors.ts'
import { get, type PageRequest, type PageRoute, post, type RawForm } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { type FormState, formOf } from '../../ui/index.ts'
import { inOrderOfWeight, programmeNames, rulesInForce, settingsFor } from '../guidelines/index.ts'
import { getMunicipality, typesetterInLook } from '../municipalities/index.ts'
import { namesOf } from '../people/index.ts'
import { expectedAt, noteAttendance, substitutesOn } from './visits.attendance.commands.ts'
import { asksPaidWork, attendanceStart, carriedFields, shownChanges, shownFees } from './visits.attendance.page.ts'
import { changesOf, furtherAudiences, type Noted, withNoted } from './visits.attendance.rules.ts'
import { judgeVisit, type LaterFacts } from './visits.basis.ts'
import { certificatePdf } from './visits.certificate.pdf.ts'
import { concernedBy } from './visits.commands.ts'
import { previewCorrection } from './visits.correction.rules.ts'
import { audienceGuidance } from './visits.guidance.rules.ts'
import { explainer } from './visits.guideline-page.ts'
import { namer, titleOf } from './visits.page.ts'
import { visitAttendancePath, visitPath } from './visits.paths.ts'
import { refusedVisitForm } from './visits.refused-page.ts'
import { actsForOthers, mayNoteAttendance } from './visits.rules.ts'
import { getVisit, type VisitRow } from './visits.store.ts'
import { audienceName } from './visits-words.texts.ts'
import { AttendanceView } from './visits-attendance.views.tsx'
import { attendanceTexts } from './visits-attendance.texts.ts'
import { CorrectionView } from './visits-correction.views.tsx'

/**
 * Returns the pages about who came. `paid` gives the facts of later slices that a correction is tried with: what has gone
 * to payroll stands.
 */
export function attendanceRoutes(paid: LaterFacts): readonly PageRoute[] {
  return [
    get('/besok/:id/narvaro', 'visits:attend', (request) => attendancePage(request)),
    post('/besok/:id/narvaro', 'visits:attend', async (request) => {
      const form = await request.form()
      // Back from what it changes to the form, with everything that was filled in.
      if (form.intent === 'edit') return attendancePage(request, formOf(form))
      const { intent: _, ...filled } = form
      const outcome = await request.run(noteAttendance, { ...filled, visit: request.id() })
      if (outcome.ok) {
        const notice = outcome.value.corrected ? 'corrected' : outcome.value.brokenOff ? 'broken-off' : 'held'
        return request.redirect(visitPath(request.place, request.id(), notice))
      }
      if ('facts' in outcome && outcome.code === 'visits.correction-unread')
        return correctionPage(request, form, outcome.facts.noted as Noted, paid)
      return attendancePage(request, refusedVisitForm(form, outcome, request.language))
    }),
    get('/besok/:id/intyg.pdf', 'visits:read', (request) => certificate(request)),
  ]
}

async function attendancePage(request: PageRequest, refused?: FormState) {
  const { language, place, scope } = request
  const found = await request.read(async (tx) => {
    const visit = await getVisit(tx, scope, request.id())
    const persons = await expectedAt(tx, scope, visit)
    const substitutes = await substitutesOn(tx, scope, visit.day)
    const settings = await settingsFor(tx, scope, visit.day)
    const { feeRules } = await rulesInForce(tx, scope)
    return { visit, persons, substitutes, settings, feeRules, names: namer(await namesOf(tx, scope), language) }
  })
  const { visit, persons, substitutes, settings, names } = found
  if (!mayNoteAttendance(scope, concernedBy(visit))) throw new NotAllowed('visits')
  const texts = attendanceTexts(language)
  const others = substitutes.filter((id) => !persons.includes(id))
  const form = refused ?? attendanceStart(visit, { persons, others }, language)
  const isCorrection = visit.state === 'held' || visit.state === 'reported'
  const person = (id: string) => {
    const standsIn = visit.invitations.find(({ personId }) => personId === id)?.standsInForId ?? undefined
    return {
      id,
      name: names(id),
      standsInFor: standsIn && names(standsIn),
      mayServe: standsIn !== undefined || substitutes.includes(id) || isServing(visit, id),
    }
  }
  const audiences = audienceGuidance(settings, visit.form)
  return request.page(
    isCorrection ? texts.correctTitle : texts.title,
    <AttendanceView
      language={language}
      form={form}
      action={visitAttendancePath(place, visit.id)}
      version={visit.version}
      backHref={visitPath(place, visit.id)}
      about={titleOf(visit, language)}
      notice={request.query('klart') === 'registered-afterwards' ? texts.registered : undefined}
      isCorrection={isCorrection}
      isBrokenOff={visit.brokenOff}
      onBehalfOf={
        actsForOthers(scope)
          ? persons.filter((id) => id !== scope.personId).map((id) => ({ value: id, label: names(id) }))
          : []
      }
      persons={persons.map(person)}
      others={others.map(person)}
      asksPaidWork={asksPaidWork(found.feeRules)}
      audiences={audiences.map(({ audience, said, explained }) => ({ audience, label: said[language], explained }))}
      furtherAudiences={furtherAudiences(audiences).map(({ audience, said }) => ({ audience, label: said[language] }))}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

function isServing({ attendance }: VisitRow, personId: string): boolean {
  return attendance.some((it) => it.personId === personId && it.serving)
}

/** What the correction changes, for whom: people, audiences, what the guideline says, and fees, paid ones too. */
async function correctionPage(request: PageRequest, form: RawForm, noted: Noted, paid: LaterFacts) {
  const { language, place, scope } = request
  const found = await request.read(async (tx) => {
    const visit = await getVisit(tx, scope, request.id())
    const substitutes = await substitutesOn(tx, scope, visit.day)
    const judgement = await judgeVisit(tx, scope, visit.id, paid)
    return { ...judgement, visit, substitutes, names: namer(await namesOf(tx, scope), language) }
  })
  const { visit, rules, programme, substitutes, names } = found
  const texts = attendanceTexts(language)
  const stands = programme.visits.find(({ id }) => id === visit.id)
  const changes = changesOf(visit, noted)
  if (stands === undefined || changes === undefined) throw new NotFound('correction')
  const corrected = withNoted(stands, noted, (id) => substitutes.includes(id))
  const preview = previewCorrection(rules, programme, corrected, scope.today)
  const named = programmeNames(programme)
  const explain = explainer(rules, visit.day, language, named)
  const shown = (findings: typeof preview.appears) =>
    explain.linesOf(inOrderOfWeight(findings)).map((line) => line.shown)
  const settings = await request.read((tx) => settingsFor(tx, scope, visit.day))
  const showing = {
    language,
    names,
    audience: (code: string) => audienceName(code, language, settings?.terms ?? []),
    unitsOf: (id: string) => named({ type: 'visit', id }),
    visitId: visit.id,
    seesFeeOf: (personId: string) =>
      may(scope, 'claims:read-all') || (personId === scope.personId && may(scope, 'claims:read-own')),
  }
  return request.page(
    texts.changeTitle,
    <CorrectionView
      language={language}
      about={titleOf(visit, language)}
      backHref={visitPath(place, visit.id)}
      action={visitAttendancePath(place, visit.id)}
      version={visit.version}
      fields={carriedFields(form)}
      {...shownChanges(changes, showing)}
      appears={shown(preview.appears)}
      disappears={shown(preview.disappears)}
      {...shownFees(preview, showing)}
      feeReasons={shown(preview.fees.flatMap(({ person, reasons }) => (showing.seesFeeOf(person) ? reasons : [])))}
    />,
  )
}

/** One's own certificate for the employer; the secretary can take out that of another who came. */
async function certificate(request: PageRequest): Promise<Response> {
  const { language, scope, municipality, committee } = request
  const personId = request.query('person') ?? scope.personId
  if (personId !== scope.personId && !actsForOthers(scope)) throw new NotAllowed('visits.certificate')
  const { visit, names, contact } = await request.read(async (tx) => ({
    visit: await getVisit(tx, scope, request.id()),
    contact: (await getMunicipality(tx, municipality.id)).functionAddress,
    names: namer(await namesOf(tx, scope), language),
  }))
  const came = visit.attendance.find((it) => it.personId === personId)
  const happened = visit.state === 'held' || visit.state === 'reported'
  if (came === undefined || !happened) throw new NotFound('attendance')
  const texts = attendanceTexts(language)
  const bytes = await certificatePdf(await typesetterInLook(request), {
    language,
    municipality: municipality.name,
    committee: committee.name,
    name: names(personId),
    day: visit.day,
    start: came.start,
    end: came.end,
    issued: scope.today,
    contact,
    createdAt: request.now,
    marks: municipality.isDemo ? [texts.certificateMark] : [],
  })
  return request.file(bytes, { type: 'application/pdf', name: texts.certificateFile(isoFromDay(visit.day)) })
}
