import { type FeeLine, isFee, type Programme, sourceTitles, termsOf } from '../../engine/index.ts'
import { type Day, isoFromDay } from '../../kernel/date.ts'
import { endOfDay, formatInstant, fromStockholm, type Instant, isoFromInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type PersonScope } from '../../platform/scope.ts'
import { formatDay, formatDayWithWeekday, formatTimeOfDay } from '../../ui/index.ts'
import { type ClaimRow, claimsTexts, listClaims, listDecisions } from '../claims/index.ts'
import { claimPath } from '../claims/claims.paths.ts'
import { inOrderOfWeight, programmeNames, shownFinding } from '../guidelines/index.ts'
import { meetingPath } from '../meetings/meetings.paths.ts'
import { namesOf, onBehalfTexts } from '../people/index.ts'
import { findReportOfVisit, type ReportRow } from '../reports/index.ts'
import { reportPath } from '../reports/reports.paths.ts'
import { judgeProgramme } from '../summaries/index.ts'
import {
  getVisit,
  listVisitEvents,
  type VisitEventRow,
  type VisitRow,
  visitsTexts,
  sayEventNote,
  sayWhoChanged,
} from '../visits/index.ts'
import { visitPath } from '../visits/visits.paths.ts'
import { unitPath } from './overview.paths.ts'
import { overviewTexts } from './overview.texts.ts'
import type { StoryPageProps } from './story.views.tsx'
import type { LinkedEntry } from './timeline.views.tsx'
import { maySeeUnit } from './units.rules.ts'

type Asked = { readonly scope: PersonScope; readonly language: Language; readonly place: PlaceSlugs }

/** Something that happened, with when for sorting. */
type Moment = { readonly at: Instant; readonly entry: LinkedEntry }

type Telling = Asked & { readonly nameOf: (id: string | null) => string }

/** Returns everything that happened around the visit that the person may see. Throws `NotFound` like `getVisit`. */
export async function storyPage(tx: ReadTx, asked: Asked, id: string): Promise<StoryPageProps> {
  const { scope, language, place } = asked
  const visit = await getVisit(tx, scope, id)
  const events = await listVisitEvents(tx, scope, id)
  const report = may(scope, 'reports:read') ? await findReportOfVisit(tx, scope, id) : undefined
  const claims = await listClaims(tx, scope, { visitId: id })
  const { programme, evaluation, rules } = await judgeProgramme(tx, scope, { visit: id })
  const titleOf = sourceTitles(rules.guidelines)
  const terms = termsOf(rules.guidelines)
  const allNames = await namesOf(tx, scope)
  const texts = overviewTexts(language)
  const telling: Telling = {
    ...asked,
    nameOf: (person) => (person === null ? texts.automatically : (allNames.get(person) ?? texts.somebody)),
  }
  const moments = [
    // The report tells of itself where the reader may see it.
    ...events
      .filter(({ kind }) => kind !== 'reported' || report === undefined)
      .map((event) => eventMoment(event, telling)),
    visitMoment(visit, telling),
    ...(report === undefined ? [] : reportMoments(report, telling)),
    ...meetingMoments(programme, report, telling),
    ...(await claimMoments(tx, claims, telling)),
  ]
  const where = visit.units.map(({ name }) => name).join(', ')
  const unit = visit.units.find((it) => maySeeUnit(scope, it.id))
  const findings = evaluation.findings.map((finding) => ({ outcome: finding.outcome, finding }))
  const shown = (isMet: boolean) =>
    inOrderOfWeight(
      findings.filter(({ outcome }) => (outcome === 'satisfied') === isMet).map(({ finding }) => finding),
    ).map((finding) => shownFinding(finding, language, programmeNames(programme), titleOf, terms))
  return {
    language,
    visitHref: visitPath(place, id),
    unitHref: unit && unitPath(place, unit.id),
    where,
    when: formatDayWithWeekday(visit.day, language),
    entries: moments.toSorted((a, b) => a.at - b.at).map(({ entry }) => entry),
    fees: claims.map((claim) => feeRow(claim, evaluation.feeLines, asked)),
    open: shown(false),
    met: shown(true),
  }
}

function eventMoment(
  { id, kind, at, personId, concernsId, onBehalf, byLink, note }: VisitEventRow,
  { language, nameOf }: Telling,
): Moment {
  const who =
    sayWhoChanged({ kind, personId, concernsId }, nameOf, language) ??
    (concernsId !== null && concernsId !== personId && onBehalf && personId !== null
      ? onBehalfTexts(language).by(nameOf(concernsId), nameOf(personId))
      : concernsId !== null && concernsId !== personId
        ? overviewTexts(language).forSomebody(nameOf(personId), nameOf(concernsId))
        : nameOf(personId))
  return {
    at,
    entry: {
      key: id,
      when: formatInstant(at, language),
      datetime: isoFromInstant(at),
      what: visitsTexts(language).events[kind],
      who:
        onBehalf && (concernsId === null || concernsId === personId)
          ? visitsTexts(language).onBehalf(nameOf(personId))
          : byLink
            ? visitsTexts(language).byLink(who)
            : who,
      detail: sayEventNote({ kind, note }, language) || undefined,
    },
  }
}

