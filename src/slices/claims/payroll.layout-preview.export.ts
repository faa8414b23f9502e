import { dayFromIso } from '../../kernel/date.ts'
import { instantFromIso } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { ore } from '../../kernel/money.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type PersonScope } from '../../platform/scope.ts'
import type { PayrollBatch, PayrollRow } from './claims.export.ts'
import { type FileProblem, payrollFile } from './payroll.layout-file.export.ts'
import type { PayrollLayout } from './payroll.layout.rules.ts'
import { layoutTexts } from './payroll.layout.texts.ts'
import { getBatch, listBatches } from './payroll.store.ts'

const mostRows = 12
const mostSentences = 5
/** Skatteverket's own number for tests: nobody's real one is shown on a page. */
const shownDigits = '191212121212'

type Asking = { readonly scope: PersonScope; readonly language: Language }

/**
 * Returns the first rows of the newest batch in the layout, or made-up ones where there is none, or what keeps the whole of
 * it from being a file.
 */
export async function layoutPreview(tx: ReadTx, { scope, language }: Asking, layout: PayrollLayout) {
  const [newest] = may(scope, 'claims:export') ? await listBatches(tx, scope) : []
  const whole = newest === undefined ? sample : (await getBatch(tx, scope, newest.id)).batch
  const personalNumbers = new Map(whole.rows.flatMap(({ personId }) => (personId ? [[personId, shownDigits]] : [])))
  const written = payrollFile({ layout, batch: whole, personalNumbers })
  if (!written.ok) return { number: newest?.number, text: '', problems: problemSentences(written.problems, language) }
  const first = payrollFile({ layout, batch: { ...whole, rows: whole.rows.slice(0, mostRows) }, personalNumbers })
  return { number: newest?.number, text: first.ok ? first.text : '', problems: [] }
}

/** Returns a sentence for each of the first problems, and how many there are beside. */
export function problemSentences(problems: readonly FileProblem[], language: Language): readonly string[] {
  const texts = layoutTexts(language)
  const said = problems.slice(0, mostSentences).map(({ code, row, field, heading, value }) => {
    const column = heading || (texts.fields[field] ?? field)
    return texts.problems[code](row === undefined ? '' : texts.onRow(row), column, value)
  })
  return problems.length > mostSentences ? [...said, texts.more(problems.length - mostSentences)] : said
}

const row: PayrollRow = {
  rowId: 1,
  employmentNumber: '90017',
  personName: 'Åsa Öberg',
  day: dayFromIso('2027-03-11'),
  payType: '4105',
  label: 'Förrättningsarvode',
  comment: 'Solgården 2027-03-11',
  quantity: { numerator: 3, denominator: 2 },
  rate: ore(17300),
  amount: ore(25950),
  visitRef: 'besok-1',
  costCentre: '41000',
  project: '77',
}

/** A fee, a journey, somebody without an employment number, and a fee that is taken back. */
const sample: PayrollBatch = {
  number: 1,
  municipality: { name: 'Exempelkommun', organisationNumber: '212000-0000' },
  committee: 'Omsorgsnämnden',
  createdAt: instantFromIso('2027-04-02T06:30:00Z'),
  rows: [
    row,
    {
      ...row,
      rowId: 2,
      payType: '4210',
      label: 'Milersättning',
      quantity: { numerator: 12, denominator: 5 },
      rate: ore(2500),
      amount: ore(6000),
    },
    { ...row, rowId: 3, employmentNumber: '', personId: 'sample', personName: 'Björn Ek', visitRef: 'besok-3' },
    { ...row, rowId: 4, day: dayFromIso('2027-02-04'), amount: ore(-25950), visitRef: 'besok-4' },
  ],
}
