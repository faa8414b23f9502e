import type { FeeLine } from '../../engine/finding.ts'
import { termsOf } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { dayFromIso, dayOf, yearOf } from '../../kernel/date.ts'
import { inStockholm } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import { formatKronor, ore, sumOre } from '../../kernel/money.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { PageRequest } from '../../platform/http/page.ts'
import { formatDay, formatTimeOfDay } from '../../ui/index.ts'
import { minutes } from '../../kernel/clock-time.ts'
import type { Judgement } from '../guidelines/index.ts'
import { listAcknowledged } from '../people/index.ts'
import { feeKindName } from './claims.asked.rules.ts'
import { hasGoneOut } from './claims.rules.ts'
import { type Read, showClaims } from './claims-shown.routes.tsx'
import { type ClaimRow, listClaims } from './claims.store.ts'
import { claimsTexts } from './claims.texts.ts'
import {
  acknowledgementIn,
  type CapUse,
  capsInReasons,
  capsOfKinds,
  type KindSum,
  linesOf,
  type OfKind,
  sumsByKind,
} from './claims.year.rules.ts'
import type { ShownCap, ShownOther } from './claims.year.views.tsx'
import { listOtherTime, listOut, type OtherTime, type OutRow } from './claims.year.store.ts'
import { yearTexts } from './claims.year.texts.ts'

/** Everything about one person's year in the committee, as the page and the statement show it. */
export type Year = {
  readonly rows: readonly ClaimRow[]
  readonly read: Read
  readonly years: readonly number[]
  readonly out: ReadonlyMap<string, readonly OutRow[]>
  readonly otherTime: readonly OtherTime[]
  readonly sums: readonly KindSum[]
  readonly nameOf: (line: FeeLine) => string
}

/** Reads the year of the one who asks: claims, payroll rows, what came from elsewhere, sums by kind. */
export async function readYear(tx: ReadTx, request: PageRequest, year: number): Promise<Year> {
  const { scope, language } = request
  const every = await listClaims(tx, scope, { personId: scope.personId })
  const rows = every.filter((row) => yearOf(row.visitDay) === year)
  const read = await showClaims(tx, request, rows)
  const ids = rows.map(({ id }) => id)
  const nameOf = lineNamer(read.judgement, language)
  const parts = rows.flatMap((row): readonly OfKind[] =>
    linesOf(row, read)
      .filter(({ outcome, amount }) => outcome === 'payable' && amount !== 0)
      .map((line) => ({ kind: nameOf(line), amount: line.amount, isOut: hasGoneOut(row.state) })),
  )
  return {
    rows,
    read,
    years: [...new Set([yearOf(scope.today), year, ...every.map((row) => yearOf(row.visitDay))])].sort((a, b) => b - a),
    out: Map.groupBy(await listOut(tx, scope, ids), ({ claimId }) => claimId),
    otherTime: await listOtherTime(tx, scope, scope.personId, year),
    sums: sumsByKind(parts),
    nameOf,
  }
}

/** Returns what gives a line its name: the kind of fee, lost earnings, or the kind of cost. */
export function lineNamer({ rules }: Pick<Judgement, 'rules'>, language: Language): (line: FeeLine) => string {
  const terms = termsOf(rules.guidelines, rules.feeRules)
  const known = claimsTexts(language).feeKinds
  const texts = yearTexts(language)
  return ({ component = 'fee', feeKind }) => {
    if (component === 'lost-earnings') return texts.lostEarnings
    if (feeKind === undefined) return component === 'fee' ? texts.fee : texts.cost
    return feeKindName(feeKind, { known, language, terms })
  }
}

/** Returns the sums of the year: paid, approved and on its way, open, and how many claims are not ready. */
export function yearSums({ rows, read }: Year) {
  const amountOf = (row: ClaimRow) => sumOre(linesOf(row, read).map(({ amount }) => amount))
  const ofStates = (...states: readonly ClaimRow['state'][]) => rows.filter(({ state }) => states.includes(state))
  const open = ofStates('made', 'confirmed', 'checked', 'returned')
  return {
    received: sumOre(ofStates('paid').map(amountOf)),
    onItsWay: sumOre(ofStates('approved', 'exported').map(amountOf)),
    open: sumOre(open.map(amountOf)),
    waiting: open.filter(({ id }) => {
      const outcome = read.lines.get(id)?.outcome
      return outcome === 'waiting' || outcome === 'needs-decision' || outcome === 'cannot-tell'
    }).length,
  }
}

