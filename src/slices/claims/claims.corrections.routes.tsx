import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, type FormState, formatDay } from '../../ui/index.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { approvalBasis } from './claims.approval.basis.ts'
import { mayApprove } from './claims.approval.rules.ts'
import { decideDifference } from './claims.corrections.commands.ts'
import { listPendingCorrections } from './claims.corrections.store.ts'
import { shownDifferences } from './claims.corrections.page.ts'
import { correctionsTexts } from './claims.corrections.texts.ts'
import { DifferencePage, DifferencesPage } from './claims.corrections.views.tsx'
import { claimPath, differencesPath } from './claims.paths.ts'
import { getClaim } from './claims.store.ts'
import { errorsOf } from './claims-shown.routes.tsx'

/** What has gone to payroll and is something else today: the list, and deciding about one. */
export const correctionsPages = [
  get('/arvoden/skillnader', 'claims:read-all', async (request) => {
    const { scope, language, place } = request
    const { differences, pending } = await request.read(async (tx) => ({
      differences: await shownDifferences(tx, scope, language),
      pending: (await listPendingCorrections(tx, scope)).map((it) => ({
        id: it.id,
        claimHref: claimPath(place, it.claimId),
        what: correctionsTexts(language).caption(
          it.personName,
          it.unitNames.join(', '),
          formatDay(it.visitDay, language),
        ),
        from: it.from,
        to: it.to,
      })),
    }))
    const props = { language, place, differences, pending, mayDecide: may(scope, 'claims:approve') }
    return request.page(correctionsTexts(language).title, <DifferencesPage {...props} />)
  }),
  get('/arvoden/:id/skillnad', 'claims:read-all', (request) => differencePage(request, emptyForm)),
  post('/arvoden/:id/skillnad', 'claims:approve', async (request) => {
    const form = await request.form()
    const outcome = await request.run(decideDifference, { ...form, id: request.id() })
    if (outcome.ok) return request.redirect(differencesPath(request.place))
    return differencePage(request, { values: form, errors: errorsOf(outcome, request.language) })
  }),
]

async function differencePage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const id = request.id()
  const { difference, mayDecide } = await request.read(async (tx) => {
    const claim = await getClaim(tx, scope, id)
    const [found] = await shownDifferences(tx, scope, language, [id])
    if (!may(scope, 'claims:approve')) return { difference: found, mayDecide: false }
    const { chain, toApprove } = await approvalBasis(tx, scope, [claim], (await rulesInForce(tx, scope)).feeRules)
    return { difference: found, mayDecide: mayApprove(chain, toApprove(claim), scope.personId).ok }
  })
  // Nothing differs any more: the claim says how it stands.
  if (difference === undefined) return request.redirect(claimPath(place, id))
  const title = correctionsTexts(language).decideTitle(difference.person, difference.unit)
  const props = { language, place, difference, form, mayDecide }
  return request.page(title, <DifferencePage {...props} />, form.errors.length > 0 ? 422 : 200)
}
