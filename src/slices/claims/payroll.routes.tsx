import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { Refusal } from '../../kernel/result.ts'
import { type BadInput, isBadInput } from '../../platform/command.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post, type RawForm } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { choicesOf, emptyForm, type FieldError, type FormState, formatDay, formOf } from '../../ui/index.ts'
import { withoutDay, writtenQuantity } from './claims.export.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { payableKinds } from './claims.asked.rules.ts'
import { payrollBatchPath, payTypesPath } from './claims.paths.ts'
import { signaturesOf } from './claims.approval.page.ts'
import { listLayouts } from './payroll.layout.store.ts'
import { makeBatch, savePayType } from './payroll.commands.ts'
import { type BatchRow, getBatch, listBatches, listPayTypes } from './payroll.store.ts'
import { kindNamesFor, payrollPreview } from './payroll.preview.page.ts'
import { receiptState } from './payroll.receipt.routes.tsx'
import { batchReceipts } from './payroll.receipt.store.ts'
import { type PayrollTexts, payrollTexts } from './payroll.texts.ts'
import { BatchPage, PayrollPage } from './payroll.views.tsx'
import { PayTypesPage } from './pay-types.views.tsx'

/** Payroll: what would leave now, making a file, the files made, and what payroll calls each kind of fee. */
export const payrollPages = [
  get('/lon', 'claims:read-all', (request) => payrollPage(request, emptyForm)),
  post('/lon', 'claims:export', async (request) => {
    const form = await request.form()
    const outcome = await request.run(makeBatch, form)
    if (outcome.ok) return request.redirect(payrollBatchPath(request.place, outcome.value.id))
    const nameOf = await request.read((tx) => kindNamesFor(tx, request.scope, request.language))
    return payrollPage(request, { values: form, errors: errorsOf(outcome, request.language, nameOf) })
  }),

  get('/lon/lonearter', 'claims:check', (request) => payTypesPage(request)),
  post('/lon/lonearter', 'claims:check', async (request) => {
    const form = await request.form()
    const typed = unprefixed(form)
    const outcome = await request.run(savePayType, typed)
    if (outcome.ok) return request.redirect(payTypesPath(request.place, 'sparad'))
    return payTypesPage(request, {
      feeKind: fieldText(typed, 'feeKind'),
      form: { values: typed, errors: errorsOf(outcome, request.language) },
    })
  }),

  get('/lon/:id', 'claims:read-all', async (request) => {
    const { language, place, scope } = request
    const { row, batch, signed, receipts, layouts } = await request.read(async (tx) => ({
      ...(await getBatch(tx, scope, request.id())),
      layouts: await listLayouts(tx),
      receipts: await batchReceipts(tx, scope, request.id()),
      signed: await signaturesOf(tx, scope, { batchId: request.id(), language }),
    }))
    const paidOn = (rowId: number) => {
      const on = receipts.paidOn.get(rowId)
      return on && formatDay(on, language)
    }
    const rows = batch.rows.map((it) => ({
      ...it,
      person: it.personName,
      day: formatDay(it.day, language),
      unit: withoutDay(it),
      paidOn: paidOn(it.rowId),
      quantity: writtenQuantity(it, language === 'sv' ? ',' : '.'),
    }))
    const props = {
      language,
      place,
      rows,
      batch: shownBatch(row, language),
      approvedBy: signed.join('; '),
      receipt: receiptState(receipts),
      cutOff: row.cutOffOn === null ? undefined : formatDay(row.cutOffOn, language),
      layouts,
    }
    return request.page(
      payrollTexts(language).batchName(row.number),
      <BatchPage {...props} mayDownload={may(scope, 'claims:export')} />,
    )
  }),
]

