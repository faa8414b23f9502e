import { wordsOf } from '../../engine/rules/words.ts'
import type { Day } from '../../kernel/date.ts'
import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { Refusal } from '../../kernel/result.ts'
import type { BadInput } from '../../platform/command.ts'
import { type FieldError, formatDay, formatTimeOfDay } from '../../ui/index.ts'
import type { MeetingRow } from '../directory/index.ts'
import { onBehalfTexts } from '../people/index.ts'
import { type Minutes, minutes } from '../../kernel/clock-time.ts'
import type { ReportBasis } from './reports.basis.ts'
import { checkTexts } from './reports.check.texts.ts'
import type { FrozenReport } from './reports.document.store.ts'
import { explanationTopic, type Written } from './reports.fields.rules.ts'
import type { ReportRow } from './reports.store.ts'
import { reportError, reportsTexts } from './reports.texts.ts'
import { writingTexts } from './reports.writing.texts.ts'
import type { FinalPage } from './reports-final.views.tsx'
import type { VisitFacts } from './reports-parts.views.tsx'

/** Returns when the visit took place, as a sentence. */
export function visitSentence(
  visit: { readonly day: Day; readonly start: Minutes; readonly end: Minutes },
  language: Language,
): string {
  const time = (at: Minutes) => formatTimeOfDay(at, language)
  return reportsTexts(language).visitOn(formatDay(visit.day, language), time(visit.start), time(visit.end))
}

/** Returns the names as `Anna, Bo och Cecilia`, with who registered it for those who phoned. */
export function namesText(
  persons: readonly { readonly name: string; readonly registered?: { readonly by: string } | undefined }[],
  language: Language,
): string {
  const { within } = onBehalfTexts(language)
  return wordsOf(language).list(
    persons.map(({ name, registered }) => (registered ? within(name, registered.by) : name)),
  )
}

/** Returns who makes the report final when that is somebody else than the one who looks: the rapporteur, or its authors. */
export function finishedByAnother(
  basis: Pick<ReportBasis, 'reporterIds' | 'rapporteur' | 'authors'>,
  viewer: { readonly personId?: string },
  language: Language,
): string | undefined {
  if (basis.reporterIds.some((id) => id === viewer.personId)) return undefined
  return namesText(basis.rapporteur ? [basis.rapporteur] : basis.authors, language)
}

/** Returns who has signed and when, and who has not, a line each; of those who have left nothing is awaited. */
export function signatureLines(
  report: Pick<ReportRow, 'authors'>,
  language: Language,
  left: ReadonlySet<string> = new Set(),
): readonly string[] {
  const texts = reportsTexts(language)
  const unsigned = (personId: string) => (left.has(personId) ? writingTexts(language).hasLeft : texts.notSigned)
  return report.authors.map(
    ({ personId, name, signedAt, registered }) =>
      `${name}: ${[
        signedAt === undefined ? unsigned(personId) : texts.signed(formatInstant(signedAt, language)),
        ...(registered ? [onBehalfTexts(language).byOn(registered.by, registered.calledOn)] : []),
      ].join(', ')}`,
  )
}

/** Returns what the visit itself says, with the explanations that are written. */
export function visitFacts(basis: ReportBasis, written: Written, language: Language): VisitFacts {
  const texts = reportsTexts(language)
  const explanationOf = (what: string) => written.texts[explanationTopic(what)] || undefined
  return {
    language,
    participants: basis.participants.map(({ name, description }) => (description ? `${name}, ${description}` : name)),
    met: basis.met.map(({ audience, label, met, explanation }) => ({
      audience: label,
      met,
      explanation: explanation ?? (met ? undefined : explanationOf(audience)),
    })),
    deviations: basis.deviations.map(({ rule, text, clause, outcome, unmet }) => ({
      text,
      clause: `${rule}, ${clause}`,
      label: texts[outcome],
      isBreach: outcome === 'breached',
      explanation: unmet.length > 0 ? undefined : explanationOf(rule),
    })),
  }
}

