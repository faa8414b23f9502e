import type { Day } from '../kernel/date.ts'
import type { Bearer, Force } from './finding.ts'
import { compile, type Epoch, rulesOf } from './compile.ts'
import type { Guideline } from './guideline.ts'
import type { Interpretations } from './interpretations.ts'
import { type Initiator, initiators } from './programme.ts'
import type { CompiledRule, Localised, RuleKind } from './rules/kind.ts'
import { appointmentConsent } from './rules/appointment-consent.ts'
import { appointmentComposition } from './rules/appointment-composition.ts'
import { appointmentExempt } from './rules/appointment-exempt.ts'
import { appointmentForm } from './rules/appointment-form.ts'
import { appointmentEligible } from './rules/appointment-eligible.ts'
import { appointmentObject } from './rules/appointment-object.ts'
import { appointmentPerObject } from './rules/appointment-per-object.ts'
import { appointmentProviders } from './rules/appointment-providers.ts'
import { appointmentRelations } from './rules/appointment-relations.ts'
import { conversationExcluded } from './rules/conversation-excluded.ts'
import { conversationPreparation } from './rules/conversation-preparation.ts'
import { conversationPrinciples } from './rules/conversation-principles.ts'
import { conversationReferralGuide } from './rules/conversation-referral-guide.ts'
import { conversationSecrecy } from './rules/conversation-secrecy.ts'
import { conversationTopics } from './rules/conversation-topics.ts'
import { feeCapHours } from './rules/fee-cap-hours.ts'
import { feeCapVisits } from './rules/fee-cap-visits.ts'
import { feeConditions } from './rules/fee-conditions.ts'
import { feeExtraDecision } from './rules/fee-extra-decision.ts'
import { feeKind } from './rules/fee-kind.ts'
import { groupsDivision } from './rules/groups-division.ts'
import { groupsRapporteur } from './rules/groups-rapporteur.ts'
import { reportAnswer } from './rules/report-answer.ts'
import { reportDiscussion } from './rules/report-discussion.ts'
import { reportEscalation } from './rules/report-escalation.ts'
import { reportFactualCheck } from './rules/report-factual-check.ts'
import { reportForm } from './rules/report-form.ts'
import { reportJoint } from './rules/report-joint.ts'
import { reportMostPerMeeting } from './rules/report-most-per-meeting.ts'
import { reportOralSummary } from './rules/report-oral-summary.ts'
import { reportReadByOthers } from './rules/report-read-by-others.ts'
import { reportRecipients } from './rules/report-recipients.ts'
import { reportTiming } from './rules/report-timing.ts'
import { roleDuty } from './rules/role-duty.ts'
import { roleKeepsInformed } from './rules/role-keeps-informed.ts'
import { roleKnownFace } from './rules/role-known-face.ts'
import { roleReachability } from './rules/role-reachability.ts'
import { useDisposal } from './rules/use-disposal.ts'
import { useQualityFollowUp } from './rules/use-quality-follow-up.ts'
import { useSummary } from './rules/use-summary.ts'
import { visitsAnchored } from './rules/visits-anchored.ts'
import { visitsAttendance } from './rules/visits-attendance.ts'
import { visitsAudiences } from './rules/visits-audiences.ts'
import { visitsBlocked } from './rules/visits-blocked.ts'
import { visitsCapacity } from './rules/visits-capacity.ts'
import { visitsCoordination } from './rules/visits-coordination.ts'
import { visitsCount } from './rules/visits-count.ts'
import { visitsDecline } from './rules/visits-decline.ts'
import { visitsExtraDecision } from './rules/visits-extra-decision.ts'
import { ofOrdinaryVisits } from './rules/visits-forms.ts'
import { visitsInitiator } from './rules/visits-initiator.ts'
import { visitsInvitations } from './rules/visits-invitations.ts'
import { visitsLength } from './rules/visits-length.ts'
import { visitsNotice } from './rules/visits-notice.ts'
import { visitsPlacement } from './rules/visits-placement.ts'
import { visitsPlanner } from './rules/visits-planner.ts'
import { visitsQuota } from './rules/visits-quota.ts'
import { visitsUnappointed } from './rules/visits-unappointed.ts'
import { visitsWithCouncil } from './rules/visits-with-council.ts'

