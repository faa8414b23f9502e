import { yearOf } from '../../kernel/date.ts'
import { type PageRequest, post } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { acknowledgeFeeRules } from '../people/index.ts'
import { certificatesPath } from './claims.additions.paths.ts'
import { employerPages } from './claims.employer.routes.tsx'
import { claimsQuery } from './claims.forms.ts'
import { claimsPath } from './claims.paths.ts'
import { statementPages } from './claims.statement.routes.tsx'
import { claimsTexts } from './claims.texts.ts'
import { linesOf } from './claims.year.rules.ts'
import { yearTexts } from './claims.year.texts.ts'
import { OwnYearPage } from './claims.year.views.tsx'
import {
  acknowledgementFor,
  outSentences,
  readYear,
  shownCaps,
  shownOthers,
  yearSums,
} from './claims.year-shown.routes.tsx'

/** What one does on the page of the own year, and the papers that are made of it. */
export const yearPages = [
  ...statementPages,
  ...employerPages,
  post('/arvoden/kvittering', 'claims:read-own', async (request) => {
    const outcome = await request.run(acknowledgeFeeRules, {})
    if (!outcome.ok) throw new Error(`the acknowledgement was refused: ${outcome.code}`)
    return request.redirect(claimsPath(request.place, outcome.value.year))
  }),
]

/** Shows the own year: each visit with what was paid and why, caps, and what came from elsewhere. */
export async function ownYear(request: PageRequest): Promise<Response> {
  const { scope, language, place } = request
  const thisYear = yearOf(scope.today)
  const { year } = claimsQuery((name) => request.query(name), thisYear)
  const { own, acknowledgement } = await request.read(async (tx) => {
    const found = await readYear(tx, request, year)
    return {
      own: found,
      acknowledgement: year === thisYear ? await acknowledgementFor(tx, request, found) : undefined,
    }
  })
  const rows = new Map(own.rows.map((row) => [row.id, row]))
  const claims = own.read.claims.map((claim) => {
    const row = rows.get(claim.id)
    const lines = row === undefined ? [] : linesOf(row, own.read)
    // Each part by its own name: the sums below gather lost pension and holiday under lost earnings.
    const shown = [...(claim.line ? [claim.line] : []), ...claim.others]
    const parts = lines.flatMap((line, index) =>
      line.outcome === 'payable' ? [{ name: shown[index]?.feeKind ?? own.nameOf(line), amount: line.amount }] : [],
    )
    return { ...claim, parts, out: outSentences(own.out.get(claim.id) ?? [], language) }
  })
  const page = {
    language,
    place,
    year,
    years: own.years,
    readsAll: may(scope, 'claims:read-all'),
    sums: yearSums(own),
    kinds: own.sums,
    caps: shownCaps(own, year, language),
    others: shownOthers(own, language),
    acknowledgement,
    links: [{ href: certificatesPath(place), label: yearTexts(language).certificates }],
    claims,
  }
  return request.page(claimsTexts(language).ownTitle(year), <OwnYearPage {...page} />)
}
