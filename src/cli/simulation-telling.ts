import { isoFromDay } from '../kernel/date.ts'
import type { Language } from '../kernel/language.ts'
import { formatKronor } from '../kernel/money.ts'
import {
  type Programme,
  type SimulatedFee,
  type SimulatedFinding,
  type SimulationRun,
  termsOf,
} from '../engine/index.ts'
import { findingJson } from './evaluation-json.ts'
import { findingLine, type JudgedBy, namesOf, sayingOf } from './evaluation-text.ts'
import { evaluationWords } from './evaluation-words.ts'
import type { Format } from './format.ts'
import { simulationWords } from './simulation-words.ts'

/** What is said of each finding and fee that a simulation keeps: lines of text, or plain data. */
export type Telling = { readonly texts: Map<object, string>; readonly data: Map<object, object> }

/** Returns a telling of nothing so far. */
export function startTelling(): Telling {
  return { texts: new Map(), data: new Map() }
}

/** Tells what has been kept of a programme while it is at hand: a simulation of many holds none of them. */
export function tellOf(
  telling: Telling,
  run: SimulationRun,
  programme: Programme,
  rules: JudgedBy,
  { format, language }: { readonly format: Format; readonly language: Language },
): void {
  const findings = [...run.appeared.items, ...run.disappeared.items].filter((it) => isNew(telling, it))
  const fees = run.fees.items.filter((it) => isNew(telling, it))
  if (format === 'json') {
    const [names, terms] = [namesOf(programme, rules.guidelines), termsOf(rules.guidelines, rules.feeRules)]
    for (const it of findings)
      telling.data.set(it, { committee: it.committee, ...findingJson(it.finding, names, terms) })
    for (const it of fees) telling.data.set(it, { ...it, day: isoFromDay(it.day) })
    return
  }
  const say = sayingOf(programme, language, rules)
  for (const it of findings) telling.texts.set(it, findingLine(it.finding, say))
  for (const it of fees) telling.texts.set(it, feeLine(it, programme, say.names, language))
}

function isNew({ texts, data }: Telling, item: SimulatedFinding | SimulatedFee): boolean {
  return !texts.has(item) && !data.has(item)
}

function feeLine(
  { visit, person, day, before, after }: SimulatedFee,
  programme: Programme,
  names: ReturnType<typeof namesOf>,
  language: Language,
): string {
  const outcome = (side: SimulatedFee['before']) =>
    side === undefined
      ? simulationWords[language].noFee
      : side.outcome === 'payable'
        ? formatKronor(side.amount)
        : evaluationWords[language].feeOutcomes[side.outcome]
  const places = programme.visits.find(({ id }) => id === visit)?.units.map((id) => names({ type: 'unit', id })) ?? []
  const who = [names({ type: 'person', id: person }), ...places].join(', ')
  return `  ${isoFromDay(day)}  ${who}: ${outcome(before)} → ${outcome(after)}`
}
