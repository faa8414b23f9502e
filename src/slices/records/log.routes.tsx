import { get, type PageRequest } from '../../platform/http/page.ts'
import { listPersons } from '../people/index.ts'
import { logCsv } from './log.csv.ts'
import { logJson } from './log.export.ts'
import { type LogFilter, readLogFilter } from './log.rules.ts'
import { logLine, queryOf, rowsOnPage } from './log.page.ts'
import { logFilePath, logPath } from './log.paths.ts'
import { listLog, type LogRow } from './log.store.ts'
import { logTexts } from './log.texts.ts'
import { type Checked, LogPage } from './log.views.tsx'
import { kindWords, subjectWords } from './log-words.texts.ts'

/** A file with more rows than this would be too much for a spreadsheet, and for the server's memory. */
const mostInFile = 50_000

/** The log: its page with filter and check, and what the filter finds as a file. */
export const logRoutes = [
  get('/logg', 'log:read', async (request) => {
    const { scope, language, place } = request
    const { filter, wrongDays } = readLogFilter(request.query)
    const { rows, persons } = await request.read(async (tx) => ({
      rows: await listLog(tx, scope, filter, rowsOnPage + 1),
      persons: await listPersons(tx, scope),
    }))
    const texts = logTexts(language)
    const query = queryOf(filter)
    const lines = rows.slice(0, rowsOnPage).map((row) => logLine(row, { scope, language, place }))
    const last = lines.at(-1)?.number
    const values = Object.fromEntries(
      ['person', 'fran', 'till', 'slag', 'arende'].map((name) => [name, request.query(name) ?? '']),
    )
    return request.page(
      texts.title,
      <LogPage
        language={language}
        form={{ values, errors: wrongDays.map((field) => ({ field, message: texts.wrongDay })) }}
        action={logPath(place)}
        persons={sorted(persons.map(({ id, name }) => ({ value: id, label: name })))}
        kinds={choicesOf(kindWords(language))}
        subjects={choicesOf(subjectWords(language))}
        isFiltered={Object.values(query).some((value) => value !== undefined)}
        onlyOne={filter.subjectId}
        lines={lines}
        sameHref={({ subjectId }) => logPath(place, { id: subjectId })}
        olderHref={rows.length > rowsOnPage ? logPath(place, { ...query, before: last }) : undefined}
        newestHref={filter.before === undefined ? undefined : logPath(place, query)}
        checkHref={`${logPath(place, { ...query, before: filter.before, check: true })}#kontroll`}
        checked={request.query('kontroll') === 'ja' ? await checkedLog(request) : undefined}
        csvHref={logFilePath(place, 'logg.csv', query)}
        jsonHref={logFilePath(place, 'logg.json', query)}
        mostInFile={mostInFile}
      />,
      wrongDays.length > 0 ? 422 : 200,
    )
  }),

  get('/logg/logg.csv', 'log:read', async (request) => {
    const { rows } = await allRows(request)
    const name = logTexts(request.language).fileName('csv')
    return request.file(logCsv(rows, request.language), { type: 'text/csv; charset=utf-8', name })
  }),

  get('/logg/logg.json', 'log:read', async (request) => {
    const { rows, complete } = await allRows(request)
    const name = logTexts(request.language).fileName('json')
    return request.file(logJson(rows, complete, request.language), { type: 'application/json', name })
  }),
]

async function checkedLog({ verifyLog, language }: PageRequest): Promise<Checked> {
  const { entries, disposed, head, faults } = await verifyLog()
  const texts = logTexts(language)
  return { entries, disposed, head, faults: faults.map(({ seq, kind }) => ({ seq, what: texts.faults[kind] })) }
}

const rowsAtOnce = 5000

/** Reads page by page, each from where the one before ended. */
async function allRows(
  request: PageRequest,
): Promise<{ readonly rows: readonly LogRow[]; readonly complete: boolean }> {
  const { filter } = readLogFilter(request.query)
  return await request.read(async (tx) => {
    const rows: LogRow[] = []
    for (;;) {
      const next: LogFilter = { ...filter, before: rows.at(-1)?.seq ?? filter.before }
      const page = await listLog(tx, request.scope, next, rowsAtOnce)
      rows.push(...page)
      if (page.length < rowsAtOnce) return { rows, complete: true }
      if (rows.length >= mostInFile) return { rows, complete: false }
    }
  })
}

function choicesOf(words: Readonly<Record<string, string>>) {
  return sorted(Object.entries(words).map(([value, label]) => ({ value, label })))
}

function sorted<T extends { readonly label: string }>(choices: readonly T[]): readonly T[] {
  const { compare } = new Intl.Collator('sv')
  return choices.toSorted((a, b) => compare(a.label, b.label))
}