/** Where a setting comes from, so that a page can name it. */
export type Basis = {
  readonly rule: string
  readonly kind: string
  readonly source: string
  readonly clause: string
  readonly force: Force
  readonly bearer: Bearer
  readonly interpretations: readonly string[]
}

/** A value with its basis, or `silent`: with a basis where a rule leaves it open, without one where no rule speaks of it. */
export type Setting<T> =
  | { readonly value: T; readonly basis: Basis }
  | { readonly value: 'silent'; readonly basis?: Basis; readonly question?: Localised; readonly silence?: string }

/** One item of a list, with the rule it comes from. */
export type Item<T> = T & { readonly basis: Basis }

export type Settings = ReturnType<typeof settingsFrom>

/**
 * Returns what the guideline in force on a day says about how the programme is run: who invites, who must
 * come, what is shown, how it is reported. Undefined when nothing is in force. With `tryProposals` a
 * proposal is read as if it held; never book by that.
 */
export function settingsOn(
  guidelines: readonly Guideline[],
  interpretations: readonly Interpretations[],
  day: Day,
  tryProposals = false,
): Settings | undefined {
  const epoch = compile({ guidelines, interpretations, tryProposals }).at(day)
  const [guideline] = epoch.guidelines
  return guideline === undefined ? undefined : settingsFrom(epoch, guideline)
}

