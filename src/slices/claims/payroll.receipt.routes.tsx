import type { Language } from '../../kernel/language.ts'
import { ore } from '../../kernel/money.ts'
import type { Refusal } from '../../kernel/result.ts'
import { type BadInput, isBadInput } from '../../platform/command.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { emptyForm, type FieldError, type FormState } from '../../ui/index.ts'
import { payrollBatchPath } from './claims.paths.ts'
import { sha256Of } from './payroll.receipt.package.ts'
import { markBatchPaid, saveReceipt } from './payroll.receipt.commands.ts'
import { paidOnField } from './payroll.receipt.forms.ts'
import {
  planReceipt,
  type ReceiptPlan,
  type ReceiptProblem,
  readReceipt,
  writeReceipt,
} from './payroll.receipt.rules.ts'
import { batchesByRow, batchReceipts, type BatchReceipts, rowStates } from './payroll.receipt.store.ts'
import { type PayrollReceiptTexts, payrollReceiptTexts } from './payroll.receipt.texts.ts'
import { ReceiptPage, type ReceiptState, ShownReceiptPage, type UnpaidRow } from './payroll.receipt.views.tsx'
import { getBatch } from './payroll.store.ts'

/** Below what a form may bring, with its other fields. */
const receiptFile = { kind: 'table', atMost: 900_000 } as const

/** What payroll says of a batch: read from a file, shown before it is saved, or marked by hand. */
export const receiptPages = [
  get('/lon/:id/kvittens', 'claims:export', (request) => receiptPage(request, emptyForm)),
  post('/lon/:id/kvittens', 'claims:export', readFile),
  post('/lon/:id/kvittens/spara', 'claims:export', async (request) => {
    const form = await request.form()
    const outcome = await request.run(saveReceipt, { ...form, batchId: request.id() })
    if (outcome.ok) return request.redirect(payrollBatchPath(request.place, request.id()))
    return receiptPage(request, { values: {}, errors: errorsOf(outcome, request.language) })
  }),
  post('/lon/:id/kvittens/for-hand', 'claims:export', async (request) => {
    const form = await request.form()
    const outcome = await request.run(markBatchPaid, { ...form, batchId: request.id() })
    if (outcome.ok) return request.redirect(payrollBatchPath(request.place, request.id()))
    return receiptPage(request, { values: form, errors: errorsOf(outcome, request.language) })
  }),
]

async function readFile(request: PageRequest): Promise<Response> {
  const { scope, language, place } = request
  const { errors } = payrollReceiptTexts(language)
  const form = await request.form()
  const back = (field: string, code: keyof typeof errors) =>
    receiptPage(request, { values: form, errors: [{ field, message: errors[code] }] })
  const day = paidOnField.safeParse(fieldText(form, 'filePaidOn').trim())
  if (!day.success) return back('filePaidOn', 'paid-on-form')
  const upload = await request.upload('file', receiptFile)
  if (upload === undefined) return back('file', 'file-missing')
  const { content, name: fileName } = upload
  if (!content.ok) return back('file', faultCodes[content.fault])
  const read = readReceipt(content.text)
  const rows = read.rows.map((row) => ({ ...row, on: row.on ?? (row.isPaid ? day.data : undefined) }))
  const sha256 = sha256Of(content.text)
  const id = request.id()
  const { batch, receipts, otherBatch } = await request.read(async (tx) => ({
    batch: (await getBatch(tx, scope, id)).row,
    receipts: await batchReceipts(tx, scope, id),
    otherBatch: await batchesByRow(tx, scope),
  }))
  if (receipts.known.has(sha256)) return back('file', 'claims.receipt-known')
  const states = rowStates(receipts)
  const against = { rows: states, madeOn: receipts.madeOn, today: scope.today, otherBatch }
  const plan = planReceipt({ ...read, rows }, against)
  if (plan.problems.length > 0)
    return receiptPage(request, { values: form, errors: problemErrors(plan.problems, payrollReceiptTexts(language)) })
  const mentioned = plan.paid.length + plan.notPaid.length + plan.already.length
  const shown = {
    language,
    place,
    batch,
    fileName: fileName.slice(0, 300),
    sha256,
    rows: writeReceipt(rows),
    paid: plan.paid.length,
    already: plan.already.length,
    notMentioned: states.length - mentioned,
    unpaid: unpaidRows(receipts, plan.notPaid),
  }
  return request.page(payrollReceiptTexts(language).shownTitle(batch.number), <ShownReceiptPage {...shown} />)
}

