import { yearOf } from '../../kernel/date.ts'
import type { Command } from '../../platform/command.ts'
import { refuse } from '../../kernel/result.ts'
import { get, type PageRequest, post, type RawForm } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, type FormState } from '../../ui/index.ts'
import { explain, termsOf } from '../../engine/explain.ts'
import { programmeNames } from '../guidelines/index.ts'
import { ClaimPage, WaiverPage } from './claim.views.tsx'
import {
  approveClaims,
  checkClaim,
  checkClaims,
  confirmClaim,
  decideClaim,
  reopenClaim,
  waiveClaim,
} from './claims-step.commands.ts'
import { claimAdditions } from './claims.additions.page.ts'
import { additionPages } from './claims.additions.routes.tsx'
import { delegationPages } from './claims.delegations.routes.tsx'
import { certificatePages } from './claims.files.routes.tsx'
import { correctionsPages } from './claims.corrections.routes.tsx'
import { budgetPages } from './claims.budget.routes.tsx'
import { equalPayPages } from './claims.equal.routes.tsx'
import { otherTimePages } from './claims.other-time.routes.tsx'
import { severalForm } from './claims.forms.ts'
import { approvalsPath, checksPath, claimPath, claimsPath } from './claims.paths.ts'
import type { ClaimState } from '../../kernel/claim-steps.ts'
import { hasGoneOut } from './claims.rules.ts'
import { getClaim, listClaims, listDecisions } from './claims.store.ts'
import { claimantStanding } from './claims.standing.store.ts'
import { allClaims, listPages } from './claims.list.routes.tsx'
import { claimsTexts } from './claims.texts.ts'
import { trailPages } from './claims.trail.routes.tsx'
import { ownYear, yearPages } from './claims.year.routes.tsx'
import { confirmClaimFor } from './claims-on-behalf.commands.ts'
import { errorsOf, historyOf, showClaims } from './claims-shown.routes.tsx'
import { SeveralClaimsPage } from './several-claims.views.tsx'

/** Fee claims: the claimant's year, everybody's, one claim, and checking and approving. */
export const claimsPages = [
  get('/arvoden', 'claims:read', async (request) => {
    const { scope } = request
    const [all, own] = [may(scope, 'claims:read-all'), may(scope, 'claims:read-own')]
    return all && (!own || request.query('vilka') === 'alla') ? allClaims(request) : ownYear(request)
  }),

  ...otherTimePages,

  get('/arvoden/kontroll', 'claims:check', (request) => several(request, 'check', emptyForm)),
  post('/arvoden/kontroll', 'claims:check', async (request) => {
    const form = await request.form()
    const outcome =
      form.what === 'return' ? await returnOne(request, form, checkClaim) : await request.run(checkClaims, form)
    if (outcome.ok) return request.redirect(checksPath(request.place))
    return several(request, 'check', { values: form, errors: errorsOf(outcome, request.language) })
  }),

  get('/arvoden/attest', 'claims:approve', (request) => several(request, 'approve', emptyForm)),
  post('/arvoden/attest', 'claims:approve', async (request) => {
    const form = await request.form()
    const outcome =
      form.what === 'return' ? await returnOne(request, form, decideClaim) : await request.run(approveClaims, form)
    if (outcome.ok) return request.redirect(approvalsPath(request.place))
    return several(request, 'approve', { values: form, errors: errorsOf(outcome, request.language) })
  }),

  ...yearPages,
  ...listPages,
  ...budgetPages,
  ...equalPayPages,
  ...trailPages,
  ...delegationPages,
  ...certificatePages,
  ...additionPages,

  ...correctionsPages,
  get('/arvoden/:id', 'claims:read', (request) => oneClaim(request, emptyForm)),
  post('/arvoden/:id/bekraftelse', 'claims:confirm', async (request) => {
    const { language, place } = request
    const form = await request.form()
    const outcome = await request.run(confirmClaim, { ...form, id: request.id() })
    if (!outcome.ok) return oneClaim(request, { values: form, errors: errorsOf(outcome, language) })
    const claim = await request.read((tx) => getClaim(tx, request.scope, request.id()))
    return request.redirect(claimsPath(place, yearOf(claim.visitDay)))
  }),
  post('/arvoden/:id/bekraftelse/at', 'people:act-for', (request) => step(request, confirmClaimFor)),
  post('/arvoden/:id/atertagande', 'claims:confirm', (request) => step(request, reopenClaim)),
  post('/arvoden/:id/kontroll', 'claims:check', (request) => step(request, checkClaim)),
  post('/arvoden/:id/attest', 'claims:approve', (request) => step(request, decideClaim)),

  get('/arvoden/:id/avstaende', 'claims:confirm', (request) => waiver(request, emptyForm)),
  post('/arvoden/:id/avstaende', 'claims:confirm', async (request) => {
    const form = await request.form()
    const outcome = await request.run(waiveClaim, { ...form, id: request.id() })
    if (outcome.ok) return request.redirect(claimPath(request.place, request.id()))
    return waiver(request, { values: form, errors: errorsOf(outcome, request.language) })
  }),
]

