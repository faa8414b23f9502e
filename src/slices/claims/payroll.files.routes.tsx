import { NotFound } from '../../kernel/errors.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { get, type PageRequest } from '../../platform/http/page.ts'
import { typesetterInLook } from '../municipalities/index.ts'
import { payrollNumbers } from '../people/index.ts'
import { signaturesOf } from './claims.approval.page.ts'
import { payrollCsv } from './claims.csv.ts'
import type { PayrollBatch } from './claims.export.ts'
import { approvedListPdf } from './claims.list-pdf.ts'
import { payrollBatchPath } from './claims.paths.ts'
import { payrollPaxml } from './claims.paxml.ts'
import { CannotWritePage } from './payroll.formats.views.tsx'
import { payrollFile } from './payroll.layout-file.export.ts'
import { problemSentences } from './payroll.layout-preview.export.ts'
import { charsetOf, plainName } from './payroll.layout-text.export.ts'
import { getLayout } from './payroll.layout.store.ts'
import { layoutTexts } from './payroll.layout.texts.ts'
import { listCheckers } from './payroll.list.store.ts'
import { kindNamesFor } from './payroll.preview.page.ts'
import { getPayrollSettings } from './payroll.settings.store.ts'
import { getBatch } from './payroll.store.ts'
import { payrollTexts } from './payroll.texts.ts'

/** A batch as a file, written from its frozen rows each time: PAXml, CSV, the list to type in by hand, the municipality's own layouts. */
export const payrollFilePages = [
  get('/lon/:id/paxml.xml', 'claims:export', async (request) => {
    const { batch, approvedBy, name, personalNumbers, settings } = await fileOf(request)
    // Somebody's number has been removed since the batch was made: there is no file any more that payroll could read.
    if (unnumbered(batch).some((personId) => !personalNumbers.has(personId))) throw new NotFound('personal number')
    const { paxmlVersion, paxmlSchema, paxmlEncoding, ...dimensions } = settings
    const said = { version: paxmlVersion, schemaAddress: paxmlSchema, encoding: paxmlEncoding, ...dimensions }
    // Checks itself against PAXml: a fault in the file is a fault of ours, never handed out.
    const bytes = payrollPaxml(batch, { ...said, approvedBy, personalNumbers })
    return request.file(bytes, { type: 'application/xml', name: `${name}.xml` })
  }),
  get('/lon/:id/lon.csv', 'claims:export', async (request) => {
    const { batch, name } = await fileOf(request)
    return request.file(payrollCsv(batch), { type: 'text/csv; charset=utf-8', name: `${name}.csv` })
  }),
  get('/lon/:id/lista.pdf', 'claims:export', async (request) => {
    const { language, municipality } = request
    const { batch, name } = await fileOf(request)
    const about = { batchId: request.id(), language }
    const said = await request.read(async (tx) => ({
      approvedBy: await signaturesOf(tx, request.scope, about),
      checkedBy: await listCheckers(tx, about.batchId),
      kinds: kindsIn(batch, await kindNamesFor(tx, request.scope, language)),
    }))
    const marks = municipality.isDemo ? [payrollTexts(language).mark] : []
    const bytes = await approvedListPdf(await typesetterInLook(request), { batch, language, marks, ...said })
    return request.file(bytes, { type: 'application/pdf', name: `${name}.pdf` })
  }),
  get('/lon/:id/fil/:layout', 'claims:export', async (request) => {
    const { language, place } = request
    const { batch, name, personalNumbers } = await fileOf(request)
    const { layout } = await request.read((tx) => getLayout(tx, request.id('layout')))
    const file = payrollFile({ layout, batch, personalNumbers })
    if (file.ok) {
      const [ending, type] = layout.form === 'separated' ? ['csv', 'text/csv'] : ['txt', 'text/plain']
      return request.file(file.bytes, {
        type: `${type}; charset=${charsetOf(layout)}`,
        name: `${name}-${plainName(layout.name)}.${ending}`,
      })
    }
    const back = { label: payrollTexts(language).batchName(batch.number), href: payrollBatchPath(place, request.id()) }
    const sentences = problemSentences(file.problems, language)
    return request.page(
      layoutTexts(language).cannotWrite(layout.name),
      <CannotWritePage language={language} back={back} name={layout.name} sentences={sentences} />,
      422,
    )
  }),
]

async function fileOf(request: PageRequest) {
  return request.read(async (tx: ReadTx) => {
    const found = await getBatch(tx, request.scope, request.id())
    const personalNumbers = await payrollNumbers(tx, unnumbered(found.batch))
    const { settings } = await getPayrollSettings(tx)
    return { ...found, personalNumbers, settings, name: payrollTexts(request.language).fileName(found.row.number) }
  })
}

/** What the kinds of fee, lost earnings and costs of the batch are called. */
function kindsIn({ rows }: PayrollBatch, nameOf: (kind: string) => string): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(({ feeKind }) => (feeKind === undefined ? [] : [[feeKind, nameOf(feeKind)]])))
}

/** Those whom payroll knows by personal number: who has an employment number is never looked up. */
function unnumbered({ rows }: PayrollBatch): readonly string[] {
  return rows.flatMap(({ personId, employmentNumber }) =>
    personId === undefined || employmentNumber.trim() !== '' ? [] : [personId],
  )
}
