import { beforeAll, describe, expect, test } from 'vitest'
import { explain } from '../../engine/explain.ts'
import type { FeeLine } from '../../engine/finding.ts'
import { documentedRows } from '../../engine/testing/fee-cast.ts'
import { minutes } from '../../kernel/clock-time.ts'
import { dayFromIso } from '../../kernel/date.ts'
import { formatKronor, ore } from '../../kernel/money.ts'
import { newId } from '../../platform/ids.ts'
import { execute } from '../../platform/command.ts'
import type { MovableClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { aCast, type Cast, type CastName, must, testClock } from '../../../tests/support/cast.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { adoptRules } from '../../../tests/support/guideline-of.ts'
import { nothingAdopted } from '../../../tests/support/unseen.ts'
import { appoint } from '../appointments/index.ts'
import { saveFeeRules } from '../guidelines/index.ts'
import { fixedFee } from '../people/fee-terms.tables.ts'
import { aVisitWithClaims, type VisitWithClaims } from './a-visit-with-claims.ts'
import { claimCost, claimFile, claimJourney, claimLoss } from './claims.additions.tables.ts'
import { judgeClaims } from './claims.basis.ts'
import { confirmClaim } from './claims-step.commands.ts'
import { getClaim } from './claims.store.ts'

// Every row here stands row for row in docs/rules.md, where it can be checked by hand.

let database: Database
let clock: MovableClock

beforeAll(async () => {
  database = await aDatabase()
  clock = testClock()
})

const errand = (more: object) => ({
  kind: 'errand',
  title: { sv: 'Förrättning', en: 'Errand' },
  clause: '§ 2',
  ...more,
})
const hourly = { form: 'hourly', perHour: 20000, counted: 'begun-half-hour' }
const flat = { form: 'flat', amount: 30000 }

/** Fee rules of our own, beside the meeting fee of Upplands-Bro. */
const feeRules = (fee: object, more: object = {}) => ({
  name: 'prov',
  source: JSON.stringify({
    format: 'namndkontakt/fee-rules@1',
    id: 'prov',
    title: 'Provregler',
    status: 'invented',
    source: { sv: 'Påhittat', en: 'Invented' },
    validity: { from: '2020-01-01' },
    fees: [errand(fee)],
    ...more,
  }),
})

const lostEarnings = {
  clause: '§ 6',
  stepMinutes: 30,
  employee: { hourlyMost: 35000, dailyMost: 150000, certificate: 'required' },
  selfEmployed: {
    clause: '§ 7',
    hourlyMost: 35000,
    dailyMost: 150000,
    certificate: 'required',
    bases: [{ code: 'surplus', title: { sv: 'Överskott', en: 'Surplus' }, divisor: 2080 }],
    flatPerHour: 15000,
  },
  mixed: { maximum: 'shared', dailyMost: 150000, clause: '§ 8' },
}
const mileage = { clause: '§ 5', perKilometre: 250, fromKilometres: 5 }
const childMinding = {
  kind: 'child-minding',
  title: { sv: 'Barntillsyn', en: 'Child-minding' },
  clause: '§ 10',
  receipt: 'required',
  mostPerHour: 12000,
  mostPerDay: 60000,
}

type Loss = Pick<typeof claimLoss.$inferInsert, 'lostAs' | 'minutes' | 'perHour' | 'yearlyIncome' | 'basis'>
type Added = {
  readonly journey?: number
  readonly childMinding?: number
  readonly losses?: readonly Loss[]
  readonly withoutPaper?: boolean
  /** Anna has a fixed fee of half a full one, for the committee's own work. */
  readonly fixedFee?: true
}
type Rules = {
  readonly guideline?: string
  readonly feeRules?: string
  readonly answers?: Readonly<Record<string, string>>
  /** Appointed to the whole area, as the guideline asks. */
  readonly area?: true
  /** A guideline that pays each visit an errand fee, and these fee rules. */
  readonly own?: ReturnType<typeof feeRules>
}
type Example = {
  readonly rules: readonly [string, Rules]
  readonly what: string
  /** Visits of Anna in order; what is compared is the last. */
  readonly visits: readonly (Pick<VisitWithClaims, 'when'> & {
    readonly decided?: readonly ['extra-visit' | 'extra-fee', 'yes' | 'no', on?: string]
  })[]
  readonly added?: Added
  /** The kind of the line, and the reason that explains it. */
  readonly line?: string
  readonly because: string
  /** Confirmed by the claimant before it is compared. */
  readonly confirmed?: boolean
}

const hed: Example['rules'] = ['HED, Upplands-Bro 2019', { answers: { 'HED-Q1': 'meeting', 'HED-Q2': 'cap' } }]
const soc: Example['rules'] = ['SOC, Upplands-Bro 2019', { guideline: 'socialnamnden-kontaktpolitiker-soc' }]
const snb: Example['rules'] = [
  'SNB, half and full day',
  { guideline: 'socialnamnden-kontaktpolitiker-snb', feeRules: 'demo-half-full-day', answers: { 'SNB-Q1': 'person' } },
]
const vsn: Example['rules'] = ['VSN, Upplands-Bro 2019', { guideline: 'valfard-och-servicenamnden-2024', area: true }]
const byTheHour: Example['rules'] = [
  '200 kr per hour, at most 4 h a day',
  { own: feeRules({ rate: hourly, dailyCap: { minutes: 240 } }) },
]
const byTheDay: Example['rules'] = [
  '625 or 1 250 kr, 4 h is half a day',
  {
    own: feeRules({
      rate: { form: 'half-full-day', halfDay: 62500, fullDay: 125000, boundaryMinutes: 240, atBoundary: 'half' },
    }),
  },
]
const besides: Example['rules'] = [
  '300 kr flat, with costs and lost earnings',
  { own: feeRules({ rate: flat }, { mileage, costs: [childMinding], lostEarnings }) },
]
const fixed: Example['rules'] = [
  '300 kr flat, in the fixed fee for the own committee',
  {
    own: feeRules(
      { rate: flat },
      {
        lostEarnings,
        costs: [childMinding],
        categories: [
          {
            id: 'fixed',
            title: { sv: 'Fast arvoderade', en: 'Those with a fixed fee' },
            clause: '§ 3',
            who: { fixedFees: { from: 40 } },
            excluded: [{ components: ['fee'], where: 'own-committee', kinds: ['errand'] }],
          },
        ],
      },
    ),
  },
]
const twoHours = [{ when: '2026-05-04 13:00–15:00' }]
const employee = { lostAs: 'employee', minutes: minutes(120), perHour: ore(20000) } as const
const selfEmployed = {
  lostAs: 'self-employed',
  minutes: minutes(120),
  yearlyIncome: ore(41600000),
  basis: 'surplus',
} as const

const examples: readonly Example[] = [
  { rules: hed, what: '15.00–17.20', visits: [{ when: '2026-05-04 15:00–17:20' }], because: 'counted' },
  { rules: hed, what: '3 h 40 min', visits: [{ when: '2026-05-04 13:00–16:40' }], because: 'cut-to-hours' },
  {
    rules: hed,
    what: 'the third visit to the unit in the year',
    visits: [
      { when: '2026-04-07 13:00–15:00' },
      { when: '2026-05-04 13:00–15:00' },
      { when: '2026-06-09 13:00–15:00' },
    ],
    because: 'cap-reached',
  },
  { rules: hed, what: '2 h, not yet confirmed', visits: twoHours, because: 'form-missing', confirmed: false },
  { rules: soc, what: '5 h', visits: [{ when: '2026-05-04 12:00–17:00' }], because: 'cut-to-hours' },
  {
    rules: soc,
    what: 'the third visit, nothing decided',
    visits: [
      { when: '2026-04-07 13:00–15:00' },
      { when: '2026-05-04 13:00–15:00' },
      { when: '2026-06-09 13:00–15:00' },
    ],
    because: 'fee-to-decide',
  },
  {
    rules: soc,
    what: 'the third visit, the chair has said yes',
    visits: [
      { when: '2026-04-07 13:00–15:00' },
      { when: '2026-05-04 13:00–15:00' },
      { when: '2026-06-09 13:00–15:00', decided: ['extra-fee', 'yes'] },
    ],
    because: 'fee-granted',
  },
  { rules: snb, what: '2 h', visits: twoHours, because: 'as-day' },
  {
    rules: snb,
    what: 'the second visit in the year',
    visits: [{ when: '2026-04-07 13:00–15:00' }, { when: '2026-05-04 13:00–15:00' }],
    because: 'cap-reached',
  },
  {
    rules: vsn,
    what: 'the third visit, nothing decided before it',
    visits: [
      { when: '2026-04-07 13:00–15:00' },
      { when: '2026-05-04 13:00–15:00' },
      { when: '2026-06-09 13:00–15:00' },
    ],
    because: 'undecided',
  },
  {
    rules: vsn,
    what: 'the third visit, decided before it',
    visits: [
      { when: '2026-04-07 13:00–15:00' },
      { when: '2026-05-04 13:00–15:00' },
      { when: '2026-06-09 13:00–15:00', decided: ['extra-visit', 'yes', '2026-06-01'] },
    ],
    because: 'decided',
  },
  { rules: byTheDay, what: '4 h', visits: [{ when: '2026-05-04 12:00–16:00' }], because: 'counted-day' },
  { rules: byTheDay, what: '4 h 1 min', visits: [{ when: '2026-05-04 12:00–16:01' }], because: 'counted-day' },
  { rules: byTheHour, what: '1 h 10 min', visits: [{ when: '2026-05-04 13:00–14:10' }], because: 'counted' },
  {
    rules: byTheHour,
    what: '3 h in the morning, then 3 h',
    visits: [{ when: '2026-05-04 09:00–12:00' }, { when: '2026-05-04 13:00–16:00' }],
    because: 'day-time-cut',
  },
  { rules: besides, what: '2 h', visits: twoHours, because: 'counted' },
  {
    rules: besides,
    what: '12 km from home',
    visits: twoHours,
    added: { journey: 12 },
    line: 'mileage',
    because: 'driven',
  },
  {
    rules: besides,
    what: '4 km from home',
    visits: twoHours,
    added: { journey: 4 },
    line: 'mileage',
    because: 'too-near',
  },
  {
    rules: besides,
    what: '2 h, child-minding for 500 kr',
    visits: twoHours,
    added: { childMinding: 50000 },
    line: 'child-minding',
    because: 'cut-to-hours',
  },
  {
    rules: besides,
    what: 'child-minding without a receipt',
    visits: twoHours,
    added: { childMinding: 20000, withoutPaper: true },
    line: 'child-minding',
    because: 'receipt-missing',
  },
  {
    rules: besides,
    what: 'an employee loses 2 h',
    visits: twoHours,
    added: { losses: [employee] },
    line: 'lost-earnings',
    because: 'per-hour',
  },
  {
    rules: besides,
    what: 'an employee without a certificate',
    visits: twoHours,
    added: { losses: [employee], withoutPaper: true },
    line: 'lost-earnings',
    because: 'certificate-missing',
  },
  {
    rules: besides,
    what: 'a self-employed person loses 2 h',
    visits: twoHours,
    added: { losses: [selfEmployed] },
    line: 'lost-earnings',
    because: 'from-income',
  },
  {
    rules: besides,
    what: '4 h as an employee and 4 h of own business',
    visits: twoHours,
    added: {
      losses: [
        { ...employee, perHour: ore(35000), minutes: minutes(240) },
        { ...selfEmployed, minutes: minutes(240) },
      ],
    },
    line: 'lost-earnings',
    because: 'cut-to-day',
  },
  {
    rules: fixed,
    what: '2 h, with a fixed fee of 50 percent',
    visits: twoHours,
    added: { fixedFee: true },
    because: 'category-excluded',
  },
  {
    rules: fixed,
    what: 'the same, and 2 h of earnings lost',
    visits: twoHours,
    added: { fixedFee: true, losses: [employee] },
    line: 'lost-earnings',
    because: 'per-hour',
  },
  {
    rules: fixed,
    what: 'the same, and child-minding for 200 kr',
    visits: twoHours,
    added: { fixedFee: true, childMinding: 20000 },
    line: 'child-minding',
    because: 'within-ceilings',
  },
]

let towns = 0
async function aTown({ guideline, feeRules: named, answers, area, own }: Rules): Promise<Cast> {
  towns += 1
  const slug = `exempel-${towns}`
  if (own === undefined) {
    const chosen = { ...(guideline && { guideline }), ...(named && { feeRules: named }), ...(answers && { answers }) }
    const cast = await aCast(database, clock, { slug, ...chosen, appointed: area === undefined })
    if (area) await appointToArea(cast)
    return cast
  }
  const cast = await aCast(database, clock, { slug, ...nothingAdopted })
  await adoptRules({ database, clock }, cast, [['fee.kind', 'fee: errand, forms: [visit]']])
  await must(execute({ database, clock }, cast.system(), saveFeeRules, own))
  return cast
}

async function appointToArea(cast: Cast): Promise<void> {
  const appointment = { validFrom: '2026-03-25', validUntil: '', decidedOn: '2026-03-04', paragraph: '§ 20' }
  const input = { ...appointment, personId: cast.people.anna, object: `area:${cast.areaId}` }
  await must(execute({ database, clock }, cast.as('secretary'), appoint, input))
}

async function add(
  cast: Cast,
  claimId: string,
  { journey, childMinding: paid, losses = [], withoutPaper, fixedFee: isFixed }: Added,
) {
  const owner = { municipalityId: cast.municipalityId }
  const paper = newId()
  const fileId = withoutPaper ? undefined : paper
  await database.transaction(cast, async (tx) => {
    const file = { name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'a'.repeat(64) } as const
    const kind = losses.length > 0 ? 'certificate' : 'receipt'
    await tx.insert(claimFile).values({
      ...owner,
      ...file,
      id: paper,
      personId: cast.people.anna,
      kind,
      content: Buffer.from('a'),
      addedAt: clock.now(),
    })
    if (journey !== undefined)
      await tx
        .insert(claimJourney)
        .values({ ...owner, claimId, kilometres: journey * 2, startsFrom: 'home', distance: journey })
    if (paid !== undefined)
      await tx.insert(claimCost).values({ ...owner, claimId, kind: 'child-minding', amount: ore(paid), fileId })
    if (isFixed)
      await tx.insert(fixedFee).values({
        ...owner,
        personId: cast.people.anna,
        percent: 50,
        forCommitteeId: cast.committeeId,
        validFrom: dayFromIso('2026-01-01'),
      })
    for (const loss of losses) await tx.insert(claimLoss).values({ ...owner, ...loss, claimId, fileId })
  })
}

/** Lives through the example and returns its row: rules, what happened, what is given, and why. */
async function rowOf({ rules: [name, rules], what, visits, added, line, because, confirmed = true }: Example) {
  const cast = await aTown(rules)
  const run = { database, clock }
  let last: { readonly visitId: string; readonly claimId: string } | undefined
  for (const { when, decided } of visits) {
    const { visitId, claims } = await aVisitWithClaims(run, cast.system(), {
      when,
      unitId: cast.units.solgarden,
      who: [cast.people.anna],
      ...(decided && {
        decided: {
          about: decided[0],
          granted: decided[1] === 'yes',
          by: cast.people.chair,
          ...(decided[2] && { on: decided[2] }),
        },
      }),
    })
    const claimId = claims[0]?.id ?? ''
    last = { visitId, claimId }
    if (added !== undefined) await add(cast, claimId, added)
    const { version } = await database.read(cast, (tx) => getClaim(tx, cast.system(), claimId))
    if (confirmed)
      await execute(run, cast.as('anna' satisfies CastName), confirmClaim, { id: claimId, version: String(version) })
  }
  const { evaluation, programme } = await database.read(cast, (tx) => judgeClaims(tx, cast.system()))
  const wanted = evaluation.feeLines.find(
    (it) =>
      it.visit === last?.visitId && (line === undefined ? (it.component ?? 'fee') === 'fee' : it.feeKind === line),
  )
  const reason = wanted?.reasons.find(({ code }) => code === because)
  if (wanted === undefined || reason === undefined)
    throw new Error(`${name}, ${what}: ${JSON.stringify(wanted?.reasons.map(({ code }) => code))}`)
  const names = ({ id }: { readonly id: string }) => programme.persons.find((it) => it.id === id)?.name ?? id
  return [name, what, given(wanted), `${reason.clause}: ${plain(explain(reason, 'en', names))}`]
}

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const kronor = (amount: number) => plain(formatKronor(ore(amount))).replace(',', '.')
const outcomes = {
  waiting: 'waits',
  'needs-decision': 'needs a decision',
  'cannot-tell': 'cannot tell',
  'not-payable': 'not paid',
}
const given = ({ outcome, amount, expected }: FeeLine) =>
  outcome === 'payable'
    ? kronor(amount)
    : `${outcomes[outcome]}${expected === undefined ? '' : `, ${kronor(expected)} expected`}`

describe('worked examples of docs/rules.md, lived through on claims in a filled database', () => {
  test('the table has the examples and no more', () => {
    expect(documentedRows('On claims').map(([rules, what]) => [rules, what])).toEqual(
      examples.map(({ rules: [name], what }) => [name, what]),
    )
  })

  test.each(examples.map((example, at) => [`${example.rules[0]}: ${example.what}`, example, at] as const))(
    '%s',
    async (_, example, at) => {
      expect(await rowOf(example)).toEqual(documentedRows('On claims')[at])
    },
  )
})
