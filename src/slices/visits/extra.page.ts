import { factsUnder, type Terms } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { type Day, yearOf } from '../../kernel/date.ts'
import { inStockholm } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import { formatDay, type Tone } from '../../ui/index.ts'
import type { Judgement } from '../guidelines/index.ts'
import type { ExtraOfVisit } from './extra.basis.ts'
import { decidesAs, type ExtraMatter, mayAskFor, type NeededDecision } from './extra.rules.ts'
import { extraTexts } from './extra.texts.ts'
import { type Names, unitsOf } from './visits.page.ts'
import { extraRequestPath } from './visits.paths.ts'
import type { Viewer } from './visits.rules.ts'
import type { VisitRow } from './visits.store.ts'
import { visitsTexts } from './visits.texts.ts'

export type ExtraShown = {
  readonly matters: readonly {
    readonly key: string
    readonly who: string
    readonly matter: string
    readonly state: { readonly tone: Tone; readonly label: string }
    readonly clause: string
    readonly reason: string
  }[]
  readonly decisions: readonly { readonly key: string; readonly what: string; readonly basis: string }[]
  /** What the viewer can ask for. */
  readonly steps: readonly { readonly label: string; readonly href: string }[]
}

type Showing = {
  readonly visit: VisitRow
  readonly extra: ExtraOfVisit
  readonly viewer: Viewer
  readonly mayAsk: boolean
  readonly names: Names
  readonly dayOfMeeting: (id: string) => Day | undefined
  readonly terms: Terms
  readonly language: Language
  readonly place: PlaceSlugs
}

/** Returns what the visit's page says of visits beyond the usual; undefined where there is nothing to say. */
export function extraShown(showing: Showing): ExtraShown | undefined {
  const { visit, extra, viewer, language, place } = showing
  const texts = extraTexts(language)
  const matters = [
    ...extra.needed.filter((it) => !isDecided(visit, it)).map((it) => matterShown(it, showing)),
    ...extra.notAllowed.map((finding) => ({
      key: `none ${String(finding.values.person)}`,
      who: showing.names(String(finding.values.person)),
      matter: texts.matters['extra-visit'],
      state: { tone: 'danger' as const, label: texts.states['not-allowed'] },
      clause: finding.clause,
      reason: '',
    })),
  ]
  if (matters.length === 0 && visit.decisions.length === 0) return undefined
  const toAsk = showing.mayAsk ? askable(visit, extra.needed, viewer) : []
  return {
    matters,
    decisions: visit.decisions.map((it) => decisionShown(it, showing)),
    steps: [
      ...mattersOf(toAsk).map((about) => ({
        label: texts.ask[about],
        href: extraRequestPath(place, visit.id, about),
      })),
    ],
  }
}

/** Returns what the viewer can decide now. */
export function decidable(
  visit: VisitRow,
  needed: readonly NeededDecision[],
  viewer: Viewer,
): readonly NeededDecision[] {
  return needed.filter((it) => !it.tooLate && !isDecided(visit, it) && decidesAs(viewer, it) !== undefined)
}

/** Returns what the viewer can ask for now. */
export function askable(visit: VisitRow, needed: readonly NeededDecision[], viewer: Viewer): readonly NeededDecision[] {
  return needed.filter(
    (it) =>
      !it.tooLate &&
      !isDecided(visit, it) &&
      requestOf(visit, it) === undefined &&
      mayAskFor(viewer, visit, it.personId),
  )
}

/** Returns the matters among these, each once. */
export function mattersOf(needed: readonly NeededDecision[]): readonly ExtraMatter[] {
  return [...new Set(needed.map(({ about }) => about))]
}

/** Returns the request that has been made, or undefined. */
export function requestOf({ requests }: VisitRow, { about, personId }: Pick<NeededDecision, 'about' | 'personId'>) {
  return requests.find((it) => it.about === about && it.personId === personId)
}

function isDecided({ decisions }: VisitRow, { about, personId }: NeededDecision): boolean {
  return decisions.some((it) => it.about === about && it.personId === personId)
}

function matterShown(
  needed: NeededDecision,
  { visit, names, language, terms }: Showing,
): ExtraShown['matters'][number] {
  const texts = extraTexts(language)
  const request = requestOf(visit, needed)
  const late = request === undefined ? 'never-asked' : 'not-decided'
  const code = needed.tooLate ? late : request === undefined ? 'not-asked' : 'asked'
  const asked =
    request === undefined
      ? []
      : [request.reason, texts.asked(names(request.askedById), formatDay(inStockholm(request.askedAt).day, language))]
  return {
    key: `${needed.about} ${needed.personId} ${needed.tooLate}`,
    who: names(needed.personId),
    matter: texts.matters[needed.about],
    state: { tone: needed.tooLate ? 'danger' : 'warning', label: texts.states[code] },
    clause: `${texts.decidesWho(deciderName(needed.decidedBy, language, terms))} (${needed.finding.clause})`,
    reason: asked.join(' – '),
  }
}

/** Returns what the guideline calls the one who decides. */
export function deciderName(role: string, language: Language, terms: Terms): string {
  return wordsOf(language, terms).label(role)
}

function decisionShown(decision: VisitRow['decisions'][number], showing: Showing): ExtraShown['decisions'][number] {
  const { names, language, terms, dayOfMeeting } = showing
  const texts = extraTexts(language)
  const { about, personId, granted, number, decidedAs, decidedOn, delegation, clause, reason, reportedAtId } = decision
  const day = formatDay(decidedOn, language)
  const by = names(decision.decidedBy)
  const meeting = reportedAtId === null ? undefined : dayOfMeeting(reportedAtId)
  const reported = meeting === undefined ? texts.notReported : texts.reportedAt(formatDay(meeting, language))
  const parts = [
    number === null ? '' : texts.number(number, yearOf(decidedOn)),
    decidedAs === '' ? texts.decidedBy(by, day) : texts.decidedAs(deciderName(decidedAs, language, terms), by, day),
    texts.delegationIs(delegation),
    clause === '' ? '' : texts.clauseIs(clause),
    // The parts are joined by dots: the sentence's own would be one too many.
    reason.replace(/\.$/, ''),
    decidedAs === 'committee' ? '' : reported,
  ]
  return {
    key: decision.id,
    what: texts.decision(visitsTexts(language).decisionAbout[about], names(personId), granted),
    basis: parts.filter((it) => it !== '').join(' · '),
  }
}

export type YearRow = {
  readonly key: string
  readonly number: string
  readonly day: string
  readonly unit: string
  readonly state: string
}

/** Returns the person's visits of the year in the engine's own order, those made and those ahead. */
export function yearRows(
  { programme, rules }: Pick<Judgement, 'programme' | 'rules'>,
  about: { readonly visit: VisitRow; readonly personId: string; readonly today: Day },
  language: Language,
): readonly YearRow[] {
  const year = factsUnder(rules, programme, about.today).years.find((it) => it.year === yearOf(about.visit.day))
  const own = (year?.byPerson.get(about.personId) ?? []).filter((it) => it.happened || it.ahead)
  return own.map((it, index) => {
    const state = visitsTexts(language).states[it.visit.state]
    return {
      key: it.id,
      number: String(index + 1),
      day: formatDay(it.day, language),
      unit: unitsOf({ units: it.units.map(({ id, name }) => ({ id, name, areaId: null })) }, language),
      state: it.id === about.visit.id ? `${state} (${extraTexts(language).thisVisit})` : state,
    }
  })
}
