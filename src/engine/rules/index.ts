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
import { groupsDivision } from './groups-division.ts'
import { groupsRapporteur } from './groups-rapporteur.ts'
import { reportDiscussion } from './report-discussion.ts'
import { reportForm } from './report-form.ts'
import { reportOralSummary } from './report-oral-summary.ts'
import { reportReadByOthers } from './report-read-by-others.ts'
import { reportRecipients } from './report-recipients.ts'
import { reportTiming } from './report-timing.ts'
import { review } from './review.ts'
import { roleDuty } from './role-duty.ts'
import { roleKeepsInformed } from './role-keeps-informed.ts'
import { roleKnownFace } from './role-known-face.ts'
import { roleReachability } from './role-reachability.ts'
import { useQualityFollowUp } from './use-quality-follow-up.ts'
import { useSummary } from './use-summary.ts'
import { visitsAnchored } from './visits-anchored.ts'
import { visitsAttendance } from './visits-attendance.ts'
import { visitsAudiences } from './visits-audiences.ts'
import { visitsCoordination } from './visits-coordination.ts'
import { visitsCount } from './visits-count.ts'
import { visitsExtraDecision } from './visits-extra-decision.ts'
import { visitsInitiator } from './visits-initiator.ts'
import { visitsInvitations } from './visits-invitations.ts'
import { visitsLength } from './visits-length.ts'
import { visitsBlocked } from './visits-blocked.ts'
import { visitsCapacity } from './visits-capacity.ts'
import { visitsPlacement } from './visits-placement.ts'
import { visitsPlanner } from './visits-planner.ts'
import { visitsDecline } from './visits-decline.ts'
import { visitsSpecialReason } from './visits-special-reason.ts'
import { visitsWithCouncil } from './visits-with-council.ts'
import type { RuleKind } from './kind.ts'

import { visitsNotice } from './visits-notice.ts'
/** Every kind of rule. A new kind is a new file and a line here. */
export const ruleKinds: readonly RuleKind[] = [
import { visitsQuota } from './visits-quota.ts'
  adoptionRequired,
import { visitsUnappointed } from './visits-unappointed.ts'
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
  groupsDivision,
  groupsRapporteur,
  reportDiscussion,
  reportForm,
  reportOralSummary,
  reportReadByOthers,
  reportRecipients,
  reportTiming,
  review,
  roleDuty,
  roleKeepsInformed,
  roleKnownFace,
  roleReachability,
  useQualityFollowUp,
  useSummary,
  visitsAnchored,
  visitsAttendance,
  visitsAudiences,
  visitsCoordination,
  visitsCount,
  visitsExtraDecision,
  visitsInitiator,
  visitsInvitations,
  visitsLength,
  visitsPlacement,
  visitsPlanner,
  visitsSpecialReason,
  visitsWithCouncil,
]
  visitsBlocked,
  visitsCapacity,
  visitsDecline,
  visitsNotice,
  visitsQuota,
  visitsUnappointed,
