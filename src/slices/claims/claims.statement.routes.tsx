import { yearOf } from '../../kernel/date.ts'
import { inStockholm } from '../../kernel/instant.ts'
import { printedKronor, sumOre } from '../../kernel/money.ts'
import { longDay } from '../../platform/documents/day-text.ts'
import { get, type PageRequest } from '../../platform/http/page.ts'
import { typesetterInLook } from '../municipalities/index.ts'
import { claimsQuery } from './claims.forms.ts'
import { isFrozen } from './claims.rules.ts'
import { claimsTexts } from './claims.texts.ts'
import { type Section, yearPdf } from './claims.year.pdf.ts'
import { linesOf } from './claims.year.rules.ts'
import { yearTexts } from './claims.year.texts.ts'
import { readYear, type Year } from './claims.year-shown.routes.tsx'

/** The yearly statement: what has gone to payroll for the visits of a year, and what has not yet. */
export const statementPages = [
  get('/arvoden/arsbesked.pdf', 'claims:read-own', async (request) => {
    const { language, scope, municipality, committee, person, now } = request
    const { year } = claimsQuery((name) => request.query(name), yearOf(scope.today))
    const own = await request.read((tx) => readYear(tx, request, year))
    const texts = yearTexts(language)
    const bytes = await yearPdf(await typesetterInLook(request), {
      language,
      municipality: municipality.name,
      committee: committee.name,
      kind: texts.statementKind,
      title: texts.statementTitle(year),
      statement: texts.statementLead(person.name, committee.name, year),
      facts: [
        { label: texts.name, value: person.name },
        { label: texts.municipality, value: municipality.name },
        { label: texts.committee, value: committee.name },
      ],
      issued: scope.today,
      sections: [paidSection(own, request), kindSection(own, request), ...waitingSection(own, request)],
      notes: [texts.statementNote],
      createdAt: now,
      marks: municipality.isDemo ? [texts.mark] : [],
    })
    return request.file(bytes, { type: 'application/pdf', name: texts.statementFile(year) })
  }),
]

function paidSection({ rows, out }: Year, { language }: PageRequest): Section {
  const texts = yearTexts(language)
  const paid = [...rows].reverse().flatMap((row) => (out.get(row.id) ?? []).map((payment) => ({ row, payment })))
  return {
    heading: texts.statementPaid,
    columns: [texts.day, texts.unit, texts.batch, texts.paid, texts.amount],
    wide: 1,
    figures: 4,
    rows: paid.map(({ row, payment: { batchNumber, handedOverAt, isCorrection, paidOn, amount } }) => [
      longDay(row.visitDay, language),
      row.unitNames.join(', '),
      [`${batchNumber}, ${longDay(inStockholm(handedOverAt).day, language)}`, isCorrection ? texts.corrected : '']
        .filter(Boolean)
        .join(', '),
      paidOn === null ? '–' : longDay(paidOn, language),
      printedKronor(amount, language),
    ]),
    total: [texts.total, '', '', '', printedKronor(sumOre(paid.map(({ payment }) => payment.amount)), language)],
    empty: texts.statementNone,
  }
}

function kindSection({ sums }: Year, { language }: PageRequest): Section {
  const texts = yearTexts(language)
  const paid = sums.filter(({ out }) => out !== 0)
  return {
    heading: texts.kindsHeading,
    columns: [texts.kind, texts.amount],
    wide: 0,
    figures: 1,
    rows: paid.map(({ kind, out }) => [kind, printedKronor(out, language)]),
    total: [texts.total, printedKronor(sumOre(paid.map(({ out }) => out)), language)],
    empty: texts.statementNone,
  }
}

function waitingSection(own: Year, { language }: PageRequest): readonly Section[] {
  const texts = yearTexts(language)
  const { states } = claimsTexts(language)
  const waiting = [...own.rows]
    .reverse()
    .filter(({ id, state }) => !own.out.has(id) && state !== 'waived' && state !== 'refused')
  if (waiting.length === 0) return []
  return [
    {
      heading: texts.statementWaiting,
      columns: [texts.day, texts.unit, texts.state, texts.amount],
      wide: 1,
      figures: 3,
      rows: waiting.map((row) => [
        longDay(row.visitDay, language),
        row.unitNames.join(', '),
        states[row.state],
        isFrozen(row.state) ? printedKronor(sumOre(linesOf(row, own.read).map(({ amount }) => amount)), language) : '–',
      ]),
      total: [],
      empty: '',
    },
  ]
}
