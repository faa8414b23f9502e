import {
  describeGuideline,
  factsUnder,
  type Names,
  type Programme,
  type Settings,
  settingsOn,
  sourceTitles,
  newsOf,
  termsOf,
} from '../../engine/index.ts'
import { type Day, isoFromDay, isWithin, yearOf } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type PersonScope } from '../../platform/scope.ts'
import { formatDay } from '../../ui/index.ts'
import { getUnit, mayKeepDays } from '../directory/index.ts'
import { unitDaysPath } from '../directory/unit-days.paths.ts'
import { inOrderOfWeight, type Judgement, programmeNames, shownFinding } from '../guidelines/index.ts'
import { guidelinePath } from '../guidelines/guidelines.paths.ts'
import { getMunicipality } from '../municipalities/index.ts'
import { listHolders } from '../people/index.ts'
import { listReports, restrictionTexts } from '../reports/index.ts'
import { reportPath } from '../reports/reports.paths.ts'
import { judgeProgramme } from '../summaries/index.ts'
import { visitsTexts } from '../visits/index.ts'
import { newVisitPath, visitPath } from '../visits/visits.paths.ts'
import { stepWords } from './coverage.page.ts'
import { reportDays, stepsOf } from './coverage.rules.ts'
import { overviewTexts } from './overview.texts.ts'
import { coveragePath, unitPath, unitsPath, visitStoryPath } from './overview.paths.ts'
import type { UnitPageProps } from './unit.views.tsx'
import {
  findingsAbout,
  glanceOf,
  glances,
  type Known,
  mayBook,
  maySeeUnit,
  seesAllUnits,
  type UnitGlance,
} from './units.rules.ts'
import type { UnitLine, UnitsPageProps } from './units.views.tsx'

type Asked = { readonly scope: PersonScope; readonly language: Language; readonly place: PlaceSlugs }

/** Returns the units that the person may see, by name. */
export async function unitsPage(tx: ReadTx, { scope, language, place }: Asked): Promise<UnitsPageProps> {
  const { programme, evaluation, rules } = await judgeProgramme(tx, scope)
  const names = programmeNames(programme)
  const texts = overviewTexts(language)
  const lineOf = ({ unit, contacts, last, next, visitsThisYear, outcome }: UnitGlance): UnitLine => ({
    id: unit.id,
    href: unitPath(place, unit.id),
    name: unit.name,
    area: unit.area === undefined ? '' : names({ type: 'area', id: unit.area }),
    contacts: contacts.map((id) => names({ type: 'person', id })).join(', ') || texts.noContacts,
    last: last === undefined ? texts.never : formatDay(last.day, language),
    next: next === undefined ? texts.notBooked : formatDay(next.day, language),
    visitsThisYear,
    outcome,
  })
  const lines = glances(scope, {
    programme,
    evaluation,
    facts: factsUnder(rules, programme, scope.today),
    today: scope.today,
  }).map(lineOf)
  return {
    language,
    lines: lines.toSorted((a, b) => a.name.localeCompare(b.name, 'sv')),
    coverageHref: coveragePath(place),
    hasAreas: programme.areas.length > 0,
    year: yearOf(scope.today),
    isOwn: !seesAllUnits(scope),
  }
}

/** Returns one unit's page. Throws `NotFound` when there is none or the person may not see it. */
export async function unitPage(tx: ReadTx, { scope, language, place }: Asked, id: string): Promise<UnitPageProps> {
  if (!maySeeUnit(scope, id)) throw new NotFound('unit')
  const row = await getUnit(tx, scope, id)
  const judgement = await judgeProgramme(tx, scope)
  const { programme, evaluation, rules } = judgement
  const facts = factsUnder(rules, programme, scope.today)
  const known: Known = { programme, evaluation, facts, today: scope.today }
  const unit = programme.units.find((it) => it.id === id)
  if (unit === undefined) throw new NotFound('unit')
  const names = programmeNames(programme)
  const settings = settingsOn(rules.guidelines, rules.interpretations, scope.today)
  const glance = glanceOf(unit, known)
  const groupMembers = membersToday(programme, scope.today)
  const managers = await listHolders(tx, scope, 'manager', { unitIds: [id] })
  const { functionAddress } = await getMunicipality(tx, scope.municipalityId)
  const texts = overviewTexts(language)
  const reported = reportDays(programme, scope.today)
  const persons = new Map(programme.persons.map((it) => [it.id, it]))
  return {
    language,
    unitsHref: unitsPath(place),
    name: row.name,
    kind: row.kind,
    area: unit.area === undefined ? undefined : names({ type: 'area', id: unit.area }),
    operatedBy: row.operatedBy,
    location: row.location,
    relativesCouncil: row.relativesCouncil,
    consent:
      settings?.appointment.needsUnitConsent.basis === undefined
        ? undefined
        : { on: row.consentOn === null ? undefined : formatDay(row.consentOn, language) },
    mission: row.missionDescription,
    managers: [...new Set(managers.map(({ name }) => name))].join(', '),
    contacts: glance.contacts.map((contact) => ({
      id: contact,
      name: names({ type: 'person', id: contact }),
      bloc: persons.get(contact)?.bloc ?? null,
    })),
    byGroups: groupMembers.length > 0,
    functionAddress,
    reach: reachRules(settings, judgement, language, scope.today),
    guidelineHref: guidelinePath(place),
    last: glance.last === undefined ? texts.never : formatDay(glance.last.day, language),
    next: glance.next === undefined ? texts.notBooked : formatDay(glance.next.day, language),
    visitsThisYear: glance.visitsThisYear,
    year: yearOf(scope.today),
    outcome: glance.outcome,
    book: mayBook(scope, settings, {
      unitId: id,
      hasConsent: row.consentOn !== null,
      contacts: glance.contacts,
      groupMembers,
    })
      ? { href: newVisitPath(place, { unit: id }), isCall: isCall(settings) }
      : undefined,
    daysHref: mayKeepDays(scope, id) ? unitDaysPath(place, id) : undefined,
    news: [...glance.contacts, ...groupMembers].includes(scope.personId)
      ? newsEntries(known, { person: scope.personId, unit: id, language, place, names })
      : undefined,
    visits: programme.visits
      .filter(({ units }) => units.includes(id))
      .toSorted((a, b) => b.day - a.day)
      .map((visit) => ({
        id: visit.id,
        day: formatDay(visit.day, language),
        state: visitsTexts(language).states[visit.state],
        ...stepWords(stepsOf(visit, reported.get(visit.id)), { subject: 'unit', language }),
        href: may(scope, 'visits:read') ? visitPath(place, visit.id) : undefined,
        storyHref: may(scope, 'visits:read') ? visitStoryPath(place, visit.id) : undefined,
      })),
    reports: may(scope, 'reports:read')
      ? (await listReports(tx, scope, { state: 'final' }))
          .filter(({ units }) => units.some((it) => it.id === id))
          .map((report) => ({
            id: report.id,
            href: reportPath(place, report.id),
            visitDay: formatDay(report.visitDay, language),
            authors: [
              report.authors.map(({ name }) => name).join(', '),
              ...(report.isRestricted ? [restrictionTexts(language).mark] : []),
            ].join(' · '),
          }))
      : undefined,
    findings: inOrderOfWeight(findingsAbout(unit, known)).map((finding) => {
      const shown = shownFinding(finding, language, names, sourceTitles(rules.guidelines), termsOf(rules.guidelines))
      const { subject, day } = finding
      if (subject.type !== 'visit' || day === undefined) return shown
      return { ...shown, text: overviewTexts(language).aboutVisit(formatDay(day, language), shown.text) }
    }),
  }
}