async function payrollPage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const texts = payrollTexts(language)
  const { preview, batches } = await request.read(async (tx) => ({
    preview: await payrollPreview(tx, scope, language),
    batches: await listBatches(tx, scope),
  }))
  const isFree = (id: string) => !preview.heldPersonIds.has(id)
  const everybody = formOf({ person: preview.now.persons.map(({ id }) => id).filter(isFree) })
  const hasChosen = choicesOf(form, 'person').length + choicesOf(form, 'laterPerson').length > 0
  const props = {
    ...preview,
    language,
    place,
    cutOff: preview.cutOff && formatDay(preview.cutOff, language),
    // A form that came back keeps its choice; otherwise everybody is chosen whose claims fall in this month's payroll.
    form:
      hasChosen || form.errors.some(({ field }) => field === 'person') ? form : { ...everybody, errors: form.errors },
    mayExport: may(scope, 'claims:export'),
    mayNamePayTypes: may(scope, 'claims:check'),
    maySetUp: may(scope, 'claims:set-up'),
    batches: batches.map((batch) => shownBatch(batch, language)),
  }
  return request.page(texts.title, <PayrollPage {...props} />, form.errors.length > 0 ? 422 : 200)
}

function shownBatch({ createdAt, createdByName, ...row }: BatchRow, language: Language) {
  return { ...row, created: formatInstant(createdAt, language), createdBy: createdByName }
}

type Returned = { readonly feeKind: string; readonly form: FormState }

async function payTypesPage(request: PageRequest, returned?: Returned): Promise<Response> {
  const { scope, language, place } = request
  const { payTypes, rules, nameOf } = await request.read(async (tx) => ({
    payTypes: await listPayTypes(tx, scope),
    rules: await rulesInForce(tx, scope),
    nameOf: await kindNamesFor(tx, request.scope, request.language),
  }))
  const named = payTypes.map(({ feeKind }) => feeKind)
  const kinds = payableKinds(rules.feeRules, named).map(({ kind: feeKind, group }) => {
    const name = nameOf(feeKind)
    const payType = payTypes.find((it) => it.feeKind === feeKind)?.payType
    if (returned?.feeKind === feeKind) return { ...returned, name, group, payType }
    const saved = payTypes.find((it) => it.feeKind === feeKind)
    return {
      feeKind,
      name,
      group,
      payType,
      form: formOf(
        saved === undefined
          ? {}
          : { payType: saved.payType, label: saved.label, costCentre: saved.costCentre, project: saved.project },
      ),
    }
  })
  const props = { language, place, kinds, isSaved: returned === undefined && request.query('klart') === 'sparad' }
  return request.page(
    payrollTexts(language).payTypesTitle,
    <PayTypesPage {...props} />,
    returned === undefined ? 200 : 422,
  )
}

/** The page has a form for each kind of fee, with fields called `meeting.payType`; the command knows one form. */
function unprefixed(form: RawForm): RawForm {
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name.split('.').at(-1) ?? name, value]))
}

function errorsOf(
  outcome: Refusal | BadInput,
  language: Language,
  nameOf: (kind: string) => string = (kind) => kind,
): readonly FieldError[] {
  const texts = payrollTexts(language)
  if (isBadInput(outcome)) {
    return outcome.issues.map(({ field, code }) => ({
      field: field.split('.')[0] ?? '',
      message: messageOf(texts, code),
    }))
  }
  return [{ field: '', message: refusalText(texts, outcome, nameOf) }]
}

function messageOf(texts: PayrollTexts, code: string): string {
  return code in texts.errors ? texts.errors[code as keyof PayrollTexts['errors']] : texts.previewChanged
}

function refusalText(texts: PayrollTexts, { code, facts }: Refusal, nameOf: (kind: string) => string): string {
  const { number, name } = facts
  const list = (key: string) => (Array.isArray(facts[key]) ? facts[key].map(String) : [])
  const names = list('names').join(', ')
  const sentences: Readonly<Record<string, () => string>> = {
    'claims.no-employment-number': () => texts.missingNumber(names),
    'claims.no-pay-type': () => texts.missingPayType(list('feeKinds').map(nameOf).join(', '), names),
    'claims.unknown-fee-kind': () => texts.errors['fee-kind-missing'],
    'claims.changed-since-approval': () => texts.changedSince(names),
    'claims.stopped': () => texts.stopped(names),
    'claims.row-not-possible': () => texts.refusedRow(names),
    'claims.nothing-to-export': () => texts.errors['nothing-to-export'],
    'claims.already-exported': () => texts.alreadyExported(Number(number), String(name)),
  }
  return sentences[code]?.() ?? texts.previewChanged
}
