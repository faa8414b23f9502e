import type { Terms } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { yearOf } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import { formatDay } from '../../ui/index.ts'
import type { ReportedDecision } from '../visits/index.ts'
import { decisionTexts } from './meetings.decisions.texts.ts'

/** A decision on delegation as it is shown and printed: number, what, for whom, by whom, clause and delegation. */
export type DecisionLine = {
  readonly id: string
  readonly visitId: string
  readonly number: string
  readonly what: string
  readonly person: string
  readonly by: string
  readonly clause: string
  readonly delegation: string
}

/** Returns the decision in words. */
export function decisionLine(decision: ReportedDecision, language: Language, terms: Terms): DecisionLine {
  const texts = decisionTexts(language)
  const { id, visitId, number, decidedOn, about, granted, person, decidedBy, decidedAs, clause, delegation } = decision
  const units = wordsOf(language).list(decision.units)
  const day = formatDay(decidedOn, language)
  return {
    id,
    visitId,
    number: number === null ? '' : `${number}/${yearOf(decidedOn)}`,
    what: texts.what(texts.about[about], units, formatDay(decision.visitDay, language), granted),
    person,
    by:
      decidedAs === ''
        ? texts.by(decidedBy, day)
        : texts.byOther(wordsOf(language, terms).label(decidedAs), day, decidedBy),
    clause,
    delegation,
  }
}
