import { bookable, type Finding, type Settings } from '../../engine/index.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Language } from '../../kernel/language.ts'
import { isId } from '../../platform/ids.ts'
import { get, type PageRequest, post, type RawForm } from '../../platform/http/page.ts'
import { fieldTexts } from '../../platform/http/form-fields.ts'
import { type Choice, type FormState, formOf, textOf } from '../../ui/index.ts'
import { appointedUnitsOf, type Contact, type GroupRow, listContactsOfUnit, listGroups } from '../appointments/index.ts'
import { getUnit, listUnits, type UnitRow } from '../directory/index.ts'
import { guidelinePath } from '../guidelines/guidelines.paths.ts'
import { inOrderOfWeight, judge, programmeNames, rulesInForce, settingsFor } from '../guidelines/index.ts'
import { listHolders } from '../people/index.ts'
import { bookingKinds } from './booking-kinds.page.ts'
import { wouldBeInvited } from './participants.page.ts'
import { bookingLimits } from './booking-limits.page.ts'
import { unappointedVisits } from './unappointed.basis.ts'
import { bookVisit } from './visits.commands.ts'
import { roleValue } from './visits.forms.ts'
import { formsToBook } from './visits.kinds.rules.ts'
import { bookingGuidance, type InitiatorGuidance } from './visits.guidance.rules.ts'
import { explainer, nothing, principlesBeforeBooking } from './visits.guideline-page.ts'
import { programmeFacts } from './visits.basis.ts'
import { unitsOf } from './visits.page.ts'
import { newVisitPath, visitAttendancePath, visitPath, visitsPath } from './visits.paths.ts'
import { findingsOf, refusedVisitForm, takenVisitOf } from './visits.refused-page.ts'
import { actsForOthers, isInitiator, maySee } from './visits.rules.ts'
import { visitFormTexts } from './visits-forms.texts.ts'
import { BookingView, ChooseView, NoBookingView } from './visits-booking.views.tsx'
import { otherVisitLabel, otherVisits } from './booking-others.page.ts'
import { besidePart, joinOffers } from './times.routes.tsx'
import { sayRefusal } from './visits-refusals.texts.ts'
import { initiatorName } from './visits-words.texts.ts'

/** Booking in two steps: where, and when. Each step has its own address and works without script. */
export const bookingRoutes = [
  get('/besok/nytt', 'visits:initiate', (request) =>
    newVisitPage(request, formOf({ form: 'visit', capacity: 'committee' })),
  ),

  post('/besok/nytt', 'visits:initiate', async (request) => {
    const form = await request.form()
    const outcome = await request.run(bookVisit, form)
    if (outcome.ok) {
      const { id, state, afterwards, timesOpen } = outcome.value
      // What has been is not waited for: who came is asked at once.
      if (afterwards) return request.redirect(visitAttendancePath(request.place, id, 'registered-afterwards'))
      return request.redirect(visitPath(request.place, id, timesOpen ? 'times-proposed' : state))
    }
    return newVisitPage(request, refusedVisitForm(form, outcome, request.language), {
      form,
      findings: findingsOf(outcome),
      taken: takenVisitOf(outcome),
    })
  }),
]

type Tried = {
  readonly form: RawForm
  readonly findings: readonly Finding[]
  /** The visit that has the hour already. */
  readonly taken: string | undefined
}

async function newVisitPage(request: PageRequest, form: FormState, tried?: Tried) {
  const { language, place, scope } = request
  const unitIds = (tried ? fieldTexts(tried.form, 'units') : request.url.searchParams.getAll('enhet')).filter(isId)
  const groupId = (tried ? textOf(form, 'group') : (request.query('grupp') ?? '')) || undefined
  return request.read(async (tx) => {
    const rules = await rulesInForce(tx, scope)
    const guideline = bookable(rules.guidelines, scope.today, rules.interpretations)
    const settings = await settingsFor(tx, scope, scope.today)
    const reason = whyNot(request, guideline.ok ? undefined : guideline.facts, settings)
    const title = visitFormTexts(language).newTitle
    if (reason !== undefined || settings === undefined) {
      return request.page(
        title,
        <NoBookingView language={language} reason={reason ?? ''} guidelineHref={guidelinePath(place)} />,
        tried ? 422 : 200,
      )
    }
    const step = { settings, groupId: groupId !== undefined && isId(groupId) ? groupId : undefined }
    if (unitIds.length === 0) return chooseStep(tx, request, step, form)
    if (bookingGuidance(settings).byGroup && step.groupId === undefined)
      return chooseStep(tx, request, step, groupFirst(language, unitIds))
    return bookStep(tx, request, { ...step, unitIds, form, tried })
  })
}

