import { settingsOn } from '../../engine/index.ts'
import { type Day, isoFromDay, parseDay } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import { get, type PageRequest, type PageRoute } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, type FormState } from '../../ui/index.ts'
import { listBlocked, listCouncilDates, listMeetings, listUnits } from '../directory/index.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { calendarWeeks, periodName } from './visits-calendar.page.ts'
import { type CalendarSpan, calendarPeriod, calendarSpans, isShownYear, periodKey } from './visits-calendar.rules.ts'
import { visitsCalendarTexts } from './visits-calendar.texts.ts'
import { VisitsCalendarView } from './visits-calendar.views.tsx'
import { initiatorGuidance } from './visits.guidance.rules.ts'
import { newVisitPath, visitsCalendarPath, visitsPath } from './visits.paths.ts'
import { couldInitiate, seesWholeCommittee } from './visits.rules.ts'
import { sayRefusal } from './visits-refusals.texts.ts'
import { listVisits } from './visits.store.ts'

/** The visits by month and week, at `/besok/kalender`. */
export const calendarRoutes: readonly PageRoute[] = [get('/besok/kalender', 'visits:read', calendarPage)]

async function calendarPage(request: PageRequest) {
  const { scope, language, place } = request
  const texts = visitsCalendarTexts(language)
  const span = spanOf(request.query('vy'))
  const asked = request.query('dag') ?? ''
  const day = dayAsked(asked, scope.today)
  const isMine = request.query('vems') === 'mina' && scope.roles.includes('politician')
  const whose = isMine ? 'mina' : undefined
  const period = calendarPeriod(span, day ?? scope.today)
  const { content, rules } = await request.read(async (tx) => {
    const seen = (await listUnits(tx, scope)).filter(
      ({ id }) => seesWholeCommittee(scope) || scope.managedUnitIds.includes(id),
    )
    const unitName = (id: string) => seen.find((unit) => unit.id === id)?.name ?? ''
    const of = { unitIds: seen.map(({ id }) => id), from: period.from, until: period.until }
    const blocked = isMine ? [] : await listBlocked(tx, scope, of)
    const councils = isMine ? [] : await listCouncilDates(tx, scope, of)
    return {
      rules: await rulesInForce(tx, scope),
      content: {
        visits: await listVisits(tx, scope, { within: period, ...(isMine && { personId: scope.personId }) }),
        meetings: may(scope, 'meetings:read') ? await listMeetings(tx, scope) : [],
        blocked: blocked.map(({ id, unitId, validFrom, validUntil }) => ({
          id,
          unit: unitName(unitId),
          from: validFrom,
          until: validUntil,
        })),
        councils: councils.map(({ id, unitId, name, day: on, startTime, endTime }) => ({
          id,
          unit: unitName(unitId),
          name,
          day: on,
          start: startTime,
          end: endTime,
        })),
      },
    }
  })
  const settings = settingsOn(rules.guidelines, rules.interpretations, scope.today)
  const by = settings && initiatorGuidance(settings)?.by
  const at = (start: Day) =>
    visitsCalendarPath(place, { span: spanWords[span], day: periodKey({ span, start }), whose })
  const view = (it: CalendarSpan) => ({
    label: texts[it],
    href: visitsCalendarPath(place, { span: spanWords[it], day: isoFromDay(day ?? scope.today), whose }),
    current: it === span,
  })
  const mine = (label: string, vems: string | undefined) => ({
    label,
    href: visitsCalendarPath(place, { span: spanWords[span], day: periodKey(period), whose: vems }),
    current: vems === whose,
  })
  const name = periodName(period, language)
  return request.page(
    texts.titleOf(name),
    <VisitsCalendarView
      language={language}
      span={span}
      name={name}
      weeks={calendarWeeks(period, content, { language, place, today: scope.today })}
      views={[{ label: texts.list, href: visitsPath(place), current: false }, ...calendarSpans.map(view)]}
      whose={
        scope.roles.includes('politician') ? [mine(texts.everybodys, undefined), mine(texts.mine, 'mina')] : undefined
      }
      isMine={isMine}
      previousHref={at(period.previous)}
      nextHref={at(period.next)}
      todayHref={at(calendarPeriod(span, scope.today).start)}
      action={visitsCalendarPath(place)}
      hidden={[['vy', spanWords[span]], ...(whose === undefined ? [] : [['vems', whose] as const])]}
      form={formAsked(asked, day, language)}
      newHref={may(scope, 'visits:initiate') && couldInitiate(scope, by) ? newVisitPath(place) : undefined}
    />,
  )
}

const spanWords = { month: 'manad', week: 'vecka' } as const

function spanOf(word: string | undefined): CalendarSpan {
  return word === spanWords.week ? 'week' : 'month'
}

/** A day, or a month that stands for its first day; undefined for what is neither or too far away to have anything. */
function dayAsked(text: string, today: Day): Day | undefined {
  const day = parseDay(/^\d{4}-\d{2}$/.test(text.trim()) ? `${text.trim()}-01` : text)
  return day !== undefined && isShownYear(day, today) ? day : undefined
}

/** What was typed and cannot be read stands in the field, with how a day is written. */
function formAsked(text: string, day: Day | undefined, language: Language): FormState {
  if (day !== undefined || text === '') return emptyForm
  const errors = [{ field: 'dag', message: sayRefusal(language, 'visits.day-invalid') }]
  return { values: { dag: text.slice(0, 40) }, errors }
}
