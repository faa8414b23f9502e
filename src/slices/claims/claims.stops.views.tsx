import { explain } from '../../engine/explain.ts'
import { minutes } from '../../kernel/clock-time.ts'
import type { Language } from '../../kernel/language.ts'
import {
  Alert,
  FindingList,
  formatDay,
  formatTimeOfDay,
  type HeadingLevel,
  Paragraph,
  TextLink,
} from '../../ui/index.ts'
import { interpretationPath } from '../guidelines/guidelines.paths.ts'
import { visitReportPath } from '../reports/reports.paths.ts'
import { extraDecisionPath, visitAttendancePath, visitPath } from '../visits/visits.paths.ts'
import type { LineContext } from './claim-line.views.tsx'
import { additionsPath } from './claims.additions.paths.ts'
import { claimPath, differencesPath } from './claims.paths.ts'
import type { Advice } from './claims.stops-advice.rules.ts'
import type { Span, Stop } from './claims.stops.rules.ts'
import { stopsTexts } from './claims.stops.texts.ts'
import { claimsTexts } from './claims.texts.ts'

type Link = { readonly href: string; readonly label: string }

/** One thing that stands in the way, or is found beside, as pages show it. */
export type ShownStop = {
  readonly key: string
  readonly stops: boolean
  /** The usual next step of the claim, and nothing that is wrong with it. */
  readonly isNextStep: boolean
  readonly sentence: string
  /** Document and clause. */
  readonly clause: string
  /** What to do about it, in a sentence. */
  readonly toDo: string
  readonly link: Link | undefined
}

/** What a claim's stops are shown with. */
export type StopContext = LineContext & {
  readonly claim: { readonly id: string; readonly visitId: string; readonly isOwn: boolean }
  /** Whether the one who looks may write the report, and correct the attendance. */
  readonly mayReport: boolean
  readonly mayAttend: boolean
  /** Whether they see what has gone to payroll and is something else today. */
  readonly mayReadAll: boolean
}

/** Returns each stop in words: what is wrong by which clause, what to do, and where that is done by the one who looks. */
export function shownStops(stops: readonly Stop[], context: StopContext): readonly ShownStop[] {
  const shown = stops.map((stop) => ({
    stops: stop.stops,
    isNextStep: stop.by === 'engine' && nextSteps.has(stop.advice),
    sentence: sentenceOf(stop, context),
    clause: claimsTexts(context.language).clauseOf(
      context.titles.get(stop.basis.source) ?? stop.basis.source,
      stop.basis.clause,
    ),
    ...toDoOf(stop, context),
  }))
  // The same reason may stand in the line of the fee and in those beside it: it is said once.
  const once = new Map(shown.map((it) => [`${it.sentence} ${it.clause} ${it.toDo}`, it]))
  return [...once].map(([key, it]) => ({ key, ...it }))
}

/** What every claim waits for at first. */
const nextSteps: ReadonlySet<Advice> = new Set(['confirm', 'fill-in', 'write-report'])

function sentenceOf(stop: Stop, { language, names, terms }: LineContext): string {
  if (stop.by === 'engine') return explain(stop.reason, language, names, terms)
  const texts = stopsTexts(language)
  const { code, at, other } = stop
  const own = spanText(at, language)
  const its = other === undefined ? '' : spanText(other, language)
  const name = other?.name ?? ''
  switch (code) {
    case 'same-occasion':
      return texts.sameOccasion(own, name, its)
    case 'same-time':
      return texts.sameTime(own, name)
    case 'overlap':
      return texts.overlap(own, name, its)
    case 'paid-elsewhere':
      return texts.paidElsewhere(own, name, its)
    case 'report-times':
      return other === undefined || other.day === at.day
        ? texts.reportTimes(own, its)
        : texts.reportOtherDay(own, formatDay(other.day, language), its)
    case 'report-without':
      return texts.reportWithout
    case 'unreported':
      return texts.unreported
    case 'adjoining':
      return texts.adjoining(name, its)
    case 'journey-twice':
      return texts.journeyTwice(name, its)
    case 'lost-time-twice':
      return texts.lostTimeTwice(name, its)
    case 'receipt-twice':
      return other === undefined || name === ''
        ? texts.receiptTwiceElsewhere
        : texts.receiptTwice(name, formatDay(other.day, language))
  }
}

function spanText({ start, end }: Span, language: Language): string {
  const [from, until] = [start, end].map((at) => formatTimeOfDay(minutes(at), language))
  return stopsTexts(language).span(from ?? '', until ?? '')
}

