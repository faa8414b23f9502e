import { NotAllowed } from '../../kernel/errors.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { type CommandContext, command } from '../../platform/command.ts'
import { getPerson, listHolders } from '../people/index.ts'
import { type ExtraOfVisit, extraOfVisit } from './extra.basis.ts'
import { decisionForm, requestForm } from './extra.forms.ts'
import { decidesAs, type ExtraMatter, mayAskFor, type NeededDecision } from './extra.rules.ts'
import { addDecision, addRequest } from './extra.store.ts'
import { judgeVisit } from './visits.basis.ts'
import { addVisitEvent, changeVisit } from './visits.changes.store.ts'
import { actsForOthers } from './visits.rules.ts'
import { lockVisit, type VisitRow } from './visits.store.ts'

/**
 * Asks for one person's visit beyond the number that the guideline lets pass, or for its fee, with the reason. About the
 * visit it is asked before it begins, unless the clause lets the decision come afterwards too (VSN-09, SOC-10).
 */
export const askExtra = command({
  name: 'visits.ask-extra',
  allow: 'visits:initiate',
  input: requestForm,
  run: async (context, { visit: visitId, person: personId, about, reason }): Promise<Result<undefined>> => {
    const { tx, scope, now, note } = context
    const visit = await lockVisit(tx, scope, visitId)
    if (scope.personId === undefined || !mayAskFor(scope, visit, personId)) throw new NotAllowed('visits.ask-extra')
    if (visit.decisions.some((it) => it.personId === personId && it.about === about))
      return refuse('visits.already-decided', {}, 'person')
    if (visit.requests.some((it) => it.personId === personId && it.about === about))
      return refuse('visits.already-asked', {}, 'person')
    const needed = await neededFor(context, visit, { personId, about })
    if ('code' in needed) return needed
    await addRequest(tx, scope, { visitId, about, personId, askedAt: now, askedById: scope.personId, reason })
    await changeVisit(tx, scope, visitId, {})
    // One of a pair who asks for the other asks in their own name; the secretary does it for one who has been in touch.
    const onBehalf = personId !== scope.personId && actsForOthers(scope)
    await addVisitEvent(tx, scope, { visitId, kind: 'extra-asked', at: now, concernsId: personId, onBehalf })
    note({ type: 'visit', id: visitId }, { asked: about, person: personId }, onBehalf ? personId : undefined)
    await tellDeciders(context, visitId, needed)
    return done(undefined)
  },
})

/** Asks, in the name of whoever books the visit, for all for whom it takes a decision. Nothing without a reason. */
export async function askAtBooking(context: CommandContext, visitId: string, reason: string): Promise<void> {
  const { tx, scope, now, note } = context
  const { personId: askedById, ...everybody } = scope
  if (askedById === undefined || reason === '') return
  const visit = await lockVisit(tx, everybody, visitId)
  const judgement = await judgeVisit(tx, everybody, visitId, () => ({}))
  const { needed } = extraOfVisit(judgement, visit, { now, today: scope.today })
  for (const matter of needed) {
    const { about, personId, tooLate } = matter
    if (tooLate) continue
    await addRequest(tx, scope, { visitId, about, personId, askedAt: now, askedById, reason: reason.slice(0, 1000) })
    const onBehalf = personId !== askedById && actsForOthers(scope)
    await addVisitEvent(tx, scope, { visitId, kind: 'extra-asked', at: now, concernsId: personId, onBehalf })
    note({ type: 'visit', id: visitId }, { asked: about, person: personId }, onBehalf ? personId : undefined)
    await tellDeciders(context, visitId, matter)
  }
}

/** Has those who can decide told that they are asked to: never the one whom it is about, nor the one who asks. */
async function tellDeciders(
  { tx, scope, announce }: CommandContext,
  visitId: string,
  { decidedBy, personId }: NeededDecision,
): Promise<void> {
  const holders = await listHolders(tx, scope, decidedBy === 'chair' ? 'chair' : 'secretary')
  const deciders = new Set(holders.map(({ id }) => id).filter((id) => id !== personId && id !== scope.personId))
  for (const id of deciders) announce({ name: 'visits.extra-asked', ids: { visitId, personId: id } })
}

/**
 * Decides whether one person's visit beyond the usual number is made, or paid, as the guideline has it: by the one it
 * names, never in an own matter. For a decider who has no part in the product the secretary registers it, marked so.
 */
export const decideExtra = command({
  name: 'visits.decide-extra',
  allow: 'visits:decide-extra',
  input: decisionForm,
  run: async (context, input): Promise<Result<{ readonly id: string }>> => {
    const { tx, scope, now, note, announce } = context
    const { visit: visitId, version, person: personId, about, granted, delegation, reason } = input
    const visit = await lockVisit(tx, scope, visitId)
    if (visit.version !== version) return refuse('visits.stale')
    if (scope.personId === undefined) throw new NotAllowed('visits.decide-extra')
    if (personId === scope.personId) return refuse('visits.own-matter', {}, 'person')
    if (visit.decisions.some((it) => it.personId === personId && it.about === about))
      return refuse('visits.already-decided', {}, 'person')
    const needed = await neededFor(context, visit, { personId, about })
    if ('code' in needed) return needed
    const as = decidesAs(scope, needed)
    if (as === undefined) throw new NotAllowed('visits.decide-extra')
    const { id, number } = await addDecision(tx, scope, {
      about,
      personId,
      visitId,
      decidedOn: scope.today,
      decidedBy: scope.personId,
      decidedAs: as === 'registered' ? needed.decidedBy : '',
      granted,
      clause: needed.finding.clause,
      delegation,
      reason,
    })
    await changeVisit(tx, scope, visitId, {})
    await addVisitEvent(tx, scope, {
      visitId,
      kind: granted ? 'extra-granted' : 'extra-refused',
      at: now,
      concernsId: personId,
      onBehalf: as === 'registered',
    })
    note({ type: 'visit', id: visitId }, { decision: id, number, about, person: personId, granted, as })
    announce({ name: 'visits.extra-decided', ids: { visitId, personId } })
    return done({ id })
  },
})

/** Returns what is to be decided for the person, or why nobody decides it: too late, no more at all, or no such clause. */
async function neededFor(
  { tx, scope, now }: CommandContext,
  visit: VisitRow,
  { personId, about }: { readonly personId: string; readonly about: ExtraMatter },
): Promise<NeededDecision | Refusal> {
  // What a part of the committee may not see still counts: the year is judged whole.
  const { personId: _asking, ...everybody } = scope
  const judgement = await judgeVisit(tx, everybody, visit.id, () => ({}))
  const extra = extraOfVisit(judgement, visit, { now, today: scope.today })
  const own = extra.needed.filter((it) => it.personId === personId && it.about === about)
  const open = own.find(({ tooLate }) => !tooLate)
  if (open !== undefined) return open
  const [late] = own
  if (late !== undefined) return refuse('visits.too-late-for-visit', { clause: late.finding.clause })
  const refused = notAllowedFor(extra, personId)
  if (refused !== undefined) return refuse('visits.no-more-visits', { clause: refused.clause }, 'person')
  const isKnown = [...visit.invitations, ...visit.attendance].some((it) => it.personId === personId)
  if (!isKnown) return refuse('visits.not-expected', { name: (await getPerson(tx, scope, personId)).name }, 'person')
  return refuse('visits.no-decision-needed', {}, 'about')
}

function notAllowedFor({ notAllowed }: ExtraOfVisit, personId: string) {
  return notAllowed.find(({ values }) => values.person === personId)
}