/** Returns what the page shows of the frozen report itself. */
export function frozenParts(
  frozen: FrozenReport,
  language: Language,
): Pick<FinalPage, 'title' | 'marks' | 'visit' | 'topics' | 'proposals' | 'questions' | 'oralLine'> {
  const texts = reportsTexts(language)
  // What was said stands in its line: an oral report has no texts that could be missing.
  const groups = Map.groupBy(frozen.oral === undefined ? frozen.topics : [], ({ audience }) => audience ?? '')
  return {
    title: texts.reportTitle(wordsOf(language).list(frozen.units.map(({ name }) => name))),
    marks: frozen.marks,
    visit: {
      language,
      participants: frozen.participants.map((it) => participantText(it, language)),
      met: frozen.met,
      deviations: frozen.deviations.map(({ rule, text, clause, outcome, explanation }) => ({
        text,
        clause: `${rule}, ${clause}`,
        label: outcome === 'breached' ? texts.breached : texts.deviates,
        isBreach: outcome === 'breached',
        explanation,
      })),
    },
    topics: [...groups].map(([audience, topics]) => ({
      // The kind of people was frozen in Swedish, and so is the heading it stands in.
      heading: audience === '' ? texts.topics : reportsTexts('sv').withAudience(audience),
      texts: topics.map(({ heading, text }) => ({ heading, text })),
    })),
    proposals: frozen.proposals.map(({ text, answerer }) =>
      answerer === '' ? text : writingTexts(language).toAnswer(text, wordsOf(language).label(answerer)),
    ),
    questions: frozen.questions,
    oralLine: frozen.oral?.line,
  }
}

/** Returns what happens when the report is made final, a sentence each: to whom it goes, and to which meeting. */
export function finaliseHappens(input: {
  readonly language: Language
  readonly basis: Pick<ReportBasis, 'guide' | 'managers'>
  readonly meeting: Pick<MeetingRow, 'day' | 'papersDeadline'> | undefined
  readonly hasQuestions: boolean
  /** The number that it got when it left the authority. */
  readonly number: string | null
}): readonly string[] {
  const { language, basis, meeting, hasQuestions, number } = input
  const { guide, managers } = basis
  const texts = reportsTexts(language)
  const toManagers = managers.length === 0 ? texts.finalNoManager : texts.finalToManagers(namesText(managers, language))
  const toMeeting = meeting
    ? texts.finalToMeeting(formatDay(meeting.day, language), formatDay(meeting.papersDeadline, language))
    : texts.finalNoMeeting
  return [
    number === null ? texts.finalOfficial : checkTexts(language).finalKeepsNumber(number),
    ...(guide.toManager ? [toManagers] : []),
    texts.finalToCommittee,
    toMeeting,
    ...(guide.oralSummary ? [texts.finalOralSummary] : []),
    ...(guide.discussion && hasQuestions ? [texts.finalDiscussion] : []),
    ...(guide.feeNeedsReport ? [texts.finalFee] : []),
  ]
}

/** Returns what to show for input or a step that was refused, by field. */
export function errorsOf(outcome: Refusal | BadInput, language: Language): readonly FieldError[] {
  const texts = reportsTexts(language)
  if ('issues' in outcome)
    return outcome.issues.map(({ field, code }) => ({ field, message: reportError(texts, code) }))
  const message = reportError(texts, outcome.code)
  const { fields } = outcome.facts
  if (Array.isArray(fields)) return fields.map((field) => ({ field: String(field), message }))
  return [{ field: outcome.field ?? '', message }]
}

/** Returns the file's name: the registration number without spaces. */
export function reportFileName(frozen: FrozenReport, language: Language): string {
  return reportsTexts(language).fileName((frozen.registrationNumber ?? '').replace(/[^A-Za-z0-9-]+/g, '-'))
}

/** Returns who came, with seat and bloc, and the own times where the report has them. */
function participantText(
  { name, description, start, end }: FrozenReport['participants'][number],
  language: Language,
): string {
  const time = (at: number) => formatTimeOfDay(minutes(at), language)
  const times = start !== undefined && end !== undefined ? reportsTexts(language).attended(time(start), time(end)) : ''
  return [name, description, times].filter(Boolean).join(', ')
}