function visitMoment({ id, day, start, end, state }: VisitRow, { language, scope }: Telling): Moment {
  const texts = overviewTexts(language)
  const isAhead = state === 'proposed' || state === 'booked'
  return {
    at: fromStockholm(day, start),
    entry: {
      key: `visit ${id}`,
      when: formatDay(day, language),
      datetime: isoFromDay(day),
      what: isAhead ? texts.visitComing : texts.visitItself,
      who: `${formatTimeOfDay(start, language)}–${formatTimeOfDay(end, language)}, ${visitsTexts(language).states[state].toLowerCase()}`,
      state: day > scope.today ? 'coming' : day === scope.today ? 'current' : 'past',
    },
  }
}

function reportMoments(
  { id, form, startedAt, finalAt, finalBy, finalRegisteredById, registrationNumber, authors }: ReportRow,
  telling: Telling,
): readonly Moment[] {
  const { language, place, nameOf } = telling
  const texts = overviewTexts(language)
  const entry = (at: Instant, key: string, what: string, who: string): Moment => ({
    at,
    entry: {
      key: `${key} ${id}`,
      when: formatInstant(at, language),
      datetime: isoFromInstant(at),
      what,
      who,
      href: reportPath(place, id),
    },
  })
  const final =
    finalAt === null
      ? []
      : [
          entry(
            finalAt,
            'final',
            texts.reportFinal,
            [
              finalRegisteredById === null
                ? nameOf(finalBy)
                : onBehalfTexts(language).by(nameOf(finalBy), nameOf(finalRegisteredById)),
              registrationNumber,
            ]
              .filter((it) => it !== null)
              .join(', '),
          ),
        ]
  // An oral report is begun and made in the same moment: one entry says it.
  if (form === 'oral') return final
  return [entry(startedAt, 'started', texts.reportStarted, authors.map(({ name }) => name).join(', ')), ...final]
}

/** What a meeting did, or will do, with the report: the manager of a unit sees it without the way to the meeting's page. */
function meetingMoments(
  programme: Programme,
  report: ReportRow | undefined,
  { language, place, scope }: Telling,
): readonly Moment[] {
  const texts = overviewTexts(language)
  const known = programme.reports.find(({ id }) => id === report?.id)
  if (known === undefined || report?.state !== 'final') return []
  const { form, meeting, oralAt, discussedAt, toManager } = known
  const entry = (key: string, day: Day, what: string, href: string | undefined): Moment => ({
    // After what was done on the day itself.
    at: endOfDay(day),
    entry: {
      key: `${key} ${known.id}`,
      when: formatDay(day, language),
      datetime: isoFromDay(day),
      what,
      href,
      state: day > scope.today ? 'coming' : 'past',
    },
  })
  const at = (id: string | undefined, key: string, what: string) => {
    const found = programme.meetings.find((it) => it.id === id)
    return found === undefined
      ? []
      : [entry(key, found.day, what, may(scope, 'meetings:read') ? meetingPath(place, found.id) : undefined)]
  }
  return [
    ...(toManager === undefined ? [] : [entry('manager', toManager, texts.sentToManager, undefined)]),
    ...(form === 'oral'
      ? at(oralAt, 'oral', texts.reportOral)
      : [...at(meeting, 'paper', texts.reportPaper), ...at(oralAt, 'summed', texts.reportSummed)]),
    ...at(discussedAt, 'discussed', texts.reportDiscussed),
  ]
}

async function claimMoments(
  tx: ReadTx,
  claims: readonly ClaimRow[],
  { scope, language, place, nameOf }: Telling,
): Promise<readonly Moment[]> {
  const texts = overviewTexts(language)
  const claimants = new Map(claims.map(({ id, personId }) => [id, personId]))
  const decisions = await listDecisions(tx, scope, [...claimants.keys()])
  return [
    ...claims.map(({ id, madeAt, personId }) => ({
      at: madeAt,
      entry: {
        key: `made ${id}`,
        when: formatInstant(madeAt, language),
        datetime: isoFromInstant(madeAt),
        what: texts.claimMadeFor(nameOf(personId)),
        href: claimPath(place, id),
      },
    })),
    ...decisions.map(({ id, claimId, kind, at, personId, registeredById }) => ({
      at,
      entry: {
        key: id,
        when: formatInstant(at, language),
        datetime: isoFromInstant(at),
        what: texts.claimStep(claimsTexts(language).steps[kind], nameOf(claimants.get(claimId) ?? null)),
        who: registeredById ? onBehalfTexts(language).by(nameOf(personId), nameOf(registeredById)) : nameOf(personId),
        href: claimPath(place, claimId),
      },
    })),
  ]
}

function feeRow(
  { id, visitId, personId, personName, state }: ClaimRow,
  lines: readonly FeeLine[],
  { language, place }: Asked,
): StoryPageProps['fees'][number] {
  const line = lines.find((it) => isFee(it) && it.visit === visitId && it.person === personId)
  return {
    id,
    href: claimPath(place, id),
    name: personName,
    state: claimsTexts(language).states[state],
    amount: line?.outcome === 'payable' || line?.outcome === 'not-payable' ? line.amount : undefined,
  }
}