/** An open question of the guideline is named, with where its answer is registered for whoever may. */
function toDoOf(stop: Stop, context: StopContext): Pick<ShownStop, 'toDo' | 'link'> {
  const { language, place, questions, mayInterpret, mayDecideExtra, decider } = context
  const [known, texts] = [claimsTexts(language), stopsTexts(language)]
  if (stop.by === 'engine' && stop.advice === 'answer') {
    const missing = (stop.reason.missing ?? []).flatMap((it) => (it.what === 'answer' ? [it] : []))
    const asked = questions.find(
      ({ source, rule, parameter }) =>
        source === stop.basis.source && missing.some((it) => it.rule === rule && it.parameter === parameter),
    )
    if (asked !== undefined) {
      const question = known.answerQuestion(asked.question)
      const href = interpretationPath(place, asked.versionId, asked.silenceId)
      return mayInterpret
        ? { toDo: question, link: { href, label: known.answerLink } }
        : { toDo: `${question} ${known.answerWho}`, link: undefined }
    }
  }
  if (stop.by === 'engine' && stop.advice === 'decide' && !mayDecideExtra && stop.reason.day !== undefined)
    return { toDo: known.decideExtraWho(decider(stop.reason.day)), link: undefined }
  const isMine = context.claim.isOwn && (stop.advice !== 'write-report' || context.mayReport)
  const advice = (isMine ? texts.ownAdvice[stop.advice] : undefined) ?? texts.advice[stop.advice]
  return { toDo: texts.toDo(advice), link: linkOf(stop, context) }
}

/** Where it is done, for those who can do it. */
function linkOf(stop: Stop, { language, place, claim, ...may }: StopContext): Link | undefined {
  const { links } = stopsTexts(language)
  const additions = claim.isOwn ? { href: additionsPath(place, claim.id), label: links.additions } : undefined
  const attendance = may.mayAttend
    ? { href: visitAttendancePath(place, claim.visitId), label: links.attendance }
    : { href: visitPath(place, claim.visitId), label: links.visit }
  const confirmation = claim.isOwn ? { href: claimPath(place, claim.id), label: links.claim } : undefined
  const decision = may.mayDecideExtra
    ? { href: extraDecisionPath(place, claim.visitId), label: claimsTexts(language).decideExtra }
    : undefined
  const otherId = stop.by === 'claim' ? stop.other?.claimId : undefined
  const other = otherId === undefined ? attendance : { href: claimPath(place, otherId), label: links.otherClaim }
  const places: Partial<Readonly<Record<Advice, Link | undefined>>> = {
    'write-report': may.mayReport ? { href: visitReportPath(place, claim.visitId), label: links.report } : undefined,
    confirm: confirmation,
    'fill-in': confirmation,
    'open-again': confirmation,
    decide: decision,
    'decide-council': decision,
    'correct-attendance': attendance,
    'note-serving': attendance,
    'correct-times': attendance,
    'correct-invitation': { href: visitPath(place, claim.visitId), label: links.visit },
    'add-distance': additions,
    'correct-journey': additions,
    'add-certificate': additions,
    'add-receipt': additions,
    'add-per-hour': additions,
    'add-income': additions,
    'is-in-fixed-fee': additions,
    'correct-what-went-out': may.mayReadAll ? { href: differencesPath(place), label: links.differences } : undefined,
    'choose-one': other,
    'move-or-refrain': other,
  }
  return places[stop.advice]
}

type StopListProps = {
  readonly language: Language
  readonly stops: readonly ShownStop[]
  /** The page that shows them: a stop that is mended there needs no link. */
  readonly here?: string
  readonly level?: Extract<HeadingLevel, 2 | 3 | 4>
}

/** What stands in the way of payment, each with its clause and what to do; below it what is only worth knowing. */
export function StopList({ language, stops, here, level = 2 }: StopListProps) {
  const texts = stopsTexts(language)
  const inTheWay = stops.filter((it) => it.stops)
  const isOnItsWay = inTheWay.every((it) => it.isNextStep)
  return (
    <>
      {inTheWay.length > 0 && (
        <Alert
          tone={isOnItsWay ? 'info' : 'warning'}
          heading={isOnItsWay ? texts.nextHeading : texts.heading}
          level={level}
        >
          {inTheWay.map(({ key, sentence, clause, toDo, link }) => (
            <div key={key}>
              <Paragraph>
                {sentence} {clause !== '' && `(${clause})`}
              </Paragraph>
              <Paragraph>
                {toDo} {link && link.href !== here && <TextLink href={link.href}>{link.label}</TextLink>}
              </Paragraph>
            </div>
          ))}
        </Alert>
      )}
      <FindingList
        items={stops
          .filter((it) => !it.stops)
          .map(({ sentence, clause, toDo }) => ({
            tone: 'info',
            label: texts.finding,
            text: sentence,
            detail: toDo,
            clause: clause === '' ? undefined : clause,
          }))}
      />
    </>
  )
}
