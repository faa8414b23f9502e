import type { FeeLine } from '../../engine/finding.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { type Day, addDays } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import { formatInstant, inStockholm } from '../../kernel/instant.ts'
import { ore } from '../../kernel/money.ts'
import { get, type PageRequest } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { formatDay, formatTimeOfDay } from '../../ui/index.ts'
import { appointmentsPath } from '../appointments/appointments.paths.ts'
import { guidelinePath } from '../guidelines/guidelines.paths.ts'
import { namesOf, peopleTexts } from '../people/index.ts'
import { logPath } from '../records/log.paths.ts'
import { reportPath } from '../reports/reports.paths.ts'
import { visitPath } from '../visits/visits.paths.ts'
import { claimPath, payrollBatchPath } from './claims.paths.ts'
import { type DecisionRow, getClaim, listDecisions } from './claims.store.ts'
import { claimsTexts } from './claims.texts.ts'
import { claimOfRow, readTrail, type Trail } from './claims.trail.store.ts'
import { trailTexts } from './claims.trail.texts.ts'
import { type Fact, TrailPage } from './claims.trail.views.tsx'
import { trailPath } from './claims.year.paths.ts'
import { linesOf } from './claims.year.rules.ts'
import { lineNamer } from './claims.year-shown.routes.tsx'
import { showClaims } from './claims-shown.routes.tsx'

/** From the kronor back to what they rest on: for those who read all claims, and for the claimant. */
export const trailPages = [
  get('/arvoden/:id/spar', 'claims:read', (request) => trailPage(request)),
  get('/lon/:id/spar/:row', 'claims:read-all', async (request) => {
    const rowId = Number(request.param('row'))
    if (!Number.isInteger(rowId) || rowId < 1 || rowId > 2_147_483_647) throw new NotFound('payroll row')
    const claimId = await request.read((tx) => claimOfRow(tx, request.scope, { batchId: request.id(), rowId }))
    if (claimId === undefined) throw new NotFound('payroll row')
    return request.redirect(trailPath(request.place, claimId))
  }),
]

async function trailPage(request: PageRequest): Promise<Response> {
  const { scope, language, place } = request
  const { row, read, decisions, trail, names } = await request.read(async (tx) => {
    const found = await getClaim(tx, scope, request.id())
    return {
      row: found,
      read: await showClaims(tx, request, [found]),
      decisions: await listDecisions(tx, scope, [found.id]),
      trail: await readTrail(tx, scope, { claimId: found.id, visitId: found.visitId, personId: found.personId }),
      names: await namesOf(tx, scope),
    }
  })
  const [claim] = read.claims
  if (claim === undefined) throw new Error('one claim was asked for')
  const texts = trailTexts(language)
  const nameOf = lineNamer(read.judgement, language)
  const lines = linesOf(row, read)
  const shown = [...(claim.line === undefined ? [] : [claim.line]), ...claim.others]
  const props = {
    language,
    claimHref: claimPath(place, row.id),
    claimName: claimsTexts(language).claimTitle(claim.unit, claim.day),
    unit: claim.unit,
    day: claim.day,
    person: row.personName,
    payroll: payrollRows(trail, request),
    decisions: decisions.map((decision) => decisionRow(decision, trail, names, request)),
    lines: shown.flatMap((line, index) => {
      const of = lines[index]
      return of === undefined ? [] : [{ name: line.feeKind ?? nameOf(of), line, isFee: line === claim.line }]
    }),
    sources: sourcesOf(lines, read.judgement.rules, request),
    ...visitFacts(trail, row.visitId, request),
    report: reportFacts(trail, request),
    appointments: trail.appointments.map(({ to, decidedOn, paragraph, validFrom, validUntil }) => ({
      key: `${to} ${validFrom}`,
      to,
      decided: [formatDay(decidedOn, language), paragraph].filter(Boolean).join(', '),
      period: texts.period(
        formatDay(validFrom, language),
        validUntil === null ? '' : formatDay(addDays(validUntil, -1), language),
      ),
    })),
    appointmentsHref: may(scope, 'appointments:read') ? appointmentsPath(place) : undefined,
    log: trail.log.map(({ seq, at, about, who }) => ({
      seq,
      about: texts.subjects[about] ?? about,
      when: formatInstant(at, language),
      who: who ?? texts.system,
    })),
    logHref: may(scope, 'log:read') ? logPath(place, { subject: 'claim', id: row.id }) : undefined,
  }
  return request.page(texts.title(claim.unit, claim.day), <TrailPage {...props} />)
}

function payrollRows({ payroll }: Trail, { language, place, scope }: PageRequest) {
  const texts = trailTexts(language)
  return payroll.map(({ batchId, number, handedOverAt, handedOverBy, amount, isCorrection, rowIds, paidOn }) => ({
    key: `${batchId} ${rowIds.join(' ')}`,
    batch: {
      text: texts.batchName(number),
      href: may(scope, 'claims:read-all') ? payrollBatchPath(place, batchId) : undefined,
    },
    what: isCorrection ? texts.correction : texts.original,
    rows: rowIds.join(', '),
    handedOver: [formatDay(inStockholm(handedOverAt).day, language), handedOverBy ?? ''].filter(Boolean).join(', '),
    paidOn: paidOn === null ? texts.notKnown : formatDay(paidOn, language),
    amount: ore(amount),
  }))
}

