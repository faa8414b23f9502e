import type { Day } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/instant.ts'
import { longDay } from '../../platform/documents/day-text.ts'
import { explainables, type ReportBasis } from './reports.basis.ts'
import type { FrozenReport } from './reports.document.store.ts'
import { explanationTopic, type Written } from './reports.fields.rules.ts'
import { reportsTexts } from './reports.texts.ts'
import { writingTexts } from './reports.writing.texts.ts'

export type ToFreeze = {
  /** In Swedish, the language of the official document. */
  readonly basis: ReportBasis
  readonly written: Written
  readonly authors: readonly {
    readonly personId: string
    readonly name: string
    readonly signedAt?: Instant | undefined
    readonly registered?: { readonly by: string; readonly calledOn: Day } | undefined
  }[]
  readonly municipality: { readonly name: string; readonly demo: boolean }
  readonly committee: string
  readonly registrationNumber?: string | undefined
  /** The first day of the guideline's version. */
  readonly guidelineFrom?: Day | undefined
  readonly meeting?: { readonly id: string; readonly day: Day } | undefined
  readonly oral?: FrozenReport['oral']
  readonly checked?: FrozenReport['checked']
  readonly dissents?: FrozenReport['dissents']
  readonly attachments?: FrozenReport['attachments']
  readonly writtenBy?: FrozenReport['writtenBy']
  /** The day when it was drawn up, unless that is today. */
  readonly drawnUp?: Day | undefined
  readonly now: Instant
  readonly today: Day
}

/** Returns everything the final report says, so that nothing of it changes when names, units or guideline do. */
export function freezeReport(input: ToFreeze): FrozenReport {
  const { basis, written, municipality } = input
  const { visit, guide } = basis
  const texts = reportsTexts('sv')
  const explanationOf = (what: string) => written.texts[explanationTopic(what)] || undefined
  return {
    format: 'namndkontakt/report@1',
    version: 1,
    municipality: municipality.name,
    committee: input.committee,
    title: texts.documentTitle(basis.units, longDay(visit.day, 'sv')),
    registrationNumber: input.registrationNumber,
    units: visit.units.map(({ id, name }) => ({ id, name })),
    visit: { id: visit.id, day: visit.day, start: visit.start, end: visit.end },
    ...freezeVisit(basis, explanationOf),
    topics: topicsWritten(basis, written),
    proposals: written.proposals.map((it) => ({ ...it })),
    questions: [...written.questions],
    guideline: guide.guideline && {
      ...guide.guideline,
      version: input.guidelineFrom === undefined ? '' : texts.guidelineFrom(longDay(input.guidelineFrom, 'sv')),
    },
    authors: input.authors.map((it) => ({ ...it })),
    writtenBy: input.writtenBy,
    signatories: basis.rapporteur && [basis.rapporteur.personId],
    receivers: [
      input.committee,
      ...(guide.toManager && !input.oral ? new Set(basis.managers.map(({ name }) => name)) : []),
    ],
    dissents: [...(input.dissents ?? [])],
    attachments: [...(input.attachments ?? [])],
    drawnUp: input.drawnUp ?? input.today,
    createdAt: input.now,
    meeting: input.meeting && { id: input.meeting.id, day: input.meeting.day },
    oral: input.oral,
    checked: input.checked,
    marks: municipality.demo ? [texts.fictional] : [],
  }
}

/** Returns what the report says of the visit itself: who came and when, whom it reached, and where it deviated. */
export function freezeVisit(
  basis: ReportBasis,
  explanationOf: (what: string) => string | undefined,
): Pick<FrozenReport, 'participants' | 'met' | 'deviations'> {
  return {
    participants: basis.participants.map((it) => ({ ...it })),
    met: basis.met.map(({ audience, label, met, explanation }) => ({
      key: audience,
      audience: label,
      met,
      explanation: explanation ?? (met ? undefined : explanationOf(audience)),
    })),
    deviations: basis.deviations.map(({ rule, text, clause, outcome, unmet }) => ({
      rule,
      text,
      clause,
      outcome,
      explanation: unmet.length > 0 ? undefined : explanationOf(rule),
    })),
  }
}

/**
 * A topic that is to be taken up stands there even when nothing is written under it; an example only when something is.
 * What was written under a topic that the guideline no longer has is kept too.
 */
function topicsWritten(basis: ReportBasis, written: Written): FrozenReport['topics'] {
  const texts = reportsTexts('sv')
  const known = new Set(basis.guide.topics.map(({ key }) => key))
  const headingOf = (key: string) =>
    basis.formerTopics.get(key) ??
    (key.startsWith(explanationTopic('')) ? writingTexts('sv').explanation : texts.freeTopic)
  const asked = basis.guide.topics
    .map(({ key, audience, heading, weight }) => ({ key, audience, heading, text: written.texts[key] ?? '', weight }))
    .filter(({ text, weight }) => text !== '' || weight !== 'example')
    .map(({ weight: _weight, ...topic }) => topic)
  const explained = new Set(explainables(basis).map(({ topic }) => topic))
  const more = Object.entries(written.texts)
    .filter(([key, text]) => text !== '' && !known.has(key) && !explained.has(key))
    .map(([key, text]) => ({ key, heading: headingOf(key), text }))
  return [...asked, ...more]
}
