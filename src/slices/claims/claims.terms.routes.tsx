import { addDays, type Day, isoFromDay } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Language } from '../../kernel/language.ts'
import type { FeeRules } from '../../engine/index.ts'
import type { Command } from '../../platform/command.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { emptyForm, formatDay, type FormState, formOf } from '../../ui/index.ts'
import { rulesInForce } from '../guidelines/index.ts'
import {
  endFeeTerm,
  type FeeGroupRow,
  type FixedFeeRow,
  getPerson,
  listAcknowledged,
  listCommitteeNames,
  listFeeGroups,
  listFixedFees,
  listPersons,
  saveFeeGroup,
  saveFixedFee,
} from '../people/index.ts'
import { termsTexts } from './claims.terms.texts.ts'
import { EndFeeTermPage, FeeGroupPage, FeeTermsListPage, FeeTermsPage, FixedFeePage } from './claims.terms.views.tsx'
import { endFeeTermPath, feeTermsPath, newFeeGroupPath, newFixedFeePath } from './claims.year.paths.ts'

/** The terms by which persons are paid: fixed fees, groups, and whether they have acknowledged the rules. */
export const termsPages = [
  get('/arvoden/villkor', 'fee-terms:edit', (request) => termsList(request)),
  get('/arvoden/villkor/:id', 'fee-terms:edit', (request) => termsOfPerson(request)),
  get('/arvoden/villkor/:id/arsarvode', 'fee-terms:edit', (request) => fixedFeePage(request)),
  post('/arvoden/villkor/:id/arsarvode', 'fee-terms:edit', (request) => save(request, saveFixedFee, fixedFeePage)),
  get('/arvoden/villkor/:id/grupp', 'fee-terms:edit', (request) => groupPage(request)),
  post('/arvoden/villkor/:id/grupp', 'fee-terms:edit', (request) => save(request, saveFeeGroup, groupPage)),
  get('/arvoden/villkor/:id/:term', 'fee-terms:edit', (request) => endPage(request, emptyForm)),
  post('/arvoden/villkor/:id/:term', 'fee-terms:edit', async (request) => {
    const form = await request.form()
    const ids = { personId: request.id(), termId: request.id('term') }
    const outcome = await request.run(endFeeTerm, { ...form, ...ids })
    if (outcome.ok) return request.redirect(feeTermsPath(request.place, request.id(), 'sparat'))
    return endPage(request, refusedForm(form, outcome, termsTexts(request.language).errors))
  }),
]

async function save<Input>(
  request: PageRequest,
  command: Command<Input, unknown>,
  again: (request: PageRequest, form: FormState) => Promise<Response>,
): Promise<Response> {
  const form = await request.form()
  const outcome = await request.run(command, { ...form, personId: request.id() })
  if (outcome.ok) return request.redirect(feeTermsPath(request.place, request.id(), 'sparat'))
  return again(request, refusedForm(form, outcome, termsTexts(request.language).errors))
}

async function termsList(request: PageRequest): Promise<Response> {
  const { language, place, scope } = request
  const texts = termsTexts(language)
  const found = await request.read(async (tx) => {
    const persons = await listPersons(tx, scope)
    const ids = persons.map(({ id }) => id)
    return {
      persons,
      acknowledged: new Map((await listAcknowledged(tx, ids)).map(({ personId, year }) => [personId, year])),
      feeRules: (await rulesInForce(tx, scope)).feeRules,
      fixedFees: await listFixedFees(tx, scope),
      groups: await listFeeGroups(tx, scope),
    }
  })
  const holds = ({ validFrom, validUntil }: { readonly validFrom: Day; readonly validUntil: Day | null }) =>
    validFrom <= scope.today && (validUntil === null || validUntil > scope.today)
  const titles = groupTitles(found.feeRules, language)
  const persons = found.persons.map(({ id, name }) => ({
    id,
    name,
    fixedFees: joined(
      found.fixedFees.filter((it) => it.personId === id && holds(it)).map(({ percent }) => texts.percent(percent)),
      texts.none,
    ),
    groups: joined(
      found.groups.filter((it) => it.personId === id && holds(it)).map(({ code }) => titles.get(code) ?? code),
      texts.none,
    ),
    acknowledged: String(found.acknowledged.get(id) ?? texts.none),
  }))
  const sorted = persons.sort((a, b) => a.name.localeCompare(b.name, 'sv'))
  return request.page(texts.listTitle, <FeeTermsListPage language={language} place={place} persons={sorted} />)
}

function joined(all: readonly string[], none: string): string {
  return all.length === 0 ? none : all.join(', ')
}