const faultCodes = { missing: 'file-missing', 'too-large': 'file-large', 'not-table': 'file-form' } as const

/** So many faults are told one by one. */
const mostTold = 20

/** The summary tells what is wrong, line by line of the file; the field says what to do. */
function problemErrors(problems: readonly ReceiptProblem[], texts: PayrollReceiptTexts): readonly FieldError[] {
  const inOrder = [...problems].sort((a, b) => a.line - b.line)
  const told = inOrder.slice(0, mostTold).map((problem) => {
    const summary = problemText(problem, texts)
    return problem.code === 'day-missing'
      ? { field: 'filePaidOn', message: texts.errors['paid-on-missing'], summary }
      : { field: 'file', message: texts.notRead, summary }
  })
  if (inOrder.length <= mostTold) return told
  return [...told, { field: 'file', message: texts.notRead, summary: texts.more(inOrder.length - mostTold) }]
}

async function receiptPage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const texts = payrollReceiptTexts(language)
  const { batch, receipts } = await request.read(async (tx) => ({
    batch: (await getBatch(tx, scope, request.id())).row,
    receipts: await batchReceipts(tx, scope, request.id()),
  }))
  const props = {
    language,
    place,
    batch,
    form,
    receipt: receiptState(receipts),
  }
  return request.page(texts.title(batch.number), <ReceiptPage {...props} />, form.errors.length > 0 ? 422 : 200)
}

/** Returns what payroll has said of the batch, as its page shows it. */
export function receiptState(receipts: BatchReceipts): ReceiptState {
  const states = rowStates(receipts)
  return {
    paid: states.filter(({ isPaid }) => isPaid).length,
    rows: states.length,
    unpaid: unpaidRows(receipts, receipts.notPaid),
  }
}

function unpaidRows({ parts }: BatchReceipts, notPaid: ReceiptPlan['notPaid']): readonly UnpaidRow[] {
  const known = new Map(parts.flatMap(({ rows }) => rows.map((row) => [row.rowId, row])))
  return notPaid.flatMap(({ rowId, why, amount }) => {
    const row = known.get(rowId)
    if (row === undefined) return []
    const saidAmount = amount === undefined ? undefined : ore(amount)
    return [{ rowId, person: row.personName, ours: row.amount, why, saidAmount }]
  })
}

function problemText({ line, code, value }: ReceiptProblem, texts: PayrollReceiptTexts): string {
  const [rowId = '', number = ''] = value.split(' ')
  const sentences: { readonly [C in ReceiptProblem['code']]: () => string } = {
    'no-rows': () => texts.problems['no-rows'] ?? '',
    'no-row-number': () => texts.problems['no-row-number'] ?? '',
    'too-many-rows': () => texts.tooMany(value),
    'row-number': () => texts.rowNumber(line, value.slice(0, 40)),
    amount: () => texts.amount(line, value.slice(0, 40)),
    day: () => texts.day(line, value.slice(0, 40)),
    twice: () => texts.twice(line, value),
    'not-in-batch': () => texts.notInBatch(line, value),
    'other-batch': () => texts.otherBatch(line, rowId, number),
    'day-missing': () => texts.dayMissing(line),
    'day-ahead': () => texts.dayAhead(line, value),
    'day-before-batch': () => texts.dayBefore(line, value),
  }
  return sentences[code]()
}

function errorsOf(outcome: Refusal | BadInput, language: Language): readonly FieldError[] {
  const { errors } = payrollReceiptTexts(language)
  const message = (code: string) =>
    code in errors ? errors[code as keyof typeof errors] : errors['receipt-incomplete']
  if (!isBadInput(outcome)) return [{ field: outcome.field ?? '', message: message(outcome.code) }]
  return outcome.issues.map(({ field, code }) => ({ field: field === 'paidOn' ? field : '', message: message(code) }))
}