/** Why the viewer can book nothing at all today, in a sentence with its clause (SON-01). */
function whyNot(
  request: PageRequest,
  facts: Readonly<Record<string, unknown>> | undefined,
  settings: Settings | undefined,
): string | undefined {
  const { language, scope } = request
  if (settings === undefined) {
    const isProposal = facts?.clause !== undefined
    return sayRefusal(language, isProposal ? 'visits.only-proposed' : 'visits.none-in-force', {
      ...facts,
      day: scope.today,
    })
  }
  const { initiator } = bookingGuidance(settings)
  if (formsToBook(settings, scope).length > 0) return undefined
  if (initiator !== undefined && initiator.by === undefined)
    return sayRefusal(language, 'visits.initiator-unanswered', { clause: initiator.clause })
  if (initiator !== undefined)
    return sayRefusal(language, 'visits.not-initiator', { who: initiator.said, clause: initiator.clause })
  return undefined
}

/** The first step again: the unit is chosen, the group is not. */
function groupFirst(language: Language, unitIds: readonly string[]): FormState {
  return {
    values: { enhet: unitIds },
    errors: [{ field: 'grupp', message: sayRefusal(language, 'visits.group-missing') }],
  }
}

type Step = { readonly settings: Settings; readonly groupId: string | undefined }

