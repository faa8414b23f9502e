import { type CoverageRow, factsUnder, type Names } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import { yearOf } from '../../kernel/date.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type PersonScope } from '../../platform/scope.ts'
import { formatDay, type NavigationItem } from '../../ui/index.ts'
import { programmeNames } from '../guidelines/index.ts'
import { judgeProgramme } from '../summaries/index.ts'
import { visitsTexts } from '../visits/index.ts'
import {
  type CoverageLine,
  coverageLines,
  type CoverageSubject,
  coverageSubjects,
  coverageYears,
  isLacking,
  type VisitSteps,
} from './coverage.rules.ts'
import { coverageTexts } from './coverage.texts.ts'
import type { CoverageEntry, CoveragePageProps } from './coverage.views.tsx'
import { coveragePath, unitPath, visitStoryPath } from './overview.paths.ts'
import { seesAllUnits } from './units.rules.ts'

/** What the address asks for; what it says wrongly is left out. */
export type CoverageAsked = {
  readonly subject: string | undefined
  readonly year: string | undefined
  readonly lacking: boolean
  readonly page: string | undefined
}

const rowsOnAPage = 50

/** Returns how far the year's visits have come, for each unit, person or group. */
export async function coveragePage(
  tx: ReadTx,
  { scope, language, place }: { readonly scope: PersonScope; readonly language: Language; readonly place: PlaceSlugs },
  asked: CoverageAsked,
): Promise<CoveragePageProps> {
  const { programme, evaluation, rules } = await judgeProgramme(tx, scope)
  const names = programmeNames(programme)
  const texts = coverageTexts(language)
  const { today } = scope
  const offered = coverageSubjects.filter(
    (it) => it === 'unit' || (seesAllUnits(scope) && (it === 'person' || programme.groups.length > 0)),
  )
  const subject = offered.find((it) => words[it] === asked.subject) ?? 'unit'
  const allYears = coverageYears(programme, today)
  const year = allYears.find((it) => String(it) === asked.year) ?? yearOf(today)
  const known = { programme, evaluation, facts: factsUnder(rules, programme, today), today }
  const lines = coverageLines(scope, known, { subject, year }).filter((line) => !asked.lacking || isLacking(line))
  const nameOf = (id: string) => names({ type: subject, id })
  const entries = lines
    .toSorted((a, b) => nameOf(a.id).localeCompare(nameOf(b.id), 'sv'))
    .flatMap((line) =>
      entriesOf(line, { subject, name: nameOf(line.id), names, language, place, mayOpen: may(scope, 'visits:read') }),
    )
  const pages = Math.max(1, Math.ceil(entries.length / rowsOnAPage))
  const page = Math.min(Math.max(1, Number.parseInt(asked.page ?? '1', 10) || 1), pages)
  const hrefOf = (to: {
    readonly subject?: CoverageSubject
    readonly year?: number
    readonly lacking?: boolean
    readonly page?: number
  }) => {
    const lacking = to.lacking ?? asked.lacking
    return coveragePath(place, {
      subject: words[to.subject ?? subject],
      year: to.year ?? year,
      lacking: lacking ? 'ja' : undefined,
      page: to.page,
    })
  }
  const tab = (label: string, to: Parameters<typeof hrefOf>[0], current: boolean): NavigationItem => ({
    label,
    href: hrefOf(to),
    current,
  })
  return {
    language,
    year,
    subject,
    subjects: offered.map((it) => tab(texts.subject[it], { subject: it }, it === subject)),
    years: allYears.map((it) => tab(String(it), { year: it }, it === year)),
    which: [tab(texts.all, { lacking: false }, !asked.lacking), tab(texts.lacking, { lacking: true }, asked.lacking)],
    onlyLacking: asked.lacking,
    entries: entries.slice((page - 1) * rowsOnAPage, page * rowsOnAPage),
    page,
    pages,
    hrefOf: (to) => hrefOf({ page: to }),
  }
}

const words = { unit: 'enhet', person: 'person', group: 'grupp' } as const

type Shown = {
  readonly subject: CoverageSubject
  readonly name: string
  readonly names: Names
  readonly language: Language
  readonly place: PlaceSlugs
  readonly mayOpen: boolean
}

function entriesOf({ id, rows, visits }: CoverageLine, shown: Shown): readonly CoverageEntry[] {
  const { subject, name, language, place } = shown
  const texts = coverageTexts(language)
  const [first] = rows
  const about = {
    name,
    nameHref: subject === 'unit' ? unitPath(place, id) : undefined,
    due: first === undefined ? undefined : rows.map((row) => dueWords(row, shown)),
    outcome: rows.find(({ outcome }) => outcome !== 'satisfied')?.outcome ?? first?.outcome,
  }
  if (visits.length === 0) {
    const none = { invited: texts.not, answered: texts.not, done: texts.not, reported: texts.not }
    return [{ ...about, ...none, key: id, visit: undefined }]
  }
  return visits.map((steps) => ({
    ...about,
    ...stepWords(steps, shown),
    key: `${id} ${steps.visit}`,
    visit: {
      text: `${formatDay(steps.day, language)} (${visitsTexts(language).states[steps.state].toLowerCase()})`,
      href: shown.mayOpen ? visitStoryPath(place, steps.visit) : undefined,
    },
  }))
}

/** A unit's count of one person's visits names the person, and a person's at one unit the unit. */
function dueWords({ done, booked, least, person, unit }: CoverageRow, { subject, names, language }: Shown): string {
  const texts = coverageTexts(language)
  const due = texts.dueOf(done, booked, least)
  if (subject === 'unit' && person !== undefined) return texts.dueAbout(names({ type: 'person', id: person }), due)
  if (subject === 'person' && unit !== undefined) return texts.dueAbout(names({ type: 'unit', id: unit }), due)
  return due
}

/** Returns the steps of a visit in words, each with its day. */
export function stepWords(
  steps: VisitSteps,
  { subject, language }: { readonly subject: CoverageSubject; readonly language: Language },
) {
  const texts = coverageTexts(language)
  const day = (it: VisitSteps['day'] | undefined, otherwise: string) =>
    it === undefined ? otherwise : formatDay(it, language)
  const answeredOn = day(steps.answeredOn, texts.not)
  const isOver = steps.state === 'declined' || steps.state === 'cancelled' || steps.state === 'missed'
  const state = visitsTexts(language).states[steps.state]
  // The visit has been, and the person was not there.
  const isMade = steps.state === 'held' || steps.state === 'reported'
  return {
    invited: day(steps.invitedOn, texts.not),
    answered:
      steps.asked === 0
        ? texts.not
        : subject === 'person'
          ? texts.ownAnswer(steps.answered === 0 ? texts.notYet : answeredOn)
          : texts.answers(steps.answered, steps.asked, answeredOn),
    done: day(steps.doneOn, isOver ? state : isMade ? texts.absent : texts.notYet),
    reported: isOver ? texts.not : day(steps.reportedOn, texts.notYet),
  }
}
