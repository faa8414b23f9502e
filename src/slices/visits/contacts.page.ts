import { type Day, parseDay, yearOf, yearPeriod } from '../../kernel/date.ts'
import { capital, type Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type PersonScope } from '../../platform/scope.ts'
import { type Choice, type FieldError, formatDay, type FormState } from '../../ui/index.ts'
import { appointedUnitsOf, listAppointments } from '../appointments/index.ts'
import { listAreas, listUnits } from '../directory/index.ts'
import { settingsFor } from '../guidelines/index.ts'
import { namesOf } from '../people/index.ts'
import { contactPath, contactsPath, newContactPath } from './contacts.paths.ts'
import {
  contactKinds,
  type ContactKind,
  mayChangeContact,
  nowhere,
  readsAllContacts,
  whereValue,
} from './contacts.rules.ts'
import { contactCounts, type ContactFilter, type ContactRow, countContacts, listContacts } from './contacts.store.ts'
import { contactError, contactsTexts } from './contacts.texts.ts'
import type { ContactFormProps, ContactListProps } from './contacts.views.tsx'
import { listReferrals } from './briefing.store.ts'
import { visitsPath } from './visits.paths.ts'

const rowsOnAPage = 20
/** Further than any list reaches: a mistyped page number is no fault. */
const mostPages = 10_000

type AskedList = {
  readonly scope: PersonScope
  readonly language: Language
  readonly place: PlaceSlugs
  /** What stands in the address under a name. */
  readonly query: (name: string) => string | undefined
}

/** Returns the list with its filter as it stands in the address; what cannot be read there is told of at its field. */
export async function contactListPage(tx: ReadTx, request: AskedList): Promise<ContactListProps> {
  const { scope, language, place, query } = request
  const texts = contactsTexts(language)
  const asked = filterOf(request)
  const page = Math.min(Math.max(1, Number.parseInt(query('sida') ?? '1', 10) || 1), mostPages)
  const rows = await listContacts(tx, scope, {
    ...asked.filter,
    limit: rowsOnAPage,
    offset: (page - 1) * rowsOnAPage,
  })
  const names = await namesOf(tx, scope)
  const year = yearOf(scope.today)
  const readsAll = readsAllContacts(scope)
  return {
    language,
    year,
    readsAll,
    newHref: may(scope, 'contacts:note') ? newContactPath(place) : undefined,
    visitsHref: visitsPath(place),
    notice: texts.notices[query('klart') ?? ''],
    counts: await countsByKind(tx, scope, year),
    action: contactsPath(place),
    form: asked.form,
    isFiltered: asked.isFiltered,
    wheres: await whereChoices(tx, scope, language),
    rows: rows.map((row) => ({
      id: row.id,
      subject: row.subject,
      href: mayChangeContact(scope, row) ? contactPath(place, row.id) : undefined,
      day: formatDay(row.day, language),
      kind: texts.kinds[row.kind],
      where: row.where === '' ? texts.nowhere : row.where,
      referredTo: row.referredTo,
      notedBy: names.get(row.personId) ?? '',
      isTaken: row.takenAt !== null,
    })),
    page,
    pages: Math.ceil((await countContacts(tx, scope, asked.filter)) / rowsOnAPage),
    hrefOf: (to) => contactsPath(place, { ...asked.typed, page: to }),
  }
}

type Filtered = {
  readonly filter: ContactFilter
  readonly typed: { readonly from?: string; readonly to?: string; readonly where?: string; readonly kind?: string }
  readonly form: FormState
  readonly isFiltered: boolean
}

