import { readFileSync } from 'node:fs'
import type { Client } from 'pg'
import type { FeeLine } from '../src/engine/finding.ts'
import type { Programme } from '../src/engine/index.ts'
import { addDays, isoFromDay } from '../src/kernel/date.ts'
import { newId } from '../src/platform/ids.ts'
import { aCommittee } from './programme.ts'

/** A municipality that is made up and written down, and in it committees of so many units. */
export type Town = { readonly number: number; readonly committees: number; readonly units: number }

export type FilledCommittee = {
  readonly municipalityId: string
  readonly committeeId: string
  /** Who checks, approves and exports: nobody's claims are theirs. */
  readonly officerId: string
  readonly chairId: string
}

const textOf = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const early = (text: string) => text.replaceAll('2026-03-25', '2020-01-01')
const guidelineText = early(textOf('guidelines/hedemora-omsorgsnamnden-2026.yaml'))
const feeRulesText = textOf('fee-rules/upplands-bro-2019.yaml')
/** Hedemora's fee is for a meeting, and its cap is one. */
const answers = { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' }
const instant = '2022-12-31T12:00:00Z'
const feeOfTheYear = '2020-01-01'

type Row = Readonly<Record<string, unknown>>

/** Rows by table, in the order in which the tables were first named: what is referred to is named before what refers to it. */
type Tables = Map<string, Row[]>

function put(tables: Tables, table: string, rows: readonly Row[]): void {
  const known = tables.get(table)
  if (known === undefined) tables.set(table, [...rows])
  else for (const row of rows) known.push(row)
}

/** Writes the rows, those of a table in one statement. All rows of a table have the same columns. */
async function write(owner: Client, tables: Tables): Promise<void> {
  for (const [table, rows] of tables) {
    const columns = Object.keys(rows[0] ?? {}).join(', ')
    if (columns !== '')
      await owner.query(
        `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(rows)],
      )
  }
}

/** So many municipalities are written at once. */
const townsAtOnce = 10

/**
 * Writes municipalities with their committees as the owner of the database, past every command: people, units, visits of one
 * year with attendance and reports, and a confirmed claim for everybody who came. Returns the committees.
 */
export async function fillTowns(owner: Client, towns: readonly Town[]): Promise<readonly FilledCommittee[]> {
  const filled: FilledCommittee[] = []
  let writing: Promise<void> = Promise.resolve()
  for (let from = 0; from < towns.length; from += townsAtOnce) {
    const tables: Tables = new Map()
    for (const town of towns.slice(from, from + townsAtOnce)) filled.push(...fillTown(tables, town))
    // These are written while the next ones are made up.
    await writing
    writing = write(owner, tables)
  }
  await writing
  return filled
}

function fillTown(tables: Tables, { number, committees, units }: Town): readonly FilledCommittee[] {
  const municipalityId = newId()
  const owned = { municipality_id: municipalityId }
  put(tables, 'municipality', [
    {
      ...{ id: municipalityId, slug: `kommun-${number}`, name: `Provköping ${number}`, about: '', demo: false },
      function_address: `kontakt@kommun-${number}.example`,
    },
  ])
  put(tables, 'fee_rules_version', [
    {
      ...{ id: newId(), ...owned, key: 'upplands-bro-2019', title: 'Arvoden', source: feeRulesText },
      saved_at: instant,
    },
  ])
  return Array.from({ length: committees }, (_, place) => {
    const programme = aCommittee({ units, years: 1, visitsPerYear: 2, seed: number * committees + place + 1 })
    return fillCommittee(tables, { municipalityId, place, programme })
  })
}

type Filling = { readonly municipalityId: string; readonly place: number; readonly programme: Programme }

function fillCommittee(tables: Tables, { municipalityId, place, programme }: Filling): FilledCommittee {
  const [committeeId, officerId, chairId] = [newId(), newId(), newId()]
  const own = () => ({ id: newId(), municipality_id: municipalityId })
  const ours = () => ({ ...own(), committee_id: committeeId })
  const known = new Map<string, string>()
  const idOf = (written: string) => {
    const id = known.get(written) ?? newId()
    known.set(written, id)
    return id
  }
  const person = (id: string, name: string, bloc: string | null, employment: string | null) => ({
    ...{
      id,
      municipality_id: municipalityId,
      name,
      bloc,
      party: bloc === null ? null : 'A',
      language: 'sv',
      version: 1,
    },
    ...{ email: `${id}@kommun.example`, employment_number: employment },
  })
  put(tables, 'committee', [
    {
      ...{ id: committeeId, municipality_id: municipalityId, slug: `namnd-${place}`, name: `Provnämnden ${place}` },
      ...{ term_from: '2019-01-01', term_until: '2027-01-01' },
    },
  ])
  put(tables, 'person', [
    ...programme.persons.map(({ id, name, bloc }, at) => person(idOf(id), name, bloc, `${place}-${at}`)),
    person(officerId, 'Handläggare', null, null),
    person(chairId, 'Ordförande', null, null),
  ])
  put(
    tables,
    'seat',
    programme.persons.flatMap(({ id, seats }) =>
      seats.map((seat) => ({ ...ours(), person_id: idOf(id), kind: seat.kind, valid_from: isoFromDay(seat.from) })),
    ),
  )
  put(tables, 'role_holding', [
    ...programme.persons.map(({ id }) => ({
      ...ours(),
      person_id: idOf(id),
      role: 'politician',
      valid_from: feeOfTheYear,
    })),
    { ...ours(), person_id: officerId, role: 'fee-officer', valid_from: feeOfTheYear },
    { ...ours(), person_id: chairId, role: 'chair', valid_from: feeOfTheYear },
  ])
  put(
    tables,
    'unit',
    programme.units.map(({ id, name, kind }) => ({
      ...{ ...ours(), id: idOf(id), name, kind, operated_by: 'municipality', location: '', relatives_council: false },
      ...{ mission_description: '', valid_from: feeOfTheYear },
    })),
  )
  put(
    tables,
    'appointment',
    programme.appointments.map((it) => ({
      ...{ ...ours(), person_id: idOf(it.person), unit_id: idOf(it.unit ?? '') },
      ...{ decided_on: feeOfTheYear, paragraph: '', valid_from: isoFromDay(it.from) },
    })),
  )
  put(
    tables,
    'meeting',
    programme.meetings.map((it) => ({
      ...{
        ...ours(),
        id: idOf(it.id),
        day: isoFromDay(it.day),
        papers_deadline: isoFromDay(it.papersDeadline),
        place: '',
      },
    })),
  )
  fillRules(tables, { own, ours, officerId })
  fillVisits(tables, programme, { own, ours, idOf })
  return { municipalityId, committeeId, officerId, chairId }
}

type Owned = { readonly id: string; readonly municipality_id: string }
type Ids = {
  readonly own: () => Owned
  readonly ours: () => Owned & { readonly committee_id: string }
  readonly idOf: (written: string) => string
}

function fillRules(
  tables: Tables,
  { own, ours, officerId }: Pick<Ids, 'own' | 'ours'> & { readonly officerId: string },
): void {
  const versionId = newId()
  const version = { guideline_version_id: versionId }
  put(tables, 'guideline_version', [
    {
      ...{ ...ours(), id: versionId, key: 'hedemora-omsorgsnamnden-2026', title: 'Riktlinje' },
      ...{ source: guidelineText, saved_at: instant },
    },
  ])
  put(tables, 'guideline_adoption', [
    {
      ...{ ...own(), ...version, decided_on: feeOfTheYear, paragraph: '§ 1', valid_from: feeOfTheYear, invented: true },
      ...{ registered_at: instant, registered_by: officerId },
    },
  ])
  put(
    tables,
    'interpretation',
    Object.entries(answers).map(([silence, answer]) => ({
      ...{ ...own(), ...version, silence_id: silence, answer, decided_by: 'Nämnden', decided_on: feeOfTheYear },
      ...{ paragraph: '', valid_from: feeOfTheYear, invented: true, note: '' },
    })),
  )
}

function fillVisits(tables: Tables, programme: Programme, { own, ours, idOf }: Ids): void {
  const { visits, reports } = programme
  put(
    tables,
    'visit',
    visits.map((it) => ({
      ...{
        ...ours(),
        id: idOf(it.id),
        form: 'visit',
        capacity: 'committee',
        day: isoFromDay(it.day),
        state: 'reported',
      },
      ...{ start_time: it.start, end_time: it.end, place: '', sequence: 0, times_open: false, consulted: [] },
      ...{ initiated_by: it.initiated.by, initiated_by_person_id: idOf(it.initiated.person ?? '') },
      ...{ initiated_on: isoFromDay(it.initiated.on), notice_says: [], planned_by: it.planned?.by },
      ...{
        planned_on: it.planned && isoFromDay(it.planned.on),
        confirmed_on: it.confirmed && isoFromDay(it.confirmed.on),
      },
      ...{
        programme: '',
        forum: '',
        to_meet: '',
        broken_off: false,
        with_relatives_council: false,
        unannounced: false,
      },
      ...{ special_reason: '', version: 1 },
    })),
  )
  put(
    tables,
    'visit_unit',
    visits.flatMap((it) => it.units.map((unit) => ({ ...own(), visit_id: idOf(it.id), unit_id: idOf(unit) }))),
  )
  const came = visits.flatMap((visit) => visit.attendance.map((it) => ({ visit, ...it })))
  put(
    tables,
    'attendance',
    came.map(({ visit, person, start, end }) => ({
      ...{ ...own(), visit_id: idOf(visit.id), person_id: idOf(person) },
      ...{ start_time: start, end_time: end, serving: false, within_paid_work: false },
    })),
  )
  put(
    tables,
    'audience_met',
    visits.flatMap((it) =>
      it.met.map(({ audience, met }) => ({ ...own(), visit_id: idOf(it.id), audience, met, explanation: '' })),
    ),
  )
  put(
    tables,
    'report',
    reports.map((it) => ({
      ...{ ...ours(), id: idOf(it.id), visit_id: idOf(it.visit), form: 'written', state: 'final', started_at: instant },
      ...{
        final_at: instant,
        final_day: it.final && isoFromDay(it.final),
        final_by: idOf(it.authors[0] ?? ''),
        version: 1,
      },
    })),
  )
  put(
    tables,
    'report_author',
    reports.flatMap((it) =>
      it.authors.map((author) => ({ ...own(), report_id: idOf(it.id), person_id: idOf(author) })),
    ),
  )
  put(
    tables,
    'report_delivery',
    reports.flatMap((it) =>
      it.toManager === undefined
        ? []
        : [
            {
              ...{ ...own(), report_id: idOf(it.id), person_id: idOf(it.authors[0] ?? ''), version: 1 },
              ...{ delivered_at: instant, delivered_day: isoFromDay(it.toManager) },
            },
          ],
    ),
  )
  const made = came.map(({ visit, person }) => ({
    ...{
      ...ours(),
      visit_id: idOf(visit.id),
      person_id: idOf(person),
      state: 'confirmed',
      made_at: instant,
      version: 2,
    },
    day: visit.day,
  }))
  put(
    tables,
    'claim',
    made.map(({ day: _day, ...row }) => row),
  )
  const seen = { outcome: 'waiting', attended: 0, paid: 0, amount: 0, parts: [], reasons: [] }
  put(
    tables,
    'claim_decision',
    made.map(({ id, visit_id, person_id, day }) => ({
      ...{ ...own(), claim_id: id, kind: 'confirmed', at: instant, day: isoFromDay(addDays(day, 7)), person_id },
      ...{ claimant_id: person_id, amount: 0, fee_line: { visit: visit_id, person: person_id, day, ...seen } },
      ...{ other_lines: [], reason: '', given: {} },
    })),
  )
}

/** What a claim of a filled committee has come to. */
export type Approved = { readonly claimId: string; readonly personId: string; readonly amount: number } & {
  readonly line: FeeLine
}

/** Who takes which step: nobody's claims are theirs. */
const takers = { checked: 'officerId', approved: 'chairId', exported: 'officerId' } as const

/** Writes the steps that these claims of a committee have taken, with the line as it was counted, and leaves them there. */
export async function fillSteps(
  owner: Client,
  of: readonly (FilledCommittee & { readonly claims: readonly Approved[] })[],
  upTo: 'approved' | 'exported',
): Promise<void> {
  const kinds = Object.keys(takers) as readonly (keyof typeof takers)[]
  const taken = kinds.slice(0, kinds.indexOf(upTo) + 1)
  const steps = of.flatMap(({ claims, ...committee }) =>
    claims.map(({ claimId, personId, amount, line }) => ({ ...committee, claimId, personId, amount, line })),
  )
  for (const [place, kind] of taken.entries())
    await owner.query(
      `insert into claim_decision (id, municipality_id, claim_id, kind, at, day, person_id, claimant_id, amount, fee_line, other_lines, reason, given)
       select gen_random_uuid(), s."municipalityId", s."claimId", $2, $3::timestamptz, $3::date, s."${takers[kind]}", s."personId", s.amount, s.line, '[]', '', '{}'
       from json_to_recordset($1) s ("municipalityId" uuid, "claimId" uuid, "officerId" uuid, "chairId" uuid, "personId" uuid, amount bigint, line jsonb)`,
      [JSON.stringify(steps), kind, `2023-01-0${place + 1}T12:00:00Z`],
    )
  await owner.query('update claim set state = $1, version = $2 where id = any($3)', [
    upTo,
    taken.length + 2,
    steps.map(({ claimId }) => claimId),
  ])
}