function decisionRow(
  { id, kind, at, personId, actingAs, delegationId, amount, reason }: DecisionRow,
  { delegations }: Trail,
  names: ReadonlyMap<string, string>,
  { language }: PageRequest,
) {
  const texts = trailTexts(language)
  const claims = claimsTexts(language)
  const roles: Readonly<Record<string, string>> = peopleTexts(language).roles
  const delegation = delegations.find((it) => it.id === delegationId)
  const delegated =
    delegation &&
    texts.delegated(delegation.giver ?? '', formatDay(delegation.decidedOn, language), delegation.paragraph)
  return {
    key: id,
    step: claims.steps[kind],
    when: formatInstant(at, language),
    who: personId === null ? texts.system : (names.get(personId) ?? ''),
    as: [actingAs === null ? '' : (roles[actingAs] ?? actingAs), delegated ?? ''].filter(Boolean).join(', '),
    amount,
    reason: claims.systemReasons[reason] ?? reason,
  }
}

type Rules = { readonly guidelines: readonly Titled[]; readonly feeRules: readonly Titled[] }
type Titled = { readonly id: string; readonly title: string }

/** Every file that a part or a reason of the lines rests on, once. */
function sourcesOf(
  lines: readonly FeeLine[],
  { guidelines, feeRules }: Rules,
  { language, place, scope }: PageRequest,
) {
  const titles = new Map([...guidelines, ...feeRules].map(({ id, title }) => [id, title]))
  const ids = lines.flatMap(({ parts, reasons }) => [...parts, ...reasons].map(({ source }) => source))
  const href = may(scope, 'guideline:read') ? guidelinePath(place) : undefined
  return [...new Set(ids)]
    .filter((id) => id !== '')
    .map((id) => ({ text: trailTexts(language).sourceOf(titles.get(id) ?? id, id), href }))
}

function visitFacts(
  trail: Trail,
  visitId: string,
  { language, place, scope }: PageRequest,
): { readonly attendance: readonly Fact[]; readonly invitation: readonly Fact[] } {
  const texts = trailTexts(language)
  const { attendance, invitation, initiatedOn, initiator, extraDecisions } = trail
  const time = (at: number) => formatTimeOfDay(minutes(at), language)
  const day = (it: Day | null) => (it === null ? '' : formatDay(it, language))
  const visit = { text: texts.visit, href: may(scope, 'visits:read') ? visitPath(place, visitId) : undefined }
  return {
    attendance:
      attendance === null
        ? []
        : [
            {
              term: texts.attended,
              description: { text: texts.range(time(attendance.startTime), time(attendance.endTime)) },
            },
            ...(attendance.registeredBy === null
              ? []
              : [{ term: texts.registeredBy, description: { text: attendance.registeredBy } }]),
            { term: texts.visit, description: visit },
          ],
    invitation: [
      { term: texts.initiated, description: { text: texts.initiatedBy(day(initiatedOn), initiator ?? '') } },
      {
        term: texts.invited,
        description: {
          text:
            invitation === null
              ? texts.notInvited
              : texts.invitedAt(
                  formatInstant(invitation.sentAt, language),
                  [
                    texts.answers[invitation.answer ?? ''] ?? '',
                    invitation.answeredAt === null ? '' : formatInstant(invitation.answeredAt, language),
                  ]
                    .filter(Boolean)
                    .join(' '),
                ),
        },
      },
      ...extraDecisions.map(({ about, number, decidedOn, decidedBy, granted, clause }) => ({
        term: texts.extra[about] ?? about,
        description: {
          text: [
            granted ? texts.granted : texts.denied,
            day(decidedOn),
            decidedBy ?? '',
            number === null ? '' : `nr ${number}`,
            clause,
          ]
            .filter(Boolean)
            .join(', '),
        },
      })),
    ],
  }
}

function reportFacts({ report }: Trail, { language, place, scope }: PageRequest): readonly Fact[] {
  const texts = trailTexts(language)
  if (report === null) return []
  if (report.state !== 'final') return [{ term: texts.report, description: { text: texts.draft } }]
  const mayRead = may(scope, 'reports:read')
  return [
    {
      term: texts.registrationNumber,
      description: {
        text: report.registrationNumber ?? texts.noNumber,
        href: mayRead ? reportPath(place, report.id) : undefined,
      },
    },
    {
      term: texts.finalDay,
      description: {
        text: [report.finalDay === null ? '' : formatDay(report.finalDay, language), report.finalBy ?? '']
          .filter(Boolean)
          .join(', '),
      },
    },
  ]
}
