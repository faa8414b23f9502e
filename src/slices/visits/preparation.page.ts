import { factsUnder, newsOf, type Settings, topicWeight } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import type { Day } from '../../kernel/date.ts'
import { formatInstant, type Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type PersonScope } from '../../platform/scope.ts'
import { type Definition, formatDay, formatDayWithWeekday } from '../../ui/index.ts'
import { newContactPath } from './contacts.paths.ts'
import { getUnit, type UnitRow } from '../directory/index.ts'
import { type Judgement, programmeNames, settingsFor } from '../guidelines/index.ts'
import { meetingPath } from '../meetings/meetings.paths.ts'
import { listHolders, namesOf } from '../people/index.ts'
import { reportPath } from '../reports/reports.paths.ts'
import type { LaterPreparation } from './preparation.basis.ts'
import { keptPreparationPath } from './briefing.paths.ts'
import { listNews, listReferrals } from './briefing.store.ts'
import { listUnitChanges } from './preparation.store.ts'
import { preparationTexts } from './preparation.texts.ts'
import type { PreparationPageProps, TopicGroup } from './preparation.views.tsx'
import { judgeVisit, type LaterFacts } from './visits.basis.ts'
import { explainer, preparationOf } from './visits.guideline-page.ts'
import { namer, type Names, unitsOf } from './visits.page.ts'
import { visitPath, visitPreparationPath, visitsPath } from './visits.paths.ts'
import { getVisit, type VisitRow } from './visits.store.ts'
import { visitsTexts } from './visits.texts.ts'

/** What visits are judged and prepared by, and later slices own. Given where the slices are put together. */
export type Later = { readonly facts: LaterFacts; readonly preparation: LaterPreparation }

type Asked = {
  readonly scope: PersonScope
  readonly language: Language
  readonly place: PlaceSlugs
  readonly now: Instant
  readonly visitId: string
  /** What has just been done, as the address says it. */
  readonly notice: string | undefined
}

/** So many of the things that happened at a unit are told, for one who has never been there. */
const mostNews = 10

/** Returns all that is read before the visit. Parts about which there is nothing to say are empty. Throws `NotFound` like `getVisit`. */
export async function preparationPage(tx: ReadTx, asked: Asked, later: Later): Promise<PreparationPageProps> {
  const { scope, language, place } = asked
  const texts = preparationTexts(language)
  const visit = await getVisit(tx, scope, asked.visitId)
  const judgement = await judgeVisit(tx, scope, visit.id, later.facts)
  const names = namer(await namesOf(tx, scope), language)
  const settings = await settingsFor(tx, scope, visit.day)
  const units: UnitRow[] = []
  for (const { id } of visit.units) units.push(await getUnit(tx, scope, id))
  const unitIds = units.map(({ id }) => id)
  const managers = await listHolders(tx, scope, 'manager', { unitIds })
  const explain = explainer(judgement.rules, visit.day, language, programmeNames(judgement.programme))
  const said = settings && preparationOf(settings, explain, language)
  const own = await listReferrals(tx, scope)
  const before = await later.preparation(tx, scope, unitIds)
  const isInvited = visit.invitations.some(({ personId }) => personId === scope.personId)
  const isRead = visit.prepared.some(({ personId }) => personId === scope.personId)
  const isAhead = visit.state === 'proposed' || visit.state === 'booked'
  const where = unitsOf(visit, language)
  return {
    language,
    title: texts.title(where),
    notice: asked.notice === 'prepared' ? texts.noted : undefined,
    crumbs: [
      { label: texts.toVisits, href: visitsPath(place) },
      { label: visitsTexts(language).visitTo(where), href: visitPath(place, visit.id) },
    ],
    keepHref: keptPreparationPath(place, visit.id),
    keptAt: texts.keptAt(formatInstant(asked.now, language)),
    fileName: texts.fileName(where, formatDay(visit.day, language)),
    facts: factsOf(visit, {
      language,
      addresses: units.flatMap(({ name, location }) =>
        location === '' ? [] : [units.length === 1 ? location : `${name}: ${location}`],
      ),
      managers: wordsOf(language).list([...new Set(managers.map(({ name }) => name))]),
      names,
    }),
    programme: visit.programme,
    topics: settings === undefined ? [] : topicsOf(settings, language),
    principles: said?.principles,
    excluded: said?.excluded,
    secrecy: said?.secrecy,
    referral: said?.referral,
    ownReferral: own.map(({ question, turnTo, reachedBy }) => texts.referral(question, turnTo, reachedBy)),
    quality: said?.qualityReport,
    mission: {
      materials: said?.materials,
      documents: units.map(({ id, name, missionDescription }) => ({ id, unit: name, text: missionDescription })),
      readBy: wordsOf(language).list(visit.prepared.map(({ personId }) => names(personId))),
      noteAction:
        isAhead && isInvited && !isRead && said?.readingIsNoted === true
          ? visitPreparationPath(place, visit.id)
          : undefined,
    },
    unitNews: isInvited ? await unitNews(tx, asked, judgement, { visit, names }) : [],
    reports: before.reports.map(({ id, visitDay, authors }) => ({
      key: id,
      text: texts.report(formatDay(visitDay, language), wordsOf(language).list(authors)),
      href: reportPath(place, id),
    })),
    proposals: before.proposals.map(({ text, visitDay }) => texts.proposal(text, formatDay(visitDay, language))),
    committee: {
      news: (await listNews(tx, scope, scope.today)).map(({ id, text }) => ({ id, text })),
      facts: meetingFacts(before, language),
      meetingHref: before.meeting && meetingPath(place, before.meeting.id),
      discussion: (before.meeting?.discussion ?? []).map(({ units: at, visitDay, points }) => ({
        heading: texts.discussion(wordsOf(language).list(at), formatDay(visitDay, language)),
        points,
      })),
    },
    contactHref: may(scope, 'contacts:note') ? newContactPath(place, unitIds[0]) : undefined,
  }
}