/** Returns how much of each cap of the year is used, in words. */
export function shownCaps({ rows, read, otherTime, nameOf }: Year, year: number, language: Language) {
  const units = new Map(rows.map(({ id, unitNames }) => [id, unitNames]))
  const lines = [...read.lines].map(([id, line]) => ({ line, units: units.get(id) ?? [] }))
  const paid = [
    ...lines.flatMap(({ line: { outcome, feeKind, paid: time, amount } }) =>
      outcome === 'payable' && feeKind !== undefined ? [{ feeKind, minutes: time, amount }] : [],
    ),
    ...otherTime.map(({ kind, paidMinutes, amount }) => ({ feeKind: kind, minutes: paidMinutes, amount })),
  ]
  const { rules } = read.judgement
  const titles = new Map([...rules.guidelines, ...rules.feeRules].map(({ id, title }) => [id, title]))
  const caps = [...capsInReasons(lines), ...capsOfKinds(rules.feeRules, dayOf(year, 12, 31), paid)]
  return caps.map((cap): ShownCap => {
    const texts = yearTexts(language)
    const source = titles.get(cap.source) ?? cap.source
    const kind = cap.feeKind === undefined ? undefined : nameOf({ feeKind: cap.feeKind } as FeeLine)
    return {
      key: cap.key,
      what:
        kind === undefined ? (cap.of === 'visits' ? texts.capForVisits : texts.capForHours) : texts.capForKind(kind),
      used: [usedText(cap, language), ...(cap.shared ? [texts.capShared] : [])].join(' '),
      clause: claimsTexts(language).clauseOf(source, cap.clause),
    }
  })
}

function usedText({ of, used, most, unit }: CapUse, language: Language): string {
  const texts = yearTexts(language)
  const words = wordsOf(language)
  if (of === 'visits') return texts.capVisits(used, most, unit)
  if (of === 'ore') return texts.capTime(formatKronor(ore(used)), formatKronor(ore(most)))
  return texts.capTime(words.duration(used), words.duration(most))
}

/** Returns what has gone to payroll for a claim, a sentence each, with the day it was paid. */
export function outSentences(out: readonly OutRow[], language: Language): readonly string[] {
  const texts = yearTexts(language)
  return out.map(({ batchNumber, handedOverAt, amount, isCorrection, paidOn }) => {
    const day = formatDay(inStockholm(handedOverAt).day, language)
    const said = isCorrection ? texts.correctedIn : texts.handedOver
    const paid = paidOn === null ? texts.notPaidYet : texts.paidOn(formatDay(paidOn, language))
    return `${said(batchNumber, day, formatKronor(amount))} ${paid}`
  })
}

/** Returns what other committees and entered meetings have given, as the page shows it. */
export function shownOthers({ otherTime, nameOf }: Year, language: Language): readonly ShownOther[] {
  const texts = yearTexts(language)
  return otherTime.map(({ id, day, startTime, endTime, kind, amount, standing, body, minutesOf }) => ({
    id,
    body: minutesOf === '' ? body : `${body}, ${minutesOf}`,
    day: formatDay(day, language),
    time: texts.range(formatTimeOfDay(minutes(startTime), language), formatTimeOfDay(minutes(endTime), language)),
    kind: nameOf({ feeKind: kind, component: kind === 'lost-earnings' ? kind : 'fee' } as FeeLine),
    amount,
    standing: standing ? texts.standingPaid : texts.standingExpected,
  }))
}

/** Returns what the page says of this year's acknowledgement; undefined where the fee rules ask for none. */
export async function acknowledgementFor(tx: ReadTx, request: PageRequest, { read }: Year) {
  const { scope, language } = request
  const asked = acknowledgementIn(read.judgement.rules.feeRules, scope.today)
  if (asked === undefined) return undefined
  const year = yearOf(scope.today)
  const known = (await listAcknowledged(tx, [scope.personId])).find((it) => it.year === year)
  const texts = yearTexts(language)
  return {
    lead: texts.acknowledgementLead(asked.title, asked.clause, formatDay(dayFromIso(asked.by), language)),
    done: known && texts.acknowledgedOn(formatDay(known.acknowledgedOn, language)),
  }
}