async function readTerms(request: PageRequest) {
  const { scope } = request
  return request.read(async (tx) => {
    const person = await getPerson(tx, scope, request.id())
    return {
      person,
      feeRules: (await rulesInForce(tx, scope)).feeRules,
      fixedFees: await listFixedFees(tx, scope, person.id),
      groups: await listFeeGroups(tx, scope, person.id),
      acknowledged: await listAcknowledged(tx, [person.id]),
      committees: await listCommitteeNames(tx),
    }
  })
}

async function termsOfPerson(request: PageRequest): Promise<Response> {
  const { language, place } = request
  const texts = termsTexts(language)
  const { person, feeRules, fixedFees, groups, acknowledged } = await readTerms(request)
  const titles = groupTitles(feeRules, language)
  const props = {
    language,
    place,
    personId: person.id,
    name: person.name,
    isSaved: request.query('klart') === 'sparat',
    died: person.diedOn === null ? undefined : texts.died(formatDay(person.diedOn, language)),
    fixedFees: fixedFees.map((row) => shownFixedFee(row, language)),
    groups: groups.map((row) => shownGroup(row, titles, language)),
    hasGroups: titles.size > 0,
    acknowledged: acknowledged.map(({ year, acknowledgedOn }) =>
      texts.acknowledgedOn(year, formatDay(acknowledgedOn, language)),
    ),
  }
  return request.page(texts.title(person.name), <FeeTermsPage {...props} />)
}

function shownFixedFee(row: FixedFeeRow, language: Language) {
  const texts = termsTexts(language)
  return {
    id: row.id,
    what: texts.percent(row.percent),
    where: row.committeeName ?? texts.noCommittee,
    period: periodOf(row, language),
  }
}

function shownGroup(row: FeeGroupRow, titles: ReadonlyMap<string, string>, language: Language) {
  return { id: row.id, what: titles.get(row.code) ?? row.code, where: '', period: periodOf(row, language) }
}

function periodOf(row: { readonly validFrom: Day; readonly validUntil: Day | null }, language: Language): string {
  const texts = termsTexts(language)
  const from = formatDay(row.validFrom, language)
  return row.validUntil === null
    ? texts.from(from)
    : texts.fromUntil(from, formatDay(addDays(row.validUntil, -1), language))
}

/** Returns the groups that the fee rules name, with what they are called there. */
function groupTitles(feeRules: readonly FeeRules[], language: Language): ReadonlyMap<string, string> {
  return new Map(
    feeRules
      .flatMap(({ categories }) => categories)
      .flatMap(({ who, title }) => ('group' in who ? [[who.group, title[language]] as const] : [])),
  )
}

async function fixedFeePage(request: PageRequest, refused?: FormState): Promise<Response> {
  const { language, place, scope } = request
  const texts = termsTexts(language)
  const { person, committees } = await readTerms(request)
  const props = {
    language,
    form: refused ?? formOf({ forCommitteeId: scope.committeeId, validFrom: isoFromDay(scope.today) }),
    title: texts.addFor(texts.addFixedFee, person.name),
    action: newFixedFeePath(place, person.id),
    cancelHref: feeTermsPath(place, person.id),
    committees: committees.map(({ id, name }) => ({ value: id, label: name })),
  }
  return request.page(props.title, <FixedFeePage {...props} />, statusOf(refused))
}

async function groupPage(request: PageRequest, refused?: FormState): Promise<Response> {
  const { language, place, scope } = request
  const texts = termsTexts(language)
  const { person, feeRules } = await readTerms(request)
  const props = {
    language,
    form: refused ?? formOf({ validFrom: isoFromDay(scope.today) }),
    title: texts.addFor(texts.addGroup, person.name),
    action: newFeeGroupPath(place, person.id),
    cancelHref: feeTermsPath(place, person.id),
    groups: [...groupTitles(feeRules, language)].map(([value, label]) => ({ value, label })),
  }
  return request.page(props.title, <FeeGroupPage {...props} />, statusOf(refused))
}

async function endPage(request: PageRequest, form: FormState): Promise<Response> {
  const { language, place } = request
  const texts = termsTexts(language)
  const { person, feeRules, fixedFees, groups } = await readTerms(request)
  const titles = groupTitles(feeRules, language)
  const terms = [
    ...fixedFees.map((row) => ({ ...shownFixedFee(row, language), kind: texts.fixedFees })),
    ...groups.map((row) => ({ ...shownGroup(row, titles, language), kind: texts.group })),
  ]
  const term = terms.find(({ id }) => id === request.id('term'))
  if (term === undefined) throw new NotFound('fee term')
  const what = `${term.kind} ${term.what}, ${person.name}`
  const props = {
    language,
    form,
    action: endFeeTermPath(place, person.id, term.id),
    cancelHref: feeTermsPath(place, person.id),
    what,
  }
  return request.page(texts.endTitle(what), <EndFeeTermPage {...props} />, statusOf(form))
}

function statusOf(form: FormState | undefined): 200 | 422 {
  return form !== undefined && form.errors.length > 0 ? 422 : 200
}