function filterOf({ language, query }: AskedList): Filtered {
  const value = (name: string) => (query(name) ?? '').trim()
  const [from, to, where, kind] = [value('fran'), value('till'), value('enhet'), value('slag')]
  const unreadable = (name: string, text: string): readonly FieldError[] =>
    text !== '' && parseDay(text) === undefined
      ? [{ field: name, message: contactError(language, 'contacts.day-invalid') }]
      : []
  const [type, id] = where.split(':')
  const known = contactKinds.find((it) => it === kind)
  const isRealId = id !== undefined && /^[0-9a-f-]{36}$/i.test(id)
  return {
    filter: {
      from: parseDay(from),
      to: parseDay(to),
      unitId: type === 'unit' && isRealId ? id : undefined,
      areaId: type === 'area' && isRealId ? id : undefined,
      kind: known,
    },
    typed: {
      ...(from && { from }),
      ...(to && { to }),
      ...(where && { where }),
      ...(kind && { kind }),
    },
    form: {
      values: { fran: from, till: to, enhet: where, slag: kind },
      errors: [...unreadable('fran', from), ...unreadable('till', to)],
    },
    isFiltered: [from, to, where, kind].some((it) => it !== ''),
  }
}

async function countsByKind(tx: ReadTx, scope: PersonScope, year: number) {
  const counts = await contactCounts(tx, scope, yearPeriod(year))
  const of = (kind: ContactKind) => counts.filter((it) => it.kind === kind).reduce((sum, { count }) => sum + count, 0)
  return contactKinds.map((kind) => ({ kind, count: of(kind) }))
}

/** Returns the units and areas, the person's own first; then that it is about none of them. */
async function whereChoices(tx: ReadTx, scope: PersonScope, language: Language): Promise<readonly Choice[]> {
  const byName = (a: Choice, b: Choice) => a.label.localeCompare(b.label, 'sv')
  const units = (await listUnits(tx, scope)).map(({ id, name }) => ({ value: `unit:${id}`, label: name }))
  const areas = (await listAreas(tx, scope)).map(({ id, name }) => ({ value: `area:${id}`, label: name }))
  const own = new Set(await ownWheres(tx, scope))
  const sorted = [...units.toSorted(byName), ...areas.toSorted(byName)]
  return [
    ...sorted.filter(({ value }) => own.has(value)),
    ...sorted.filter(({ value }) => !own.has(value)),
    { value: nowhere, label: contactsTexts(language).nowhere },
  ]
}

async function ownWheres(tx: ReadTx, scope: PersonScope): Promise<readonly string[]> {
  const units = await appointedUnitsOf(tx, scope, scope.personId, scope.today)
  const appointments = await listAppointments(tx, scope, scope.today)
  return [
    ...units.map(({ id }) => `unit:${id}`),
    ...appointments.flatMap(({ personId, areaId }) =>
      personId === scope.personId && areaId !== null ? [`area:${areaId}`] : [],
    ),
  ]
}

/** Returns what the form of a contact chooses among: where, and those whom the referral guide names. */
export async function contactChoices(
  tx: ReadTx,
  { scope, language }: Pick<AskedList, 'scope' | 'language'>,
): Promise<Pick<ContactFormProps, 'wheres' | 'referrals'> & { readonly only: string }> {
  const settings = await settingsFor(tx, scope, scope.today)
  const guide = settings?.conversation.referralGuide.map(({ turnTo }) => turnTo[language]) ?? []
  const excluded = settings?.conversation.excludedMatters.map(({ referTo }) => referTo[language]) ?? []
  const own = (await listReferrals(tx, scope)).map(({ turnTo }) => turnTo)
  const turnTo = [...new Set([...guide, ...own, ...excluded])]
  const mine = (await ownWheres(tx, scope)).filter((it) => it.startsWith('unit:'))
  return {
    wheres: await whereChoices(tx, scope, language),
    referrals: turnTo.map((it) => ({ value: it, label: capital(it) })),
    only: mine.length === 1 ? (mine[0] ?? '') : '',
  }
}

/** Returns the form's values for a contact that is there. One whom the guide does not name stands in the field for others. */
export function contactValues(contact: ContactRow, referrals: readonly Choice[], isoDay: (day: Day) => string) {
  const isNamed = referrals.some(({ value }) => value === contact.referredTo)
  return {
    kind: contact.kind,
    where: whereValue(contact),
    day: isoDay(contact.day),
    subject: contact.subject,
    referredTo: isNamed ? contact.referredTo : '',
    referredOther: isNamed ? '' : contact.referredTo,
  }
}