function membersToday({ groups }: Programme, today: Day): readonly string[] {
  const standing = groups.filter((group) => isWithin(today, group))
  return standing.flatMap(({ members }) => members.filter((it) => isWithin(today, it)).map(({ person }) => person))
}

function isCall(settings: Settings | undefined): boolean {
  const by = settings?.visits.initiator.value
  return by === 'manager' || by === 'administration'
}

/** The rules that make a politician a known face and reachable, read back (SNB-03, HED-17). */
function reachRules(
  settings: Settings | undefined,
  { rules }: Judgement,
  language: Language,
  today: Day,
): UnitPageProps['reach'] {
  if (settings === undefined) return []
  const guideline = rules.guidelines.find(({ id }) => id === settings.guidelineId)
  const described = guideline === undefined ? [] : describeGuideline(guideline, language, today, rules.interpretations)
  return [settings.role.reachableFor.basis, settings.role.knownFaceFor.basis].flatMap((basis) => {
    const rule = described.find(({ id, kind }) => id === basis?.rule && kind === basis.kind)
    return rule === undefined ? [] : [{ rule: rule.sentence, clause: rule.clause, source: settings.title }]
  })
}

type NewsOf = {
  readonly person: string
  readonly unit: string
  readonly language: Language
  readonly place: PlaceSlugs
  readonly names: Names
}

/** What happened at the unit since the person's own last visit (HED-18): visits by others, final reports, meetings that took one up. */
function newsEntries(
  { programme, facts, today }: Known,
  { person, unit, language, place, names }: NewsOf,
): UnitPageProps['news'] {
  const texts = overviewTexts(language)
  const { since, visits, reports } = newsOf(facts, { person, unit, today })
  const meetings = new Map(programme.meetings.map(({ id, day }) => [id, day]))
  const days = new Map(programme.visits.map(({ id, day }) => [id, day]))
  const atUnit = new Set(programme.visits.filter(({ units }) => units.includes(unit)).map(({ id }) => id))
  const takenUp = programme.reports
    .filter(({ visit, final, form }) => atUnit.has(visit) && (final !== undefined || form === 'oral'))
    .flatMap(({ id, visit, meeting, oralAt, discussedAt }) =>
      [...new Set([meeting, oralAt, discussedAt])].flatMap((it) => {
        const day = it === undefined ? undefined : meetings.get(it)
        return day === undefined || day > today || day <= (since ?? -1)
          ? []
          : [{ key: `${id} ${it}`, day, about: days.get(visit) }]
      }),
    )
  const entries = [
    ...visits.map(({ id, day, attendees }) => ({
      day,
      entry: {
        key: id,
        what: texts.newsVisit,
        who: attendees.map((it) => names({ type: 'person', id: it.person })).join(', '),
        href: visitPath(place, id),
      },
    })),
    ...reports.flatMap(({ id, final, authors }) =>
      final === undefined
        ? []
        : [
            {
              day: final,
              entry: {
                key: id,
                what: texts.newsReport,
                who: authors.map((it) => names({ type: 'person', id: it })).join(', '),
                href: reportPath(place, id),
              },
            },
          ],
    ),
    ...takenUp.map(({ key, day, about }) => ({
      day,
      entry: {
        key,
        what: texts.newsMeeting,
        who: about === undefined ? undefined : texts.reportOf(formatDay(about, language)),
        href: undefined,
      },
    })),
  ]
  return {
    since: since === undefined ? undefined : formatDay(since, language),
    entries: entries
      .toSorted((a, b) => b.day - a.day)
      .map(({ day, entry }) => ({ ...entry, when: formatDay(day, language), datetime: isoFromDay(day) })),
  }
}
