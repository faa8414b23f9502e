import { yearOf } from '../../kernel/date.ts'
import { get } from '../../platform/http/page.ts'
import { equalPayPage } from './claims.equal.page.ts'
import { equalTexts } from './claims.equal.texts.ts'
import { EqualPayPage } from './claims.equal.views.tsx'
import { claimsQuery } from './claims.forms.ts'

/** What the same assignment gives whom, for those who read all claims. */
export const equalPayPages = [
  get('/arvoden/lika', 'claims:read-all', async (request) => {
    const { scope, language, place } = request
    const { year } = claimsQuery((name) => request.query(name), yearOf(scope.today))
    const page = await request.read((tx) => equalPayPage(tx, scope, { year, language }))
    const props = { ...page, language, place, year }
    return request.page(equalTexts(language).title(year), <EqualPayPage {...props} />)
  }),
]
