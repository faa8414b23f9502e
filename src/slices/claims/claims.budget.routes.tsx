import { civilFromDay, dayOf, yearOf } from '../../kernel/date.ts'
import { ore } from '../../kernel/money.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, formatMonth, type FormState, formOf } from '../../ui/index.ts'
import { judgeClaims } from './claims.basis.ts'
import { setBudget } from './claims.budget.commands.ts'
import { compared, figuresOf, leftOf, type Spent } from './claims.budget.rules.ts'
import { findBudget } from './claims.budget.store.ts'
import { budgetTexts } from './claims.budget.texts.ts'
import { BudgetPage } from './claims.budget.views.tsx'
import { claimsQuery } from './claims.forms.ts'
import { lineKey, linesByClaim, othersByClaim } from './claims.rules.ts'
import { latestDecisions, listClaims, listYears } from './claims.store.ts'
import { budgetPath } from './claims.year.paths.ts'
import { linesOf } from './claims.year.rules.ts'
import { lineNamer } from './claims.year-shown.routes.tsx'

/** What the committee's fees cost against what it has set aside. */
export const budgetPages = [
  get('/arvoden/budget', 'claims:read-all', (request) => budgetPage(request)),
  post('/arvoden/budget', 'claims:set-up', async (request) => {
    const form = await request.form()
    const outcome = await request.run(setBudget, form)
    if (outcome.ok) return request.redirect(budgetPath(request.place, outcome.value.year, 'sparad'))
    return budgetPage(request, refusedForm(form, outcome, budgetTexts(request.language).errors))
  }),
]

async function budgetPage(request: PageRequest, refused?: FormState): Promise<Response> {
  const { language, place, scope } = request
  const { year } = claimsQuery((name) => request.query(name), yearOf(scope.today))
  const found = await request.read(async (tx) => ({
    budget: await findBudget(tx, scope, year),
    years: await listYears(tx, scope),
    spent: await spentIn(tx, request, [year, year - 1]),
  }))
  const { budget, spent } = found
  const [now, before] = [spent.get(year) ?? [], spent.get(year - 1) ?? []]
  const figures = figuresOf(now)
  const months = [...new Set([...now, ...before].map(({ month }) => month))].sort((a, b) => a - b)
  const kronor = budget === undefined ? undefined : String(budget / 100)
  const props = {
    language,
    place,
    year,
    years: [...new Set([yearOf(scope.today), year, ...found.years])].sort((a, b) => b - a),
    budget,
    left: budget === undefined ? undefined : leftOf(budget, figures),
    now: figures,
    before: figuresOf(before).total,
    months: compared(
      now,
      before,
      ({ month }) => monthName(month, request),
      months.map((month) => monthName(month, request)),
    ),
    kinds: compared(now, before, ({ kind }) => kind),
    units: compared(now, before, ({ unit }) => unit).toSorted((a, b) => a.name.localeCompare(b.name, 'sv')),
    maySet: may(scope, 'claims:set-up'),
    isSaved: request.query('klart') === 'sparad',
    form: refused ?? (kronor === undefined ? emptyForm : formOf({ amount: kronor })),
  }
  return request.page(budgetTexts(language).title(year), <BudgetPage {...props} />, refused === undefined ? 200 : 422)
}

function monthName(month: number, { language }: PageRequest): string {
  // A year that says nothing: only the month's name is shown.
  const name = formatMonth(dayOf(2026, month, 1), language).replace(/\s*2026/, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Returns every part of the committee's claims in each of the years. */
async function spentIn(
  tx: ReadTx,
  { scope, language }: PageRequest,
  years: readonly number[],
): Promise<ReadonlyMap<number, readonly Spent[]>> {
  const judgement = await judgeClaims(tx, scope)
  const [byKey, othersByKey] = [
    linesByClaim(judgement.evaluation.feeLines),
    othersByClaim(judgement.evaluation.feeLines),
  ]
  const nameOf = lineNamer(judgement, language)
  const found = new Map<number, readonly Spent[]>()
  for (const year of years) {
    const rows = await listClaims(tx, scope, { year })
    const ids = rows.map(({ id }) => id)
    const known = {
      latest: await latestDecisions(tx, scope, ids),
      lines: new Map(rows.flatMap((row) => entry(row.id, byKey.get(keyOf(row))))),
      others: new Map(rows.flatMap((row) => entry(row.id, othersByKey.get(keyOf(row))))),
    }
    const parts = rows.flatMap((row) =>
      linesOf(row, known).map((line) => ({
        month: civilFromDay(row.visitDay).month,
        kind: nameOf(line),
        unit: row.unitNames.join(', '),
        state: row.state,
        amount: line.amount,
        expected: line.outcome === 'payable' ? line.amount : (line.expected ?? ore(0)),
      })),
    )
    found.set(
      year,
      parts.filter(({ amount, expected }) => amount !== 0 || expected !== 0),
    )
  }
  return found
}

function keyOf({ visitId, personId }: { readonly visitId: string; readonly personId: string }): string {
  return lineKey({ visit: visitId, person: personId })
}

function entry<V>(id: string, value: V | undefined): readonly (readonly [string, V])[] {
  return value === undefined ? [] : [[id, value]]
}
