import type { Settings } from '../../engine/index.ts'
import { addDays } from '../../kernel/date.ts'
import { electionsAround } from '../../kernel/elections.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { formatDayWithWeekday, formatTimeOfDay } from '../../ui/index.ts'
import { listBlocked, listCouncilDates, mayKeepDays, type UnitRow } from '../directory/index.ts'
import { unitDaysPath } from '../directory/unit-days.paths.ts'
import { fullSpans, spanAround } from './booking-limits.rules.ts'
import { bookingLimitsTexts } from './booking-limits.texts.ts'
import type { BookingLimitsPart } from './booking-limits.views.tsx'
import { type Explainer, limitsOf } from './visits.guideline-page.ts'
import { listVisits } from './visits.store.ts'
import { initiatorName } from './visits-words.texts.ts'

/** As far as anybody plans: what is shown beforehand lies within. */
const daysAhead = 365

type About = {
  readonly scope: Scope
  readonly language: Language
  readonly place: PlaceSlugs
  readonly units: readonly UnitRow[]
  readonly settings: Settings
  readonly explain: Explainer
}

/**
 * Returns what to know before a day is chosen: the guideline's limits with clauses, when these units receive no visits, when
 * their councils meet (SOC-07), and what holds for those of private providers.
 */
export async function bookingLimits(tx: ReadTx, about: About): Promise<BookingLimitsPart> {
  const { scope, language, units, settings, explain } = about
  const texts = bookingLimitsTexts(language)
  const unitIds = units.map(({ id }) => id)
  const ahead = { unitIds, from: scope.today, until: addDays(scope.today, daysAhead) }
  const nameOf = (unitId: string) => units.find(({ id }) => id === unitId)?.name ?? ''
  const blocked = await listBlocked(tx, scope, ahead)
  // Everything that lies ahead is told further down; a council where the guideline wants the visit with it (SOC-07).
  const wantsCouncil = settings.visits.withRelativesCouncil.basis !== undefined
  const councils = wantsCouncil ? await listCouncilDates(tx, scope, ahead) : []
  return {
    rules: limitsOf(settings, explain).map(({ text, clause }) => `${text} (${clause})`),
    blocked: [
      ...blocked.map(({ unitId, validFrom, validUntil, reason }) =>
        texts.blocked(nameOf(unitId), validFrom, validUntil, reason),
      ),
      ...electionsAhead(about, ahead.until),
      ...(await fullTimes(tx, about)),
    ],
    councils: councils.map(({ unitId, name, day, startTime, endTime }) =>
      texts.council(
        nameOf(unitId),
        name,
        `${formatDayWithWeekday(day, language)}, ${formatTimeOfDay(startTime, language)}–${formatTimeOfDay(endTime, language)}`,
      ),
    ),
    providers: providersOf(about),
    consulted: consultedOf(about),
  }
}

/** The days before a general election on which nobody visits. */
function electionsAhead({ scope, language, settings }: About, until: number): readonly string[] {
  const { blocked } = settings.visits
  const days = blocked.value === 'silent' ? undefined : blocked.value.beforeElectionDays
  if (days === undefined) return []
  return electionsAround(scope.today)
    .filter((day) => day >= scope.today && addDays(day, -days) < until)
    .map((day) => bookingLimitsTexts(language).election(addDays(day, -days), addDays(day, 1)))
}

/** The weeks and months that are full. */
async function fullTimes(tx: ReadTx, { scope, language, units, settings }: About): Promise<readonly string[]> {
  const { quotas } = settings.visits
  if (quotas.length === 0) return []
  // A month that has begun counts from its first day.
  const from = spanAround(scope.today, 'month').from
  const { personId: _reader, ...everybody } = scope
  const visits = await listVisits(
    tx,
    { ...everybody, today: addDays(from, -6) },
    {
      when: 'upcoming',
      states: ['proposed', 'booked', 'held', 'reported'],
      unitIds: units.map(({ id }) => id),
    },
  )
  return units.flatMap(({ id, name }) =>
    quotas.flatMap((quota) =>
      fullSpans(visits, id, quota)
        .filter(({ until }) => until > scope.today)
        .map((span) => bookingLimitsTexts(language).full(name, span.from, span.until)),
    ),
  )
}

/** What the guideline says of units that private providers run, and whether there is the agreement that it asks for. */
function providersOf({ scope, language, place, units, settings }: About): BookingLimitsPart['providers'] {
  const texts = bookingLimitsTexts(language)
  const { value, basis } = settings.appointment.privateProviders
  if (basis === undefined) return []
  const rule = value === 'silent' ? 'unanswered' : value
  return units
    .filter(({ operatedBy }) => operatedBy === 'private')
    .map(({ id, name, agreementFrom, agreementUntil }) => ({
      id,
      rule: `${texts.provider[rule](name)} (${basis.clause}).`,
      agreement:
        rule !== 'by-agreement'
          ? undefined
          : agreementFrom === null
            ? texts.notAgreed
            : texts.agreed(agreementFrom, agreementUntil),
      days: mayKeepDays(scope, id) ? { href: unitDaysPath(place, id), label: texts.unitDays(name) } : undefined,
    }))
}

function consultedOf({ language, settings }: About): BookingLimitsPart['consulted'] {
  const { value, basis } = settings.visits.consulted
  if (value === 'silent' || basis === undefined || value.length === 0) return undefined
  return {
    clause: basis.clause,
    choices: value.map((role) => ({ value: role, label: initiatorName(role, language, settings.terms) })),
  }
}
