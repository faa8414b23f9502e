import {
  describeGuideline,
  factsUnder,
  type FeeLine,
  isFee,
  type Guideline,
  type Interpretations,
  settingsOn,
} from '../../engine/index.ts'
import { type Day, isoFromDay } from '../../kernel/date.ts'
import { inStockholm } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type PersonScope } from '../../platform/scope.ts'
import { formatDay, formatTimeOfDay } from '../../ui/index.ts'
import {
  type ApprovalBasis,
  approvalBasis,
  type ClaimRow,
  listClaims,
  mayApprove,
  needsConfirmation,
} from '../claims/index.ts'
import { listVersions, programmeNames } from '../guidelines/index.ts'
import { listRegisteredFor, onBehalfTexts } from '../people/index.ts'
import { isFirstSignIn } from '../records/index.ts'
import { listOnDesks, waitingHandOvers } from '../reports/index.ts'
import { judgeProgramme } from '../summaries/index.ts'
import { askedFor, listReplacements, visitsTexts } from '../visits/index.ts'
import { visitPath } from '../visits/visits.paths.ts'
import type { Desk, ProgrammeVisit } from './desk.rules.ts'
import { followUpsOf, tasksOf, upcomingVisits } from './overview.rules.ts'
import { startTexts } from './start.texts.ts'
import type { StartPageProps } from './start.views.tsx'
import { listedTask, type TaskContext } from './task.views.tsx'
import type { LinkedEntry } from './timeline.views.tsx'

type Asked = {
  readonly scope: PersonScope
  readonly person: { readonly name: string }
  readonly language: Language
  readonly place: PlaceSlugs
}

/** Returns what is due from the person, in words, from the programme and its findings read at one moment. */
export async function startPage(tx: ReadTx, { scope, person, language, place }: Asked): Promise<StartPageProps> {
  const { today } = scope
  const { programme, evaluation, rules } = await judgeProgramme(tx, scope)
  const settings = settingsOn(rules.guidelines, rules.interpretations, today)
  const claims = await listClaims(tx, scope, { states: ['made', 'confirmed', 'checked', 'approved', 'returned'] })
  const desk: Desk = {
    me: scope,
    today,
    programme,
    facts: factsUnder(rules, programme, today),
    evaluation,
    settings,
    checks: await listOnDesks(tx, scope),
    asked: await askedFor(tx, scope),
    openQuestions: countOpenQuestions(rules, settings?.guidelineId, language, today),
    replacements: may(scope, 'people:act-for') ? firstReplacement(await listReplacements(tx, scope)) : undefined,
    handOvers: await waitingSince(tx, scope),
    claims: waitingClaims(scope, claims, evaluation.feeLines, await approvalBasis(tx, scope, claims, rules.feeRules)),
  }
  const visits = new Map(programme.visits.map((visit) => [visit.id, visit]))
  const meetings = new Map(programme.meetings.map(({ id, day }) => [id, day]))
  const versions = new Map((await listVersions(tx, scope)).map(({ id, key }) => [key, id]))
  const context: TaskContext = {
    language,
    place,
    names: programmeNames(programme),
    visitById: (id) => visits.get(id),
    dayOfMeeting: (id) => meetings.get(id),
    guidelineVersion: (key) => versions.get(key),
  }
  const all = tasksOf(desk)
  const isWaiting = ({ urgency }: { readonly urgency: string }) => urgency === 'waiting'
  const inWords = (tasks: typeof all) => tasks.map((task) => listedTask(task, context))
  return {
    language,
    place,
    firstName: person.name.split(' ')[0] ?? person.name,
    roles: scope.roles,
    tasks: inWords(all.filter((task) => !isWaiting(task))),
    waiting: inWords([...followUpsOf(desk), ...all.filter(isWaiting)]),
    upcoming: upcomingVisits(desk)
      .slice(0, shownVisits)
      .map((visit) => upcomingEntry(visit, context)),
    hasGuideline: settings !== undefined,
    isFirstSignIn: await isFirstSignIn(tx, scope.personId),
    registered: (await listRegisteredFor(tx, scope, { personId: scope.personId, unanswered: true })).map((it) => {
      const texts = onBehalfTexts(language)
      return texts.line(texts.kinds[it.kind], it.about, it.aboutDay)
    }),
  }
}

async function waitingSince(tx: ReadTx, scope: PersonScope): Promise<Desk['handOvers']> {
  const waiting = await waitingHandOvers(tx, scope, scope.personId)
  return waiting && { count: waiting.count, since: inStockholm(waiting.since).day }
}

const shownVisits = 5

function firstReplacement(found: Awaited<ReturnType<typeof listReplacements>>): Desk['replacements'] {
  const [first] = found
  return first && { count: found.length, day: first.visit.day }
}

/** The questions of the guideline in force; before any is, those of what lies on the table. */
function countOpenQuestions(
  {
    guidelines,
    interpretations,
  }: { readonly guidelines: readonly Guideline[]; readonly interpretations: readonly Interpretations[] },
  inForceId: string | undefined,
  language: Language,
  today: Day,
): number {
  const asked = guidelines.filter(({ id, status }) =>
    inForceId === undefined ? status === 'proposal' : id === inForceId,
  )
  const rules = asked.flatMap((guideline) => describeGuideline(guideline, language, today, interpretations))
  return rules.flatMap(({ silent }) => silent).length
}

/** Nobody checks or approves a claim of their own (kommunallagen 6:28, jäv), and each approves what is theirs by role or delegation. */
function waitingClaims(
  scope: PersonScope,
  claims: readonly ClaimRow[],
  lines: readonly FeeLine[],
  { chain, toApprove }: ApprovalBasis,
): Desk['claims'] {
  const lineOf = new Map(lines.filter(isFee).map((line) => [`${line.visit} ${line.person}`, line]))
  const known = claims.flatMap((claim) => {
    const line = lineOf.get(`${claim.visitId} ${claim.personId}`)
    return line === undefined ? [] : [{ claim, line, asksClaimant: needsConfirmation(claim.state, line) }]
  })
  const others = known.filter(({ claim }) => claim.personId !== scope.personId)
  const ready = (state: readonly ClaimRow['state'][]) =>
    others.filter(
      ({ claim, line, asksClaimant }) => state.includes(claim.state) && line.outcome === 'payable' && !asksClaimant,
    )
  const mine = (claim: ClaimRow) => mayApprove(chain, toApprove(claim), scope.personId).ok
  return {
    toConfirm: may(scope, 'claims:confirm')
      ? known
          .filter(({ claim, asksClaimant }) => claim.personId === scope.personId && asksClaimant)
          .map(({ claim }) => claim)
      : [],
    toCheck: may(scope, 'claims:check') ? ready(['made', 'confirmed']).length : 0,
    toApprove: may(scope, 'claims:approve') ? ready(['checked']).filter(({ claim }) => mine(claim)).length : 0,
    toExport: may(scope, 'claims:export') ? claims.filter(({ state }) => state === 'approved').length : 0,
  }
}

function upcomingEntry(
  { id, day, start, state }: ProgrammeVisit,
  { language, place, names }: TaskContext,
): LinkedEntry {
  const texts = startTexts(language)
  return {
    key: id,
    when: formatDay(day, language),
    datetime: isoFromDay(day),
    what: names({ type: 'visit', id }),
    who: texts.at(formatTimeOfDay(start, language), visitsTexts(language).states[state].toLowerCase()),
    state: 'coming',
    href: visitPath(place, id),
  }
}