function settingsFrom(epoch: Epoch, guideline: Guideline) {
  const read = readerOf(epoch, guideline)
  const planner = read.one(visitsPlanner, ({ by }) => partOf([by]))
  const initiator = read.open(visitsInitiator, 'by', ({ by, also }) => (by === 'silent' ? by : partOf([by, ...also])))
  return {
    guidelineId: guideline.id,
    title: guideline.title,
    status: guideline.status,
    /** The words of the guidelines in force for their own codes. */
    terms: epoch.guidelines.flatMap(({ terms }) => terms),
    appointment: {
      object: read.one(appointmentObject, (values) => values.object),
      form: appointmentFormOf(read),
      eligibleSeats: read.one(appointmentEligible, (values) => values.seats),
      eligibleRoles: read.one(appointmentEligible, (values) => values.roles),
      /** Everyone in the committee is contact politician without an appointment. */
      everyone: read.one(appointmentEligible, (values) => values.everyone),
      exempt: read.one(appointmentExempt, ({ roles, mayVisitAll }) => ({ roles, mayVisitAll })),
      perObject: read.one(appointmentPerObject, ({ least, most }) => ({ least, most })),
      composition: read.one(appointmentComposition, (values) => values.blocs),
      relations: read.items(appointmentRelations, ({ relation, effect }) => [{ relation, effect }]),
      /** Whether units of private providers are covered. */
      privateProviders: read.open(appointmentProviders, 'private', (values) => values.private),
      needsUnitConsent: read.one(appointmentConsent, (): true => true),
      groups: read.one(groupsDivision, ({ groups, blocs }) => ({ count: groups, blocs })),
    },
    visits: {
      /** Who books, calls or invites. */
      initiator,
      /** All who may do so side by side, by the names that the guideline gives them. */
      initiators: read.one(visitsInitiator, ({ by, also }) => (by === 'silent' ? also : [by, ...also])),
      /** Whether a visit that somebody else takes up is no breach, and who takes over when nothing has happened. */
      othersInitiate: read.one(visitsInitiator, ({ others }) => others === 'allowed'),
      initiativeTakenOverBy: read.one(visitsInitiator, ({ takesOver }) => takesOver?.by),
      /** The same of every form of visit that has a rule of its own. */
      initiatorsOfForms: read.items(visitsInitiator, ({ by, also, others, takesOver, forms }) => [
        { by, also, others, takesOver: takesOver?.by, forms },
      ]),
      /** Forms in which the unit is told nothing before the day. */
      unannounced: read.items(visitsNotice, ({ given, forms }) => (given === 'never' ? [{ forms }] : [])),
      /** Who may visit without an appointment, and whether it is paid. */
      unappointed: read.items(visitsUnappointed, ({ by, paid, forms }) => [{ by, paid, forms }]),
      /** Capacities beside the committee's in which a visit counts too. */
      capacity: read.one(visitsCapacity, ({ also }) => also),
      /** Each number of visits that is to be made: of which form, and of which series where it has one. */
      series: read.items(visitsCount, ({ series, name, form, halfDayMinutes }) => [
        { series, name, form, halfDayMinutes },
      ]),
      /** Every form of visit that a rule is about, each once. */
      forms: formsIn(epoch),
      /** When a visit can be made: days that are blocked, how many visits a unit receives, how long before it is told. */
      limits: [
        ...read.items(visitsBlocked, () => [{}]),
        ...read.items(visitsQuota, () => [{}]),
        ...read.items(visitsNotice, () => [{}]),
      ],
      /** The unit's own blocked days count, and so many days before a general election. */
      blocked: read.one(visitsBlocked, ({ own, beforeElectionDays }) => ({ own, beforeElectionDays })),
      quotas: read.items(visitsQuota, ({ most, per }) => [{ most, per }]),
      /** How many days before notice of a visit is given, and what it says. */
      notices: read.items(visitsNotice, ({ days, given, says, forms }) => [{ days, given, says, forms }]),
      /** Why a unit may decline a visit, and within how many days it then proposes another day. */
      decline: read.one(visitsDecline, ({ reasons, proposeWithinDays }) => ({ reasons, proposeWithinDays })),
      /** Who is consulted before a visit is taken up. */
      consulted: read.one(visitsInitiator, ({ inConsultationWith }) => inConsultationWith),
      planner,
      /** The manager only plans what somebody else has booked. */
      managerOnlyPlans: planner.value === 'manager' && initiator.value !== 'manager',
      managerChoosesForum: read.one(visitsPlanner, (values) => values.choosesForum),
      mustAttend: read.open(visitsAttendance, 'who', (values) => values.who),
      mostMinutes: read.lowest(visitsLength, (values) => values.mostMinutes),
      count: read.one(visitsCount, ({ least, most, per, distinctUnits, counts }) => ({
        least,
        most,
        per,
        distinctUnits,
        counts,
      })),
      audiences: read.items(visitsAudiences, ({ audiences, effort, forms }) =>
        audiences.map((audience) => ({ audience, effort, forms })),
      ),
      placement: read.one(visitsPlacement, ({ yearlyMinutes }) => ({ yearlyMinutes })),
      mayInviteToMeetingsWith: read.one(visitsInvitations, (values) => values.meetingsWith),
      withRelativesCouncil: read.one(visitsWithCouncil, (): true => true),
      /** Whether the contact politicians of a unit, or of a whole area, make their visits together. */
      coordinatedWithin: read.one(visitsCoordination, (values) => values.within),
      /** Who agrees before the visit takes place. */
      agreedWith: read.one(visitsAnchored, (values) => values.with),
    },
    conversation: {
      principles: read.items(conversationPrinciples, ({ principles, shownBefore }) =>
        principles.map((it) => ({ ...it, shownBefore })),
      ),
      topics: read.items(conversationTopics, ({ topics, binding, comparable }) =>
        topics.map((it) => ({ ...it, binding, comparable })),
      ),
      excludedMatters: read.items(conversationExcluded, (values) => values.matters),
      referralGuide: read.items(conversationReferralGuide, (values) => values.entries),
      preparation: read.items(conversationPreparation, ({ materials, noted }) =>
        materials.map((it) => ({ ...it, noted })),
      ),
      secrecy: read.one(conversationSecrecy, ({ reminder, checkText }) => ({ reminder, checkText })),
    },
    report: {
      forms: read.one(reportForm, (values) => values.forms),
      by: reporterOf(read),
      to: read.one(reportRecipients, ({ committee, manager, others }) => ({ committee, manager, others })),
      when: read.one(reportTiming, ({ by, days, countsFrom }) => ({ by, days, countsFrom })),
      /** One report serves all who came; after how many days it holds without a missing signature. */
      joint: read.one(reportJoint, ({ dissent, unsignedAfterDays }) => ({ dissent, unsignedAfterDays })),
      /** The manager sees it before it circulates. */
      factualCheck: read.one(reportFactualCheck, ({ means, days }) => ({ means, days })),
      mostPerMeeting: read.one(reportMostPerMeeting, (values) => values.most),
      /** Who answers proposals, and within how many days. */
      answer: read.one(reportAnswer, ({ by, days }) => ({ by, days })),
      /** Who is told of a late report, and how many days after its day; each step by itself. */
      escalation: read.items(reportEscalation, ({ afterDays, to }) => [{ afterDays, to }]),
      oralSummary: read.one(reportOralSummary, (): true => true),
      discussion: read.one(reportDiscussion, (values) => values.about),
      othersRead: read.one(reportReadByOthers, (): true => true),
    },
    fee: {
      kind: read.open(feeKind, 'fee', (values) => values.fee),
      conditions: read.one(feeConditions, (values) => values.requires),
      visitsPaid: read.one(feeCapVisits, ({ most, per }) => ({ most, per })),
      hours: read.one(feeCapHours, ({ minutes, meaning }) => ({ minutes, meaning })),
      /** Beyond how many visits somebody decides, and about what. */
      extraDecision: extraDecisionOf(read),
    },
    use: {
      qualityFollowUp: read.one(useQualityFollowUp, (values) => (values.part ? 'part' : 'not-part')),
      qualityReportAsPreparation: read.one(useQualityFollowUp, (values) => values.qualityReportAsPreparation),
      summary: read.one(useSummary, ({ name, purpose, aggregated }) => ({ name, purpose, aggregated })),
      disposal: read.one(useDisposal, (values) => values.keeps),
    },
    role: {
      reachableFor: read.one(roleReachability, (values) => values.audiences),
      knownFaceFor: read.one(roleKnownFace, (values) => values.audiences),
      keepsInformedOf: read.one(roleKeepsInformed, (values) => values.about),
      duties: read.items(roleDuty, ({ duty, audiences, text, alsoOutsideVisits }) => [
        { duty, audiences, text, alsoOutsideVisits },
      ]),
    },
  }
}

