import { explain, type Finding, termsOf } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import type { Minutes } from '../../kernel/clock-time.ts'
import type { Language } from '../../kernel/language.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { appointmentsFacts, listGroups } from '../appointments/index.ts'
import { directoryFacts } from '../directory/index.ts'
import { judge, programmeNames, settingsFor } from '../guidelines/index.ts'
import { type Holder, listHolders, listPersons, listRepresentatives, peopleFacts } from '../people/index.ts'
import { getVisit, type VisitRow, visitsFacts } from '../visits/index.ts'
import { reportsFacts } from './reports.facts.ts'
import { type ReportGuide, reportGuide, topicHeadings } from './reports.guide.rules.ts'
import { explanationTopic } from './reports.fields.rules.ts'
import { authorsOf, reportersOf } from './reports.rules.ts'
import { reportsTexts } from './reports.texts.ts'

type Named = { readonly personId: string; readonly name: string }

/** Where the visit went another way than the guideline, in words. */
export type Deviation = {
  readonly rule: string
  readonly text: string
  readonly clause: string
  readonly outcome: 'breached' | 'deviates'
  /** The audiences that were not met, when that is what the deviation is about: they are explained one by one. */
  readonly unmet: readonly string[]
}

type MetAudience = {
  readonly audience: string
  readonly label: string
  readonly met: boolean
  /** What was noted at the visit. */
  readonly explanation?: string | undefined
}

/** All that a report rests on before anybody has written: the visit, what the guideline says, and who is concerned. */
export type ReportBasis = {
  readonly visit: VisitRow
  readonly units: string
  readonly guide: ReportGuide
  /** Those who came, with their own times. */
  readonly participants: readonly (Named & {
    readonly description?: string | undefined
    readonly start: Minutes
    readonly end: Minutes
  })[]
  readonly rapporteur?: Named | undefined
  /** Who write the report, and who of them may make it final. */
  readonly authors: readonly Named[]
  readonly reporterIds: readonly string[]
  readonly met: readonly MetAudience[]
  readonly deviations: readonly Deviation[]
  readonly managers: readonly Holder[]
  /** Those of the authors whose seat has ended or whose account is locked: nothing is awaited from them. */
  readonly left: ReadonlySet<string>
  /** What topics are called in any of the committee's guidelines: for texts whose topic is no longer there. */
  readonly formerTopics: ReadonlyMap<string, string>
}

/** Returns what the visit's report rests on, in words of the language. Throws `NotFound` when the visit must not be seen. */
export async function basisOf(
  tx: ReadTx | Tx,
  scope: Scope,
  visitId: string,
  language: Language,
): Promise<ReportBasis> {
  const visit = await getVisit(tx, scope, visitId)
  const guide = reportGuide(await settingsFor(tx, scope, visit.day), language)
  const persons = new Map((await listPersons(tx, scope)).map((person) => [person.id, person]))
  const seats = new Map((await listRepresentatives(tx, scope)).map(({ id, seatKind }) => [id, seatKind]))
  const groups = visit.group ? await listGroups(tx, scope, visit.day) : []
  const politicians = new Set((await listHolders(tx, scope, 'politician')).map(({ id }) => id))
  const hasLeft = (id: string) => !(seats.has(id) || politicians.has(id)) || Boolean(persons.get(id)?.lockedAt)
  const appointed = groups.find(({ id }) => id === visit.group?.id)?.rapporteurId
  // A rapporteur who has left finishes nothing: then any of those who came may.
  const rapporteurId = appointed !== undefined && !hasLeft(appointed) ? appointed : undefined
  const texts = reportsTexts(language)
  const nameOf = (id: string) => persons.get(id)?.name ?? ''
  const named = (personId: string): Named => ({ personId, name: nameOf(personId) })
  const attendees = visit.attendance.map(({ personId }) => personId)
  const those = { attendees, rapporteurId }
  const { evaluation, programme, rules } = await judge(tx, scope, partsFor(scope), { visit: visitId })
  const terms = termsOf(rules.guidelines, rules.feeRules)
  const names = programmeNames(programme)
  return {
    visit,
    units: wordsOf(language).list(visit.units.map(({ name }) => name)),
    guide,
    participants: visit.attendance.map(({ personId, start, end }) => {
      const seat = seats.get(personId)
      const bloc = persons.get(personId)?.bloc
      const description = [seat && texts.seats[seat], bloc && texts.blocs[bloc]].filter(Boolean).join(', ')
      return { ...named(personId), description: description || undefined, start, end }
    }),
    rapporteur: guide.by === 'rapporteur' && rapporteurId !== undefined ? named(rapporteurId) : undefined,
    authors: authorsOf(guide.by, those).map(named),
    reporterIds: reportersOf(guide.by, those),
    met: visit.met.map(({ audience, met, count, explanation }) => ({
      audience,
      label: `${wordsOf(language, terms).label(audience)}${count === null ? '' : ` (${count})`}`,
      met,
      explanation: explanation || undefined,
    })),
    deviations: evaluation.findings
      .filter(({ subject }) => subject.type === 'visit' && subject.id === visitId)
      .flatMap((finding) => deviation(finding, explain(finding, language, names, terms))),
    managers: await listHolders(tx, scope, 'manager', { unitIds: visit.units.map(({ id }) => id) }),
    left: new Set([...attendees, ...(appointed === undefined ? [] : [appointed])].filter(hasLeft)),
    formerTopics: topicHeadings(rules.guidelines, language),
  }
}

function deviation(finding: Finding, text: string): readonly Deviation[] {
  const { rule, clause, outcome, values } = finding
  if (outcome !== 'breached' && outcome !== 'deviates') return []
  return [{ rule, text, clause, outcome, unmet: Array.isArray(values.unmet) ? values.unmet : [] }]
}

/** Returns the parts of the programme that the report’s own judgements rest on. */
export function partsFor(scope: Scope) {
  return {
    ...directoryFacts(scope),
    ...peopleFacts(scope),
    ...appointmentsFacts(scope),
    ...visitsFacts(scope),
    ...reportsFacts(scope),
  }
}

/** Something that went another way and that the report may explain: the text's name, and what it is about. */
type Explainable =
  | { readonly topic: string; readonly audience: string }
  | { readonly topic: string; readonly rule: string; readonly text: string }

/** Returns what the report can explain: audiences not met that nobody explained at the visit, and every other deviation. */
export function explainables(basis: Pick<ReportBasis, 'met' | 'deviations'>): readonly Explainable[] {
  const audiences = basis.met.filter(({ met, explanation }) => !met && explanation === undefined)
  const others = basis.deviations.filter(({ unmet }) => unmet.length === 0)
  const rules = [...new Map(others.map((it) => [it.rule, it])).values()]
  return [
    ...audiences.map(({ audience, label }) => ({ topic: explanationTopic(audience), audience: label })),
    ...rules.map(({ rule, text }) => ({ topic: explanationTopic(rule), rule, text })),
  ]
}
