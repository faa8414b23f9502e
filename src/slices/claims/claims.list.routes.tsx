import type { ClaimState } from '../../kernel/claim-steps.ts'
import { isoFromDay, yearOf } from '../../kernel/date.ts'
import { plainKronor, sumOre } from '../../kernel/money.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { csvBytes, csvCell, csvText } from '../../platform/documents/csv.ts'
import { get, type PageRequest } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { AllClaimsPage } from './all-claims.views.tsx'
import { judgeClaims } from './claims.basis.ts'
import { claimsQuery } from './claims.forms.ts'
import { chosenClaims, type ListFilter, sumsByState, waitedFor, waitsFor, type WaitedFor } from './claims.list.rules.ts'
import { listTexts } from './claims.list.texts.ts'
import { linesPaidOnce } from './claims.paid-besides.basis.ts'
import { differencesOf } from './claims.recompute.rules.ts'
import { listOutKinds } from './claims.recompute.store.ts'
import { isFrozen, lineKey, linesByClaim, othersByClaim } from './claims.rules.ts'
import { stopsFor } from './claims.stops.basis.ts'
import { latestDecisions, listClaimants, listClaims, listYears } from './claims.store.ts'
import { claimsTexts } from './claims.texts.ts'
import { linesOf } from './claims.year.rules.ts'
import { showClaims } from './claims-shown.routes.tsx'

const perPage = 50

/** The chosen claims as a file. */
export const listPages = [
  get('/arvoden/lista.csv', 'claims:read-all', async (request) => {
    const { language } = request
    const { listed, query } = await request.read((tx) => readList(tx, request))
    const texts = listTexts(language)
    const { states } = claimsTexts(language)
    const rows = listed.map(({ row, state, waits, amount, differs, stopped }) => [
      isoFromDay(row.visitDay),
      csvCell(row.unitNames.join(', ')),
      csvCell(row.personName),
      states[state],
      texts.waits[waits],
      language === 'sv' ? plainKronor(amount).replace('.', ',') : plainKronor(amount),
      differs ? texts.yes : '',
      stopped ? texts.yes : '',
    ])
    const bytes = csvBytes(csvText(Object.values(texts.columns), rows))
    return request.file(bytes, { type: 'text/csv; charset=utf-8', name: texts.file(query.year) })
  }),
]

/** Everybody's claims: what waits for the one who reads first, with sums for each state. */
export async function allClaims(request: PageRequest): Promise<Response> {
  const { scope, language, place } = request
  const page = await request.read(async (tx) => {
    const { listed, every, query, filter, judgement } = await readList(tx, request)
    const pages = Math.max(1, Math.ceil(listed.length / perPage))
    const current = Math.min(query.page, pages)
    const shown = listed.slice((current - 1) * perPage, current * perPage)
    const { claims } = await showClaims(
      tx,
      request,
      shown.map(({ row }) => row),
      judgement,
    )
    const units = new Map(every.flatMap(({ unitIds, unitNames }) => unitIds.map((id, at) => [id, unitNames[at] ?? id])))
    return {
      claims,
      waits: new Map(shown.map(({ row, waits }) => [row.id, waits])),
      sums: sumsByState(listed),
      pages,
      years: [...new Set([yearOf(scope.today), query.year, ...(await listYears(tx, scope))])].sort((a, b) => b - a),
      units: [...units]
        .map(([value, label]) => ({ value, label }))
        .sort((a, b) => a.label.localeCompare(b.label, 'sv')),
      query: { ...query, ...filter, page: current },
      claimants: await listClaimants(tx, scope),
    }
  })
  const allowed = {
    hasOwn: may(scope, 'claims:read-own'),
    mayCheck: may(scope, 'claims:check'),
    mayApprove: may(scope, 'claims:approve'),
    mayEditTerms: may(scope, 'fee-terms:edit'),
  }
  return request.page(
    claimsTexts(language).allTitle(page.query.year),
    <AllClaimsPage {...page} {...allowed} language={language} place={place} />,
  )
}

/** Returns the claims that the address chooses, each with what it gives, for whom it waits, and whether it differs or is stopped. */
async function readList(tx: ReadTx, request: PageRequest) {
  const { scope } = request
  const query = claimsQuery((name) => request.query(name), yearOf(scope.today))
  const filter = listFilter(request)
  const states = query.state && [query.state]
  const every = await listClaims(tx, scope, { year: query.year, personId: query.personId, states })
  const judgement = await judgeClaims(tx, scope)
  const { feeLines } = judgement.evaluation
  const [byKey, othersByKey] = [linesByClaim(feeLines), othersByClaim(feeLines)]
  const frozen = every.filter(({ state }) => isFrozen(state)).map(({ id }) => id)
  const latest = await latestDecisions(tx, scope, frozen)
  const { lines: paidOnce } = await linesPaidOnce(tx, scope, judgement)
  const differing = new Set(
    differencesOf(judgement.programme.claims, paidOnce, await listOutKinds(tx, scope))
      .map(({ claimId }) => claimId)
      .filter((id) => latest.get(id)?.kind !== 'let-stand'),
  )
  const stops = await stopsFor(tx, scope, every, judgement)
  const all = every.map((row) => {
    const key = lineKey({ visit: row.visitId, person: row.personId })
    const line = byKey.get(key)
    const lines = new Map(line === undefined ? [] : [[row.id, line]])
    const others = new Map([[row.id, othersByKey.get(key) ?? []]])
    return {
      row,
      state: row.state,
      unitIds: row.unitIds,
      amount: sumOre(linesOf(row, { latest, lines, others }).map(({ amount }) => amount)),
      waits: waitsFor(row.state, line),
      differs: differing.has(row.id),
      stopped: isOpen(row.state) && (stops.get(row.id) ?? []).some((it) => it.stops),
    }
  })
  return { listed: chosenClaims(all, filter, mineOf(request)), every, query, filter, judgement }
}

function isOpen(state: ClaimState): boolean {
  return !isFrozen(state) && state !== 'waived' && state !== 'refused'
}

/** What of the waiting is the reader's own to do. */
function mineOf({ scope }: PageRequest): readonly WaitedFor[] {
  return [
    ...(may(scope, 'claims:approve') ? (['approver'] as const) : []),
    ...(may(scope, 'claims:check') ? (['checker'] as const) : []),
    ...(may(scope, 'claims:export') ? (['payroll'] as const) : []),
  ]
}

/** What the address asks for beyond year, state and person. What it does not understand it leaves out. */
function listFilter(request: PageRequest): ListFilter {
  const [unit, waits, only] = [request.query('enhet'), request.query('vantar'), request.query('bara')]
  return {
    unitId: unit === '' ? undefined : unit,
    waits: waitedFor.find((it) => it === waits),
    only: only === 'differs' || only === 'stopped' ? only : undefined,
  }
}