type Reader = ReturnType<typeof readerOf>

function readerOf(epoch: Epoch, guideline: Guideline) {
  const one = <V extends object, T>(kind: RuleKind<V>, pick: (values: V) => T): Setting<T> => {
    const rule = ofOrdinaryVisits(rulesOf(epoch, kind))
    return rule === undefined ? { value: 'silent' } : { value: pick(rule.values), basis: basisOf(rule) }
  }
  /** A parameter on which the guideline may itself be silent: then with the question that it leaves. */
  const open = <V extends object, T extends string>(
    kind: RuleKind<V>,
    parameter: string,
    pick: (values: V) => T | 'silent',
  ): Setting<Exclude<T, 'silent'>> => {
    const rule = ofOrdinaryVisits(rulesOf(epoch, kind))
    if (rule === undefined) return { value: 'silent' }
    const value = pick(rule.values)
    if (value !== 'silent') return { value: value as Exclude<T, 'silent'>, basis: basisOf(rule) }
    const source = epoch.guidelines.find((it) => it.id === rule.source) ?? guideline
    const silence = source.silences.find((it) => it.rule === rule.id && it.parameter === parameter)
    return {
      value: 'silent',
      basis: basisOf(rule),
      ...(silence === undefined ? {} : { question: silence.question, silence: silence.id }),
    }
  }
  const items = <V extends object, T extends object>(
    kind: RuleKind<V>,
    pick: (values: V) => readonly T[],
  ): readonly Item<T>[] =>
    rulesOf(epoch, kind).flatMap((rule) => pick(rule.values).map((it) => ({ ...it, basis: basisOf(rule) })))
  /** Of several sources that limit the same thing the strictest binds. */
  const lowest = <V extends object>(kind: RuleKind<V>, pick: (values: V) => number): Setting<number> => {
    const [rule] = [...rulesOf(epoch, kind)].sort((a, b) => pick(a.values) - pick(b.values))
    return rule === undefined ? { value: 'silent' } : { value: pick(rule.values), basis: basisOf(rule) }
  }
  return { one, open, items, lowest, first: <V extends object>(kind: RuleKind<V>) => rulesOf(epoch, kind)[0] }
}

