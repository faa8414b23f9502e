import { createHash } from 'node:crypto'
import { addDays, type Day, isoFromDay, yearOf } from '../kernel/date.ts'
import {
  addCertificate,
  changeAdditions,
  confirmClaim,
  decideDifference,
  enterMeeting,
  getBatch,
  listBatches,
  listClaims,
  listDifferences,
  registerDelegation,
  savePayrollLayout,
  saveReceipt,
  seenAmounts,
  setBudget,
} from '../slices/claims/index.ts'
import { saveFixedFee } from '../slices/people/index.ts'
import { plainKronor } from '../kernel/money.ts'
import { at, fridayOrEarlier, mondayOrLater, quarterStarts, type Task } from './calendar.ts'
import { inventedPaper } from './papers.ts'
import type { Town } from './town.ts'
import type { VisitStory } from './visit-life.ts'

/** What somebody adds to a claim, as the form asks for it. Receipts and certificates are made up. */
export type Adding =
  | { readonly what: 'journey'; readonly kilometres: string; readonly distance: string }
  | { readonly what: 'cost'; readonly kind: string; readonly amount: string; readonly receipt?: string }
  | { readonly what: 'loss'; readonly hours: string; readonly perHour: string; readonly certificate: string }

/** Returns how those who came add what the system cannot know to their claims, and confirm them. */
export function addingTasks(town: Town, { day, adds = {} }: VisitStory, visit: () => string): readonly Task[] {
  return Object.entries(adds).map(([name, all], index) =>
    at(addDays(day, 3), `18:${30 + index}`, async () => {
      const own = () => town.read((tx, scope) => listClaims(tx, scope, { visitId: visit(), personId: town.idOf(name) }))
      for (const adding of all) {
        for (const { id, version } of await own()) {
          const form = { id, version: String(version), ...(await formOf(town, name, adding)) }
          await town.run(town.actor(name), changeAdditions, form)
        }
      }
      for (const { id, version } of await own())
        await town.run(town.actor(name), confirmClaim, { id, version: String(version) })
    }),
  )
}

async function formOf(town: Town, name: string, adding: Adding): Promise<object> {
  if (adding.what === 'journey') {
    const { what, kilometres, distance } = adding
    return { what, kilometres, distance, startsFrom: 'home' }
  }
  if (adding.what === 'cost') {
    const { what, kind: costKind, amount, receipt } = adding
    return { what, costKind, amount, ...(receipt === undefined ? {} : { file: paper('kvitto', receipt) }) }
  }
  const { what, hours: lostHours, perHour, certificate } = adding
  const { id } = await town.run(town.actor(name), addCertificate, paper('intyg', certificate))
  return { what, lostAs: 'employee', lostHours, perHour, certificate: id, pension: 'yes' }
}

function paper(name: string, line: string) {
  const bytes = inventedPaper(['Påhittat för demonstrationen', line])
  return { name: `${name}-pahittat.pdf`, mediaType: 'application/pdf', bytes }
}

type FeeOffice = {
  readonly secretary: string
  readonly feeOfficer: string
  readonly chair: string
  /** Who approves in the chair's place while the chair is away. */
  readonly delegate: string
  /** Somebody with a fixed fee, as a share of a full one. */
  readonly fixedFee: { readonly person: string; readonly percent: string }
  /** Kronor that are set aside for the fees of each year. */
  readonly budget: string
  /** The day on which hours are put right that have gone to payroll already. */
  readonly corrected: Day
}