async function chooseStep(tx: ReadTx, request: PageRequest, { settings, groupId }: Step, form: FormState) {
  const { language, place, scope } = request
  const texts = visitFormTexts(language)
  const { byGroup } = bookingGuidance(settings)
  const groups = byGroup ? await groupsToChoose(tx, request) : []
  const units = await unitsToChoose(tx, request, { settings, byGroup })
  const collator = new Intl.Collator(language)
  const choices = units
    .map(({ id, name }): Choice => ({ value: id, label: name }))
    .sort((a, b) => collator.compare(a.label, b.label))
  const values = {
    grupp: groupId ?? (groups.length === 1 ? (groups[0]?.id ?? '') : ''),
    enhet: choices.length === 1 ? (choices[0]?.value ?? '') : '',
  }
  return request.page(
    texts.newTitle,
    <ChooseView
      language={language}
      form={form.errors.length > 0 ? form : formOf(values)}
      action={newVisitPath(place)}
      units={choices}
      groups={groups.map(({ id, name }) => ({ value: id, label: name }))}
      nothing={scope.roles.includes('manager') ? texts.chooseNothingManager : texts.chooseNothingPolitician}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

/** The secretary and a manager who invites choose among all groups, a member among the own. */
async function groupsToChoose(tx: ReadTx, { scope }: PageRequest): Promise<readonly GroupRow[]> {
  const groups = await listGroups(tx, scope, scope.today)
  return actsForOthers(scope) || scope.roles.includes('manager')
    ? groups
    : groups.filter(({ members }) => members.some(({ personId }) => personId === scope.personId))
}

/** The secretary chooses among all units, a manager among the own, a politician among the contact units; a group goes anywhere, and so does whoever may visit without an appointment. */
async function unitsToChoose(
  tx: ReadTx,
  { scope }: PageRequest,
  { settings, byGroup }: { readonly settings: Settings; readonly byGroup: boolean },
): Promise<readonly Pick<UnitRow, 'id' | 'name'>[]> {
  const all = await listUnits(tx, scope)
  if (actsForOthers(scope)) return all
  const managed = scope.roles.includes('manager') ? all.filter(({ id }) => scope.managedUnitIds.includes(id)) : []
  if (!scope.roles.includes('politician') && !scope.roles.includes('chair')) return managed
  if (byGroup) return all
  const { personId, today } = scope
  const elsewhere = await unappointedVisits(tx, scope, settings, { personId, day: today, form: undefined })
  if (elsewhere?.may) return all
  const contact = await appointedUnitsOf(tx, scope, scope.personId, scope.today)
  return [...new Map([...managed, ...contact].map((unit) => [unit.id, unit])).values()]
}

async function bookStep(
  tx: ReadTx,
  request: PageRequest,
  step: Step & { readonly unitIds: readonly string[]; readonly form: FormState; readonly tried: Tried | undefined },
) {
  const { language, place, scope } = request
  const { settings, groupId, unitIds, form, tried } = step
  const texts = visitFormTexts(language)
  const guidance = bookingGuidance(settings)
  const units: UnitRow[] = []
  for (const id of unitIds) units.push(await getUnit(tx, scope, id))
  const group =
    groupId === undefined ? undefined : (await listGroups(tx, scope, scope.today)).find(({ id }) => id === groupId)
  const contacts = group?.members ?? (await contactsOf(tx, request, unitIds))
  const others = await otherVisits(tx, request, units, tried?.taken)
  const findings = tried?.findings ?? []
  const { programme, rules } = await judge(tx, scope, programmeFacts(scope), { unit: unitIds[0] ?? '' })
  const explain = explainer(rules, scope.today, language, programmeNames(programme))
  const isManager = scope.roles.includes('manager') && unitIds.every((id) => scope.managedUnitIds.includes(id))
  const isOutside = !isManager && !actsForOthers(scope) && !contacts.some(({ personId }) => personId === scope.personId)
  const unitNames = unitsOf({ units: units.map(({ id, name, areaId }) => ({ id, name, areaId })) }, language)
  return request.page(
    texts.bookTitle(unitNames),
    <BookingView
      language={language}
      form={form}
      action={newVisitPath(place)}
      backHref={visitsPath(place)}
      unitIds={unitIds}
      unitNames={unitNames}
      groupId={groupId}
      lead={isManager ? texts.inviteLead : texts.bookLead}
      submitLabel={actsForOthers(scope) ? texts.submitRegister : isManager ? texts.submitInvite : texts.submitPropose}
      // Whom they bind: a manager who invites has no party to speak for.
      principles={isManager ? nothing : principlesBeforeBooking(settings, explain, language)}
      limits={await bookingLimits(tx, { scope, language, place, units, settings, explain })}
      invited={await wouldBeInvited(tx, { scope, language, place }, contacts)}
      otherVisits={others.map((visit) => ({
        id: visit.id,
        href: maySee(scope, { unitIds: visit.units.map(({ id }) => id) }) ? visitPath(place, visit.id) : undefined,
        label: otherVisitLabel(visit, request),
      }))}
      joinOffers={await joinOffers(tx, request, others)}
      beside={await besidePart(tx, request, { unitIds, personIds: contacts.map(({ personId }) => personId) }, form)}
      kinds={bookingKinds({
        viewer: scope,
        settings,
        judgement: { programme, rules },
        persons: contacts,
        unappointed: isOutside
          ? await unappointedVisits(tx, scope, settings, {
              personId: scope.personId,
              day: scope.today,
              form: undefined,
            })
          : undefined,
        findings,
        extraReason: textOf(form, 'extraReason'),
        today: scope.today,
        language,
      })}
      offersRelativesCouncil={
        settings.visits.withRelativesCouncil.value !== 'silent' &&
        units.some(({ relativesCouncil }) => relativesCouncil)
      }
      asksSpecialReason={
        form.errors.some(({ field }) => field === 'specialReason') || textOf(form, 'specialReason') !== ''
      }
      onBehalfOf={
        actsForOthers(scope)
          ? await onBehalfChoices(tx, request, { settings, initiator: guidance.initiator, contacts, unitIds })
          : []
      }
      mayRegisterAfterwards={actsForOthers(scope)}
      lines={explain.linesOf(inOrderOfWeight(findings))}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

async function contactsOf(tx: ReadTx, { scope }: PageRequest, unitIds: readonly string[]): Promise<readonly Contact[]> {
  const found = new Map<string, Contact>()
  for (const id of unitIds)
    for (const contact of await listContactsOfUnit(tx, scope, id, scope.today)) found.set(contact.personId, contact)
  return [...found.values()]
}

type OnBehalf = {
  readonly settings: Settings
  readonly initiator: InitiatorGuidance | undefined
  readonly contacts: readonly Contact[]
  readonly unitIds: readonly string[]
}

/** Those whom the guideline makes initiators here, for the secretary to register for; roles of its own by their names. */
async function onBehalfChoices(
  tx: ReadTx,
  { scope, language }: PageRequest,
  { settings, initiator, contacts, unitIds }: OnBehalf,
): Promise<readonly Choice[]> {
  const texts = visitFormTexts(language)
  const named = initiator?.others === true ? undefined : initiator?.by
  const isAsked = (others: readonly string[]) =>
    named === undefined || named.some((role) => isInitiator(role) && !others.includes(role))
  const politicians = isAsked(['manager', 'administration'])
    ? contacts.map(({ personId, name }) => ({ value: personId, label: texts.contactPolitician(name) }))
    : []
  const managers = isAsked(['politician', 'group']) ? await listHolders(tx, scope, 'manager', { unitIds }) : []
  const roles = (initiator?.by ?? []).filter((role) => !isInitiator(role))
  return [
    ...politicians,
    ...managers.map(({ id, name }) => ({ value: id, label: texts.managerOf(name) })),
    ...roles.map((role) => ({ value: roleValue(role), label: initiatorName(role, language, settings.terms) })),
  ]
}