function basisOf(rule: CompiledRule<object>): Basis {
  const { id, kind, source, clause, force, bearer, interpretations } = rule
  return { rule: id, kind, source, clause, force, bearer, interpretations }
}

/** As a rule says; else groups where they are divided, pairs where two are appointed together, otherwise one by one. */
function appointmentFormOf(read: Reader): Setting<'individual' | 'pair' | 'group'> {
  const form = read.first(appointmentForm)
  if (form !== undefined) return { value: form.values.form, basis: basisOf(form) }
  const division = read.first(groupsDivision)
  if (division !== undefined) return { value: 'group', basis: basisOf(division) }
  const perObject = read.first(appointmentPerObject)
  if (perObject !== undefined)
    return {
      value: perObject.values.least === 2 && perObject.values.most === 2 ? 'pair' : 'individual',
      basis: basisOf(perObject),
    }
  const object = read.first(appointmentObject)
  return object === undefined ? { value: 'silent' } : { value: 'individual', basis: basisOf(object) }
}

function reporterOf(read: Reader): Setting<'each' | 'jointly' | 'rapporteur' | 'manager' | 'officer'> {
  const rapporteur = read.first(groupsRapporteur)
  if (rapporteur !== undefined) return { value: 'rapporteur', basis: basisOf(rapporteur) }
  return read.one(reportForm, (values) => values.by)
}

/** Returns the forms of visit that rules about visits and fees name; a rule that names none is about the ordinary visit. */
function formsIn({ rules }: Epoch): readonly string[] {
  const about = rules.filter(({ kind }) => kind.startsWith('visits.') || kind.startsWith('fee.'))
  const named = about.flatMap(({ values }): readonly unknown[] => {
    const { form, forms } = values as { readonly form?: unknown; readonly forms?: unknown }
    return Array.isArray(forms) ? forms : [form]
  })
  return [...new Set(named.filter((it) => typeof it === 'string'))]
}

/** Returns the first of the roles that has a part of its own in the product; for another role the secretary acts. */
function partOf(roles: readonly string[]): Initiator {
  return roles.flatMap((role) => initiators.find((it) => it === role) ?? [])[0] ?? 'secretary'
}

function extraDecisionOf(read: Reader): Setting<{
  readonly about: 'visit' | 'fee'
  readonly beyond: number
  readonly decidedBy: string
  readonly before: boolean
}> {
  const visit = read.first(visitsExtraDecision)
  // Where more visits are not made at all there is nothing to decide.
  if (visit?.values.decidedBy !== undefined) {
    const { beyond, decidedBy, before } = visit.values
    return { value: { about: 'visit', beyond, decidedBy, before }, basis: basisOf(visit) }
  }
  return read.one(feeExtraDecision, ({ beyond, decidedBy }) => ({ about: 'fee', beyond, decidedBy, before: false }))
}