type FactWords = {
  readonly language: Language
  readonly addresses: readonly string[]
  readonly managers: string
  readonly names: Names
}

function factsOf(visit: VisitRow, { language, addresses, managers, names }: FactWords): readonly Definition[] {
  const texts = preparationTexts(language)
  const { timeRange, noPlace } = visitsTexts(language)
  const going = visit.invitations.filter(({ answer }) => answer !== 'declined')
  const all: readonly Definition[] = [
    ...(visit.timesOpen
      ? [
          {
            term: texts.time,
            description: [
              texts.timesOpen,
              visit.times
                .map(({ day, start, end }) => `${formatDayWithWeekday(day, language)} ${timeRange(start, end)}`)
                .join('; '),
            ].join(' '),
          },
        ]
      : [
          { term: texts.day, description: formatDayWithWeekday(visit.day, language) },
          { term: texts.time, description: timeRange(visit.start, visit.end) },
        ]),
    { term: texts.place, description: visit.place === '' ? noPlace : visit.place },
    { term: texts.address, description: addresses.join('; ') },
    { term: texts.forum, description: visit.forum },
    { term: texts.toMeet, description: visit.toMeet },
    { term: texts.receivedBy, description: managers },
    {
      term: texts.going,
      description: going
        .map(({ personId, answer }) => `${names(personId)} (${texts.answers[answer ?? 'none']})`)
        .join('; '),
    },
  ]
  return all.filter(({ description }) => description !== '')
}

/** The topics by audience, each with its clause and how strongly the guideline wants it taken up (HED-09, SNB-01). */
function topicsOf({ conversation, terms }: Settings, language: Language): readonly TopicGroup[] {
  const texts = preparationTexts(language)
  const found = conversation.topics.flatMap(({ audiences, topic, binding, basis }) => {
    const said = texts.weights[topicWeight({ binding, basis })](basis.clause)
    return audiences.map((audience) => ({ audience, topic: topic[language], said }))
  })
  const words = wordsOf(language, terms)
  return [...Map.groupBy(found, ({ audience }) => audience)].map(([audience, topics]) => ({
    heading: texts.topicsWith(words.label(audience)),
    parts: [...Map.groupBy(topics, ({ said }) => said)].map(([said, those]) => ({
      said,
      topics: those.map(({ topic }) => topic),
    })),
  }))
}

/** What has happened at each unit since the person was there (HED-18): visits, reports, who has to do with the unit. */
async function unitNews(
  tx: ReadTx,
  { scope, language, place }: Asked,
  { programme, rules }: Judgement,
  { visit, names }: { readonly visit: VisitRow; readonly names: Names },
): Promise<PreparationPageProps['unitNews']> {
  const texts = preparationTexts(language)
  const facts = factsUnder(rules, programme, scope.today)
  const told = (ids: readonly string[]) =>
    wordsOf(language).list(ids.filter((id) => id !== scope.personId).map((id) => names(id)))
  const parts: PreparationPageProps['unitNews'][number][] = []
  for (const { id, name } of visit.units) {
    const { since, visits, reports } = newsOf(facts, { person: scope.personId, unit: id, today: scope.today })
    const changes = since === undefined ? [] : await listUnitChanges(tx, scope, id, since)
    const on = (day: Day) => formatDay(day, language)
    const entries = [
      ...visits.map((it) => ({
        day: it.day,
        key: it.id,
        text: texts.newsVisit(on(it.day), told(it.attendees.map(({ person }) => person))),
        href: visitPath(place, it.id),
      })),
      ...reports.flatMap(({ id: report, final, authors }) =>
        final === undefined
          ? []
          : [
              {
                day: final,
                key: report,
                text: texts.newsReport(on(final), told(authors)),
                href: may(scope, 'reports:read') ? reportPath(place, report) : undefined,
              },
            ],
      ),
      ...changes
        .filter(({ personId }) => personId !== scope.personId)
        .map(({ kind, day, personId }) => ({
          day,
          key: `${kind} ${personId} ${day}`,
          text: texts.changes[kind](on(day), names(personId)),
          href: undefined,
        })),
    ]
    parts.push({
      id,
      heading: texts.newsHeading(name),
      since: since === undefined ? texts.newsFirst : texts.newsSince(on(since)),
      entries: entries.toSorted((a, b) => b.day - a.day).slice(0, mostNews),
    })
  }
  return parts.filter(({ entries }) => entries.length > 0)
}

function meetingFacts(
  { meeting, deadline }: Awaited<ReturnType<LaterPreparation>>,
  language: Language,
): readonly Definition[] {
  const texts = preparationTexts(language)
  const day = meeting && formatDayWithWeekday(meeting.day, language)
  return [
    ...(meeting === undefined || day === undefined
      ? []
      : [{ term: texts.nextMeeting, description: meeting.place === '' ? day : `${day}, ${meeting.place}` }]),
    ...(deadline === undefined
      ? []
      : [{ term: texts.nextDeadline, description: formatDayWithWeekday(deadline, language) }]),
  ]
}
