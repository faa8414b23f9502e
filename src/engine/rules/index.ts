import { adoptionRequired } from './adoption-required.ts'
import { appointmentComposition } from './appointment-composition.ts'
import { appointmentConsent } from './appointment-consent.ts'
import { appointmentEligible } from './appointment-eligible.ts'
import { appointmentExempt } from './appointment-exempt.ts'
import { appointmentForm } from './appointment-form.ts'
import { appointmentLinkedSeat } from './appointment-linked-seat.ts'
import { appointmentObject } from './appointment-object.ts'
import { appointmentPerObject } from './appointment-per-object.ts'
import { appointmentPerPerson } from './appointment-per-person.ts'
import { appointmentProviders } from './appointment-providers.ts'
import { appointmentRelations } from './appointment-relations.ts'
import { appointmentTerm } from './appointment-term.ts'
import { conversationExcluded } from './conversation-excluded.ts'
import { conversationPreparation } from './conversation-preparation.ts'
import { conversationPrinciples } from './conversation-principles.ts'
import { conversationReferralGuide } from './conversation-referral-guide.ts'
import { conversationSecrecy } from './conversation-secrecy.ts'
import { conversationTopics } from './conversation-topics.ts'
import { feeCapHours } from './fee-cap-hours.ts'
import { feeCapVisits } from './fee-cap-visits.ts'
import { feeConditions } from './fee-conditions.ts'
import { feeDayEquivalent } from './fee-day-equivalent.ts'
import { feeExtraDecision } from './fee-extra-decision.ts'
import { feeKind } from './fee-kind.ts'
import { feeYearHours } from './fee-year-hours.ts'
import { groupsDivision } from './groups-division.ts'
import { groupsRapporteur } from './groups-rapporteur.ts'
import { reportAnswer } from './report-answer.ts'
import { reportDiscussion } from './report-discussion.ts'
import { reportEscalation } from './report-escalation.ts'
import { reportFactualCheck } from './report-factual-check.ts'
import { reportForm } from './report-form.ts'
import { reportJoint } from './report-joint.ts'
import { reportMostPerMeeting } from './report-most-per-meeting.ts'
import { reportOralSummary } from './report-oral-summary.ts'
import { reportReadByOthers } from './report-read-by-others.ts'
import { reportRecipients } from './report-recipients.ts'
import { reportTiming } from './report-timing.ts'
import { review } from './review.ts'
import { roleDuty } from './role-duty.ts'
import { roleKeepsInformed } from './role-keeps-informed.ts'
import { roleKnownFace } from './role-known-face.ts'
import { roleReachability } from './role-reachability.ts'
import { useDisposal } from './use-disposal.ts'
import { useQualityFollowUp } from './use-quality-follow-up.ts'
import { useSummary } from './use-summary.ts'
import { visitsAnchored } from './visits-anchored.ts'
import { visitsAttendance } from './visits-attendance.ts'
import { visitsAudiences } from './visits-audiences.ts'
import { visitsBlocked } from './visits-blocked.ts'
import { visitsCapacity } from './visits-capacity.ts'
import { visitsCoordination } from './visits-coordination.ts'
import { visitsCount } from './visits-count.ts'
import { visitsDecline } from './visits-decline.ts'
import { visitsExtraDecision } from './visits-extra-decision.ts'
import { visitsInitiator } from './visits-initiator.ts'
import { visitsInvitations } from './visits-invitations.ts'
import { visitsLength } from './visits-length.ts'
import { visitsNotice } from './visits-notice.ts'
import { visitsPlacement } from './visits-placement.ts'
import { visitsPlanner } from './visits-planner.ts'
import { visitsQuota } from './visits-quota.ts'
import { visitsSpecialReason } from './visits-special-reason.ts'
import { visitsUnappointed } from './visits-unappointed.ts'
import { visitsWithCouncil } from './visits-with-council.ts'
import type { RuleKind } from './kind.ts'

/** Every kind of rule. A new kind is a new file and a line here. */
export const ruleKinds: readonly RuleKind[] = [
  adoptionRequired,
  appointmentComposition,
  appointmentConsent,
  appointmentEligible,
  appointmentExempt,
  appointmentForm,
  appointmentLinkedSeat,
  appointmentObject,
  appointmentPerObject,
  appointmentPerPerson,
  appointmentProviders,
  appointmentRelations,
  appointmentTerm,
  conversationExcluded,
  conversationPreparation,
  conversationPrinciples,
  conversationReferralGuide,
  conversationSecrecy,
  conversationTopics,
  feeCapHours,
  feeCapVisits,
  feeConditions,
  feeDayEquivalent,
  feeExtraDecision,
  feeKind,
  feeYearHours,
  groupsDivision,
  groupsRapporteur,
  reportAnswer,
  reportDiscussion,
  reportEscalation,
  reportFactualCheck,
  reportForm,
  reportJoint,
  reportMostPerMeeting,
  reportOralSummary,
  reportReadByOthers,
  reportRecipients,
  reportTiming,
  review,
  roleDuty,
  roleKeepsInformed,
  roleKnownFace,
  roleReachability,
  useDisposal,
  useQualityFollowUp,
  useSummary,
  visitsAnchored,
  visitsAttendance,
  visitsAudiences,
  visitsBlocked,
  visitsCapacity,
  visitsCoordination,
  visitsCount,
  visitsDecline,
  visitsExtraDecision,
  visitsInitiator,
  visitsInvitations,
  visitsLength,
  visitsNotice,
  visitsPlacement,
  visitsPlanner,
  visitsQuota,
  visitsSpecialReason,
  visitsUnappointed,
  visitsWithCouncil,
]
