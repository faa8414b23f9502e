import { get, type PageRequest } from '../../platform/http/page.ts'
import { listUnits } from '../directory/index.ts'
import { reportsPath } from './reports.paths.ts'
import { registerCsv } from './reports.register-list.csv.ts'
import { registerLine } from './reports.register-list.page.ts'
import { registerFilePath, registerPath } from './reports.register-list.paths.ts'
import { countRegister, listRegister, type RegisterFilter, registerYears } from './reports.register-list.store.ts'
import { registerTexts } from './reports.register-list.texts.ts'
import { ReportRegister } from './reports-register-list.views.tsx'

const rowsOnPage = 50
/** More than a committee registers in a century. */
const mostInFile = 50_000

/** The register of reports (diarium, OSL 5 kap. 1–2 §§), as a page and as a file, for those who read the whole committee. */
export const registerRoutes = [
  get('/rapporter/diarium', 'reports:read-all', async (request) => {
    const { scope, language, place } = request
    const { asked, filter } = askedOf(request)
    const { count, years, units } = await request.read(async (tx) => ({
      count: await countRegister(tx, scope, filter),
      years: await registerYears(tx, scope),
      units: await listUnits(tx, scope),
    }))
    const pages = Math.max(1, Math.ceil(count / rowsOnPage))
    const page = Math.min(Math.max(1, Math.trunc(Number(request.query('sida') ?? '1')) || 1), pages)
    const rows = await request.read((tx) =>
      listRegister(tx, scope, filter, { limit: rowsOnPage, offset: (page - 1) * rowsOnPage }),
    )
    const { compare } = new Intl.Collator('sv')
    return request.page(
      registerTexts(language).title,
      <ReportRegister
        language={language}
        lines={rows.map((row) => registerLine(row, scope, { language, place }))}
        count={count}
        years={years.map((year) => ({ value: String(year), label: String(year) }))}
        units={units
          .map(({ id, name }) => ({ value: id, label: name }))
          .toSorted((one, other) => compare(one.label, other.label))}
        asked={asked}
        action={registerPath(place)}
        fileHref={registerFilePath(place, asked)}
        page={page}
        pages={pages}
        hrefOf={(at) => registerPath(place, { ...asked, page: at })}
        listHref={reportsPath(place)}
      />,
    )
  }),

  get('/rapporter/diarium/diarium.csv', 'reports:read-all', async (request) => {
    const { scope, language, place } = request
    const { asked, filter } = askedOf(request)
    const rows = await request.read((tx) => listRegister(tx, scope, filter, { limit: mostInFile, offset: 0 }))
    const lines = rows.map((row) => ({ row, line: registerLine(row, scope, { language, place }) }))
    return request.file(registerCsv(lines, language), {
      type: 'text/csv; charset=utf-8',
      name: registerTexts(language).fileName(asked.year),
    })
  }),
]

/** Returns what the address asks for; what is no year or no unit asks for everything. */
function askedOf(request: PageRequest): {
  readonly asked: { readonly year: string; readonly unit: string }
  readonly filter: RegisterFilter
} {
  const year = /^\d{4}$/.exec(request.query('ar') ?? '')?.[0] ?? ''
  const unit = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(request.query('enhet') ?? '')?.[0] ?? ''
  return {
    asked: { year, unit },
    filter: { year: year === '' ? undefined : Number(year), unitId: unit === '' ? undefined : unit },
  }
}
