import { get, type PageRequest } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { administrationSubjects } from './administration.page.ts'
import { administrationTexts } from './administration.texts.ts'
import { AdministrationPage } from './administration.views.tsx'
import { coveragePage } from './coverage.page.ts'
import { coverageTexts } from './coverage.texts.ts'
import { CoveragePage } from './coverage.views.tsx'
import { overviewTexts } from './overview.texts.ts'
import { startPage } from './start.page.ts'
import { startTexts } from './start.texts.ts'
import { StartPage } from './start.views.tsx'
import { storyPage } from './story.page.ts'
import { StoryPage } from './story.views.tsx'
import { unitPage, unitsPage } from './units.page.ts'
import { UnitPage } from './unit.views.tsx'
import { UnitsPage } from './units.views.tsx'

/** The pages that tell the whole story: what is due, the units, one unit, and one visit from invitation to payment. */
export const overviewRoutes = [
  get('/', 'committee:see', async (request) => {
    const props = await request.read((tx) => startPage(tx, { ...asked(request), person: request.person }))
    return request.page(startTexts(request.language).title, <StartPage {...props} />)
  }),

  get('/enheter', 'appointments:read', async (request) => {
    const props = await request.read((tx) => unitsPage(tx, asked(request)))
    return request.page(overviewTexts(request.language).unitsTitle, <UnitsPage {...props} />)
  }),

  get('/enheter/:id', 'appointments:read', async (request) => {
    const id = request.id()
    const props = await request.read((tx) => unitPage(tx, asked(request), id))
    return request.page(props.name, <UnitPage {...props} />)
  }),

  get('/lage', 'appointments:read', async (request) => {
    const shown = {
      subject: request.query('for'),
      year: request.query('ar'),
      lacking: request.query('kvar') === 'ja',
      page: request.query('sida'),
    }
    const props = await request.read((tx) => coveragePage(tx, asked(request), shown))
    return request.page(coverageTexts(request.language).titleOf(props.year), <CoveragePage {...props} />)
  }),

  get('/forvaltning', 'retention:read', ({ language, place, scope, page }) => {
    const subjects = administrationSubjects
      .filter(({ allow }) => may(scope, allow))
      .map(({ name, path }) => ({ name, href: path(place) }))
    return page(administrationTexts(language).title, <AdministrationPage language={language} subjects={subjects} />)
  }),

  get('/besok/:id/tidslinje', 'visits:read', async (request) => {
    const id = request.id()
    const props = await request.read((tx) => storyPage(tx, asked(request), id))
    return request.page(overviewTexts(request.language).storyTitle(props.where), <StoryPage {...props} />)
  }),
]

function asked({ scope, language, place }: PageRequest) {
  return { scope, language, place }
}
