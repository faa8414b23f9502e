import { type FeeLine, type FeeRules, wordsOf } from '../../engine/index.ts'
import { formatKronor } from '../../kernel/money.ts'
import type { Language } from '../../kernel/language.ts'
import { formatTimeOfDay, type FormState, formOf } from '../../ui/index.ts'
import { attendanceFields, type AttendanceChanges, type PersonChange } from './visits.attendance.rules.ts'
import type { Attending, Met } from './visits.changes.store.ts'
import type { CorrectionPreview, FeeChange } from './visits.correction.rules.ts'
import type { VisitRow } from './visits.store.ts'
import { attendanceTexts } from './visits-attendance.texts.ts'
import type { CorrectionProps, Compared } from './visits-correction.views.tsx'

/** Returns the form as it begins: what is noted already, or the planned times for all who have not said no. */
export function attendanceStart(
  visit: VisitRow,
  { persons, others }: { readonly persons: readonly string[]; readonly others: readonly string[] },
  language: Language,
): FormState {
  const isNoted = visit.attendance.length > 0
  const declined = new Set(visit.invitations.flatMap((it) => (it.answer === 'declined' ? [it.personId] : [])))
  // One who is on leave, or was taken off, is not among the invited: they can have come all the same, and are not ticked.
  const isAwaited = (id: string) =>
    !declined.has(id) && (visit.invitations.length === 0 || visit.invitations.some(({ personId }) => personId === id))
  const people = [...persons, ...others].flatMap((id) => {
    const noted = visit.attendance.find(({ personId }) => personId === id)
    const standsIn = visit.invitations.some((it) => it.personId === id && it.standsInForId !== null)
    const isOther = others.includes(id)
    const came = isNoted ? noted !== undefined : !isOther && isAwaited(id)
    const { start, end } = noted ?? visit
    return [
      ...ticked(attendanceFields.came(id), came),
      [attendanceFields.start(id), formatTimeOfDay(start, language)],
      [attendanceFields.end(id), formatTimeOfDay(end, language)],
      ...ticked(attendanceFields.serving(id), noted?.serving ?? (standsIn || isOther)),
      ...ticked(attendanceFields.paidWork(id), noted?.withinPaidWork ?? false),
    ]
  })
  const met = visit.met.flatMap((it) => [
    [attendanceFields.met(it.audience), it.met ? 'yes' : 'no'],
    [attendanceFields.count(it.audience), it.count === null ? '' : String(it.count)],
    [attendanceFields.why(it.audience), it.explanation],
  ])
  return formOf(Object.fromEntries([...people, ...met, ...ticked('brokenOff', visit.brokenOff)]))
}

function ticked(field: string, isTicked: boolean) {
  return isTicked ? [[field, 'yes']] : []
}

/** Whether any of the fee rules treats time that an employer pays otherwise than other time. */
export function asksPaidWork(feeRules: readonly FeeRules[]): boolean {
  return feeRules.some(
    ({ withinPaidWork, lostEarnings }) => withinPaidWork !== undefined || lostEarnings?.notWithinPaidWork === true,
  )
}

const carried = /^(?:(?:came|start|end|serving|paidwork|met|count|why)\..+|onBehalfOf|brokenOff(?:At|Reason)?|reason)$/

/** Returns what was filled in, to be sent again by the one who confirms. */
export function carriedFields(form: FormState['values']): CorrectionProps['fields'] {
  return Object.entries(form).flatMap(([name, value]) => {
    const text = typeof value === 'string' ? value : (value[0] ?? '')
    return carried.test(name) && text !== '' ? [[name, text] as const] : []
  })
}

type Showing = {
  readonly language: Language
  readonly names: (personId: string) => string
  /** What a kind of people is called. */
  readonly audience: (code: string) => string
  /** What the units of another visit are called. */
  readonly unitsOf: (visitId: string) => string
  readonly visitId: string
  /** Whether the viewer may see what this person is paid. */
  readonly seesFeeOf: (personId: string) => boolean
}

/** Returns what changes in attendance and audiences, in words. */
export function shownChanges(
  changes: AttendanceChanges,
  { language, names, audience }: Showing,
): Pick<CorrectionProps, 'persons' | 'met' | 'brokenOff'> {
  const texts = attendanceTexts(language)
  const metText = (it: Met | undefined) =>
    it === undefined ? texts.unnoted : it.met ? texts.metYes(it.count) : texts.metNo(it.explanation)
  return {
    persons: changes.persons.map(
      ({ personId, before, after }: PersonChange): Compared => ({
        key: personId,
        what: names(personId),
        before: attendingText(before, language),
        after: attendingText(after, language),
      }),
    ),
    met: changes.met.map(({ audience: code, before, after }) => ({
      key: code,
      what: audience(code),
      before: metText(before),
      after: metText(after),
    })),
    brokenOff: changes.brokenOff && texts.brokenOffChange[changes.brokenOff.after ? 'on' : 'off'],
  }
}

/** Returns one's times with what is marked beside them, or that they did not come. */
export function attendingText(it: Attending | undefined, language: Language): string {
  const texts = attendanceTexts(language)
  if (it === undefined) return texts.absent
  const marks = [...(it.serving ? [texts.servingMark] : []), ...(it.withinPaidWork ? [texts.paidWorkMark] : [])]
  return [texts.range(it.start, it.end), ...marks].join(', ')
}

/** Returns the fees before and after: amounts for those whom the viewer may see, the others by name alone. */
export function shownFees(
  { fees }: Pick<CorrectionPreview, 'fees'>,
  { language, names, unitsOf, visitId, seesFeeOf }: Showing,
): Pick<CorrectionProps, 'fees' | 'feesOfOthers'> {
  const texts = attendanceTexts(language)
  const feeText = (line: FeeLine | undefined) => {
    if (line === undefined) return texts.feeNone
    const outcome = texts.feeOutcomes[line.outcome]
    if (line.outcome === 'payable') return formatKronor(line.amount)
    return line.expected === undefined ? outcome : texts.feeAmount(formatKronor(line.expected), outcome)
  }
  const shown = fees.filter(({ person }) => seesFeeOf(person))
  const hidden = new Set(fees.flatMap(({ person }) => (seesFeeOf(person) ? [] : [names(person)])))
  return {
    fees: shown.map(
      (change: FeeChange, index): Compared => ({
        key: String(index),
        what:
          change.visit === visitId
            ? names(change.person)
            : texts.feeOfOther(names(change.person), unitsOf(change.visit), change.day),
        before: feeText(change.before),
        after: change.stands ? texts.feeStands : feeText(change.after),
      }),
    ),
    feesOfOthers: wordsOf(language).list([...hidden]),
  }
}