/** Shows the claims that wait for a check or an approval; with errors as a form that came back. */
async function several(request: PageRequest, what: 'check' | 'approve', form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const states: readonly ClaimState[] = what === 'check' ? ['made', 'confirmed'] : ['checked']
  const claims = await request.read(async (tx) => {
    const read = await showClaims(tx, request, await listClaims(tx, scope, { states }))
    return read.claims.filter(({ id }) => read.lines.get(id)?.outcome === 'payable')
  })
  const texts = claimsTexts(language)
  const title = what === 'check' ? texts.bulkCheckTitle : texts.bulkApproveTitle
  const props = { language, place, what, form, claims }
  return request.page(title, <SeveralClaimsPage {...props} />, statusOf(form))
}

/** Returns one of the claims that the page lists, with a reason: on a page of many as on its own. */
async function returnOne<Input>(request: PageRequest, form: RawForm, command: Command<Input, unknown>) {
  const { one, reason = '' } = form
  const chosen = severalForm.safeParse({ claim: one })
  const [claim] = chosen.success ? chosen.data.claim : []
  if (claim === undefined) return refuse('none-chosen', {}, 'one')
  return request.run(command, { id: claim.id, version: String(claim.version), outcome: 'returned', reason })
}

async function oneClaim(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const page = await request.read(async (tx) => {
    const row = await getClaim(tx, scope, request.id())
    const { claims, lines, latest, judgement, approval } = await showClaims(tx, request, [row])
    const differing =
      hasGoneOut(row.state) && latest.get(row.id)?.kind !== 'let-stand'
        ? lines.get(row.id)?.reasons.find(({ code }) => code === 'exported-differs')
        : undefined
    const history = historyOf(row, await listDecisions(tx, scope, [row.id]), {
      language,
      approval,
    })
    const { programme, rules } = judgement
    const terms = termsOf(rules.guidelines, rules.feeRules)
    const differs = differing && explain(differing, language, programmeNames(programme), terms)
    const additions = await claimAdditions(tx, scope, row, { language, place })
    const standing = await claimantStanding(tx, scope, row.personId)
    return { claims, year: yearOf(row.visitDay), history, differs, additions, standing }
  })
  const [claim] = page.claims
  if (claim === undefined) throw new Error('one claim was asked for')
  const title = claimsTexts(language).claimTitle(claim.unit, claim.day)
  const { claims: _, ...rest } = page
  const props = { language, place, claim, form, ...rest }
  return request.page(title, <ClaimPage {...props} readsAll={may(scope, 'claims:read-all')} />, statusOf(form))
}

async function waiver(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const { claims } = await request.read(async (tx) =>
    showClaims(tx, request, [await getClaim(tx, scope, request.id())]),
  )
  const [claim] = claims
  if (claim === undefined) throw new Error('one claim was asked for')
  const title = claimsTexts(language).waiveTitle
  return request.page(title, <WaiverPage language={language} place={place} claim={claim} form={form} />, statusOf(form))
}

/** Takes the step with the claim in the address, and shows the claim: changed, or with what was wrong. */
async function step<Input>(request: PageRequest, command: Command<Input, unknown>): Promise<Response> {
  const form = await request.form()
  const outcome = await request.run(command, { ...form, id: request.id() })
  if (outcome.ok) return request.redirect(claimPath(request.place, request.id()))
  return oneClaim(request, { values: form, errors: errorsOf(outcome, request.language) })
}

function statusOf(form: FormState): 200 | 422 {
  return form.errors.length > 0 ? 422 : 200
}
