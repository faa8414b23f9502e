import { explain, termsOf } from '../../engine/explain.ts'
import type { FeeLine, Finding } from '../../engine/finding.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { minutes } from '../../kernel/clock-time.ts'
import type { Language } from '../../kernel/language.ts'
import { formatKronor, type Ore, ore } from '../../kernel/money.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { formatDay, formatTimeOfDay } from '../../ui/index.ts'
import { type Judgement, programmeNames } from '../guidelines/index.ts'
import { feeKindName } from './claims.asked.rules.ts'
import { type Differing, listDifferences } from './claims.corrections.basis.ts'
import { seenAmounts } from './claims.corrections.rules.ts'
import { correctionsTexts } from './claims.corrections.texts.ts'
import { stopsTexts } from './claims.stops.texts.ts'
import { payeesOf } from './payroll.store.ts'
import { payrollTexts } from './payroll.texts.ts'

export type ShownDifference = {
  readonly id: string
  readonly version: number
  readonly seen: string
  readonly personId: string
  readonly visitDay: Differing['claim']['visitDay']
  readonly person: string
  readonly unit: string
  readonly day: string
  readonly standing: Differing['standing']
  readonly open: boolean
  readonly lines: readonly {
    readonly key: string
    readonly kind: string
    readonly before: Ore
    readonly now: Ore
    readonly difference: Ore
  }[]
  readonly from: Ore
  readonly to: Ore
  readonly difference: Ore
  /** Why it differs, a sentence each. */
  readonly why: readonly string[]
  /** Why it stands, where somebody has let it. */
  readonly reason: string | undefined
}

/** Returns what has gone to payroll and is something else today, in words: all that may be seen, or the ones named. */
export async function shownDifferences(
  tx: ReadTx,
  scope: Scope,
  language: Language,
  ids?: readonly string[],
): Promise<readonly ShownDifference[]> {
  const { differing, judgement } = await listDifferences(tx, scope, ids)
  if (judgement === undefined) return []
  const payees = await payeesOf(
    tx,
    differing.map(({ claim }) => claim.personId),
  )
  const words = wording(judgement, language)
  return differing.map((it) => {
    const { claim, difference } = it
    const hasDied = payees(claim.personId).diedOn !== null
    return {
      id: claim.id,
      version: claim.version,
      seen: seenAmounts(difference),
      personId: claim.personId,
      visitDay: claim.visitDay,
      person: hasDied ? words.texts.estate(claim.personName) : claim.personName,
      unit: claim.unitNames.join(', '),
      day: formatDay(claim.visitDay, language),
      standing: it.standing,
      open: difference.open,
      lines: difference.lines.map(({ component, feeKind, before, now }) => ({
        key: `${component} ${feeKind}`,
        kind: words.kind(feeKind),
        before,
        now,
        difference: ore(now - before),
      })),
      from: difference.from,
      to: difference.to,
      difference: ore(difference.to - difference.from),
      why: whyOf(it, words),
      reason: it.standing === 'let-stand' ? it.letStand?.reason : undefined,
    }
  })
}

type Wording = {
  readonly texts: ReturnType<typeof correctionsTexts>
  readonly kind: (feeKind: string) => string
  readonly duration: (minutes: number) => string
  readonly span: (start: number, end: number) => string
  readonly reason: (finding: Finding) => string
  readonly title: (source: string) => string
}

function wording({ rules, programme }: Judgement, language: Language): Wording {
  const terms = termsOf(rules.guidelines, rules.feeRules)
  const names = programmeNames(programme)
  const titles = new Map([...rules.guidelines, ...rules.feeRules].map(({ id, title }) => [id, title]))
  return {
    texts: correctionsTexts(language),
    kind: (feeKind) => feeKindName(feeKind, { known: payrollTexts(language).feeKinds, language, terms }),
    duration: wordsOf(language).duration,
    span: (start, end) =>
      stopsTexts(language).span(formatTimeOfDay(minutes(start), language), formatTimeOfDay(minutes(end), language)),
    reason: (finding) => explain(finding, language, names, terms),
    title: (source) => titles.get(source) ?? source,
  }
}

/** Presence, rates and whatever reason is there today and was not then. */
function whyOf({ goneOut, difference, besides }: Differing, words: Wording): readonly string[] {
  const { texts } = words
  const [then, now] = [goneOut.line, difference.written.line]
  const isAbsent = now.reasons.length === 0 && now.attended === 0
  const found = [
    ...(besides === undefined ? [] : [texts.paidBesides(besides.body, words.span(besides.start, besides.end))]),
    ...(isAbsent ? [texts.notAttending] : []),
    ...(then.attended === 0 && now.attended > 0 ? [texts.attends] : []),
    ...(then.attended > 0 && now.attended > 0 && then.attended !== now.attended
      ? [texts.timeChanged(words.duration(then.attended), words.duration(now.attended))]
      : []),
    ...[...linePairs(goneOut, difference.written)].flatMap(([before, after]) => ratesOf(before, after, words)),
  ]
  const reasons = newReasons(goneOut, difference.written)
  // What is met today is a cause only where nothing else is.
  const weighty = found.length === 0 ? reasons : reasons.filter(({ outcome }) => outcome !== 'satisfied')
  const all = [...found, ...weighty.map(words.reason)]
  return all.length === 0 ? [texts.unexplained] : [...new Set(all)]
}

type Lines = { readonly line: FeeLine; readonly others: readonly FeeLine[] }

function linePairs(before: Lines, after: Lines): readonly (readonly [FeeLine, FeeLine])[] {
  const others = before.others.flatMap((line) => {
    const same = after.others.find((it) => it.feeKind === line.feeKind && it.component === line.component)
    return same === undefined ? [] : [[line, same] as const]
  })
  return [[before.line, after.line], ...others]
}

/** Other rates than then, part by part, and where they are from. */
function ratesOf(before: FeeLine, after: FeeLine, { texts, title }: Wording): readonly string[] {
  const changed = after.parts.flatMap((part) => {
    const then = before.parts.find(({ kind }) => kind === part.kind)
    return then === undefined || then.rate === part.rate ? [] : [{ then, part }]
  })
  const sources = [...new Set(changed.map(({ part }) => title(part.source)))]
  return [
    ...changed.map(({ then, part }) => texts.rateChanged(formatKronor(then.rate), formatKronor(part.rate))),
    ...(sources.length === 0 ? [] : [texts.rulesChanged(sources.join(', '))]),
  ]
}

/** Said every time of what is ready, and no cause of a difference. */
const neverWhy: ReadonlySet<string> = new Set(['payroll-month', 'exported', 'exported-differs'])

function newReasons(before: Lines, after: Lines): readonly Finding[] {
  const known = new Set([before.line, ...before.others].flatMap(({ reasons }) => reasons.map(reasonKey)))
  return [after.line, ...after.others]
    .flatMap(({ reasons }) => reasons)
    .filter((it) => !neverWhy.has(it.code) && !known.has(reasonKey(it)))
}

function reasonKey({ rule, code, values }: Finding): string {
  return JSON.stringify([rule, code, values])
}
