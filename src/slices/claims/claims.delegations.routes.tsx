import { inStockholm } from '../../kernel/instant.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, formatDay, type FormState } from '../../ui/index.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { listPersons } from '../people/index.ts'
import { delegableRoles, isOfProduct, roleName } from './claims.approval.rules.ts'
import { asFact, listDelegations, rolesToday } from './claims.approval.store.ts'
import { registerDelegation, stopDelegation } from './claims.delegations.commands.ts'
import { delegationState } from './claims.delegations.rules.ts'
import { delegationsTexts } from './claims.delegations.texts.ts'
import { DelegationsPage } from './claims.delegations.views.tsx'
import { delegationsPath } from './claims.paths.ts'

/** Delegations of approval: who approves in whose place, and until when. */
export const delegationPages = [
  get('/arvoden/delegationer', 'claims:read-all', (request) => delegations(request, emptyForm)),
  post('/arvoden/delegationer', 'claims:delegate', async (request) => {
    const form = await request.form()
    const outcome = await request.run(registerDelegation, form)
    if (outcome.ok) return request.redirect(delegationsPath(request.place, 'registrerad'))
    return delegations(request, refusedForm(form, outcome, delegationsTexts(request.language).errors))
  }),
  post('/arvoden/delegationer/avsluta', 'claims:delegate', async (request) => {
    const form = await request.form()
    const outcome = await request.run(stopDelegation, form)
    if (outcome.ok) return request.redirect(delegationsPath(request.place, 'avslutad'))
    return delegations(request, refusedForm({}, outcome, delegationsTexts(request.language).errors))
  }),
]

async function delegations(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const texts = delegationsTexts(language)
  const page = await request.read(async (tx) => {
    const { feeRules } = await rulesInForce(tx, scope)
    const rows = await listDelegations(tx, scope)
    return {
      delegations: rows.map((row) => ({
        id: row.id,
        role: roleName(row.role, feeRules, language),
        to: row.toName,
        from: row.fromName ?? texts.committee,
        period: texts.fromTo(row.validFrom, row.validUntil),
        decision: texts.decided(row.decidedOn, row.paragraph),
        state: delegationState(asFact(row), scope.today),
        ended:
          row.endedAt === null
            ? undefined
            : texts.endedBy(row.endedByName ?? '', formatDay(inStockholm(row.endedAt).day, language)),
      })),
      choices: may(scope, 'claims:delegate') ? await choicesOf(tx, request) : undefined,
    }
  })
  const said = { registrerad: texts.registered, avslutad: texts.ended } as const
  const done = request.query('gjort')
  const notice = done === 'registrerad' || done === 'avslutad' ? said[done] : undefined
  const props = { language, place, form, notice: form.errors.length > 0 ? undefined : notice }
  return request.page(texts.title, <DelegationsPage {...props} {...page} />, form.errors.length > 0 ? 422 : 200)
}

/** Roles that can be delegated, those who hold one today, and those of the committee who could get one. */
async function choicesOf(tx: ReadTx, { scope, language }: PageRequest) {
  const { feeRules } = await rulesInForce(tx, scope)
  const roles = delegableRoles(feeRules).map(({ role }) => role)
  const held = await rolesToday(tx, scope)
  const persons = (await listPersons(tx, scope))
    .filter(({ lockedAt, diedOn }) => lockedAt === null && diedOn === null)
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'sv'))
  const holders = persons.filter(({ value }) =>
    held.get(value)?.some((role) => isOfProduct(role) && roles.includes(role)),
  )
  return {
    roles: roles.map((role) => ({ value: role, label: roleName(role, feeRules, language) })),
    givers: [{ value: '', label: delegationsTexts(language).committee }, ...holders],
    delegates: persons.filter(({ value }) => value !== scope.personId && held.get(value)?.includes('auditor') !== true),
  }
}