/** Returns what the secretary, the fee officer and the chair do about fees beside the claims themselves. */
export function feeOfficeTasks(
  town: Town,
  { secretary, feeOfficer, chair, delegate, fixedFee, budget, corrected }: FeeOffice,
): readonly Task[] {
  const editor = town.actor(secretary)
  return [
    at(addDays(town.from, 1), '10:10', async () => {
      const { person, percent } = fixedFee
      const terms = { personId: town.idOf(person), percent, validFrom: isoFromDay(town.from), lastDay: '' }
      await town.run(editor, saveFixedFee, terms)
      await town.run(town.actor(feeOfficer), savePayrollLayout, { version: '0', layout })
      for (let year = yearOf(town.from); year <= yearOf(town.today); year++)
        await town.run(town.actor(feeOfficer), setBudget, { year, amount: budget })
    }),
    at(addDays(town.today, -14), '11:20', async () => {
      await town.run(editor, registerDelegation, {
        ...{ role: 'chair', from: town.idOf(chair), to: town.idOf(delegate) },
        ...{ validFrom: isoFromDay(addDays(town.today, -14)), lastDay: isoFromDay(addDays(town.today, 45)) },
        ...{ decidedOn: isoFromDay(addDays(town.today, -15)), paragraph: 'Delegationsordningen punkt 3.1' },
      })
    }),
    at(mondayOrLater(addDays(corrected, 1)), '13:20', () => correctAll(town, chair)),
    at(fridayOrEarlier(addDays(town.today, -20)), '15:10', async () => {
      await town.run(editor, enterMeeting, {
        ...{ person: town.idOf(fixedFee.person), day: isoFromDay(fridayOrEarlier(addDays(town.today, -27))) },
        ...{ start: '09:00', end: '11:30', kind: 'meeting', amount: '606,50' },
        ...{ body: 'Kommunstyrelsen', minutesOf: 'Kommunstyrelsens protokoll § 112' },
      })
    }),
    // Payroll has said what it paid of every batch but the latest.
    ...quarterStarts(town.holdsFrom, town.today)
      .slice(0, -1)
      .map((until) => at(mondayOrLater(addDays(until, 26)), '14:15', () => readReceipt(town, feeOfficer))),
  ]
}

/** Reads back what payroll says of the latest batch: everything was paid. */
async function readReceipt(town: Town, feeOfficer: string): Promise<void> {
  const found = await town.read(async (tx, scope) => {
    const [batch] = await listBatches(tx, scope)
    return batch && { id: batch.id, number: batch.number, rows: (await getBatch(tx, scope, batch.id)).batch.rows }
  })
  if (found === undefined) return
  const paidOn = isoFromDay(addDays(town.clock.today(), -1))
  const rows = [
    'rad;belopp;utbetald',
    ...found.rows.map(({ rowId, amount }) => `${rowId};${plainKronor(amount)};${paidOn}`),
  ].join('\n')
  const receipt = {
    ...{ batchId: found.id, rows, fileName: `kvittens-${found.number}-pahittad.csv` },
    sha256: createHash('sha256').update(rows).digest('hex'),
  }
  const outcome = await town.attempt(town.actor(feeOfficer), saveReceipt, receipt)
  // A quarter in which nothing left finds the batch before, which has been paid already.
  if (!outcome.ok && outcome.code !== 'claims.receipt-changed' && outcome.code !== 'claims.receipt-known')
    throw new Error(`the receipt of batch ${found.number} was refused: ${outcome.code}`)
}

/** What has gone to payroll and differs is corrected: the counter-rows wait for the next batch. */
async function correctAll(town: Town, chair: string): Promise<void> {
  const { differing } = await town.read((tx, scope) => listDifferences(tx, scope))
  for (const { claim, difference, standing } of differing) {
    if (standing !== 'open' || difference.open) continue
    const { id, version } = claim
    const decision = { id, version: String(version), seen: seenAmounts(difference), outcome: 'correct', reason: '' }
    await town.run(town.actor(chair), decideDifference, decision)
  }
}

/** A layout that no payroll system has asked for: what a municipality would write by its supplier's description. */
const layout = {
  name: 'Lönesystemet (påhittad)',
  form: 'separated',
  encoding: 'windows-1252',
  lineEnding: 'crlf',
  columns: [
    { field: 'employment-number', heading: 'Anställningsnummer' },
    { field: 'day', heading: 'Datum' },
    { field: 'pay-type', heading: 'Löneart' },
    { field: 'quantity', heading: 'Antal' },
    { field: 'rate', heading: 'A-pris' },
    { field: 'amount', heading: 'Belopp' },
    { field: 'cost-centre', heading: 'Kostnadsställe' },
    { field: 'comment', heading: 'Text' },
  ],
} as const
