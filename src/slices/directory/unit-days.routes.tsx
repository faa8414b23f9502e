import { addDays, isoFromDay } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import { refuse } from '../../kernel/result.ts'
import type { Command, Outcome } from '../../platform/command.ts'
import { get, type PageRequest, post, type RawForm } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { formatDay, formatDayWithWeekday, type FormState, formatTimeOfDay, formOf } from '../../ui/index.ts'
import { unitPath, unitsPath } from '../overview/overview.paths.ts'
import { getUnit } from './directory.store.ts'
import { addCouncil, blockDays, noteAgreement, noteConsent, removeCouncil, unblockDays } from './unit-days.commands.ts'
import { type UnitDaysNotice, unitDaysPath } from './unit-days.paths.ts'
import { mayKeepDays, registersForUnits } from './unit-days.rules.ts'
import { listBlocked, listCouncilDates } from './unit-days.store.ts'
import { unitDaysTexts } from './unit-days.texts.ts'
import { type UnitDaysForm, UnitDaysView } from './unit-days.views.tsx'

/** What each form of the page does, and what is said when it is done. The form names itself in the field `what`. */
const acts = {
  block: { run: running(blockDays), notice: 'blocked' },
  unblock: { run: running(unblockDays), notice: 'unblocked' },
  council: { run: running(addCouncil), notice: 'council' },
  'remove-council': { run: running(removeCouncil), notice: 'council-removed' },
  consent: { run: running(noteConsent), notice: 'consent' },
  agreement: { run: running(noteAgreement), notice: 'agreement' },
} satisfies { readonly [F in UnitDaysForm]: Act }

type Act = { readonly run: Run; readonly notice: UnitDaysNotice }
type Run = (request: PageRequest, input: RawForm) => Promise<Outcome<unknown>>

function running<Input, Output>(command: Command<Input, Output>): Run {
  return (request, input) => request.run(command, input)
}

/** A unit's days, for its manager and the secretary. */
export const unitDaysRoutes = [
  get('/enheter/:id/tider', 'visits:plan', (request) => daysPage(request)),

  post('/enheter/:id/tider', 'visits:plan', async (request) => {
    const { what: sent = '', ...form } = await request.form()
    const unit = request.id()
    const act = new Map<unknown, Act>(Object.entries(acts)).get(sent)
    const outcome = act === undefined ? refuse('form-unreadable') : await act.run(request, { ...form, unit })
    if (outcome.ok) return request.redirect(unitDaysPath(request.place, unit, act?.notice))
    return daysPage(request, refusedForm(form, outcome, unitDaysTexts(request.language).errors))
  }),
]

async function daysPage(request: PageRequest, refused?: FormState) {
  const { language, place, scope } = request
  const id = request.id()
  if (!mayKeepDays(scope, id)) throw new NotFound('unit')
  const { unit, blocked, councils } = await request.read(async (tx) => ({
    unit: await getUnit(tx, scope, id),
    blocked: await listBlocked(tx, scope, { unitIds: [id], from: scope.today }),
    councils: await listCouncilDates(tx, scope, { unitIds: [id], from: scope.today }),
  }))
  const texts = unitDaysTexts(language)
  const isSecretary = registersForUnits(scope)
  const start = formOf({
    name: texts.councilDefault,
    consentOn: unit.consentOn === null ? '' : isoFromDay(unit.consentOn),
    agreementFrom: unit.agreementFrom === null ? '' : isoFromDay(unit.agreementFrom),
    agreementThrough: unit.agreementUntil === null ? '' : isoFromDay(addDays(unit.agreementUntil, -1)),
  })
  return request.page(
    texts.title(unit.name),
    <UnitDaysView
      language={language}
      // What was typed in one form leaves the others as they were.
      form={refused === undefined ? start : { ...refused, values: { ...start.values, ...refused.values } }}
      action={unitDaysPath(place, id)}
      unit={{ name: unit.name, href: unitPath(place, id) }}
      unitsHref={unitsPath(place)}
      notice={texts.notices[request.query('klart') ?? '']}
      blocked={blocked.map(({ id: key, validFrom, validUntil, reason }) => ({
        id: key,
        days: texts.span(formatDay(validFrom, language), formatDay(addDays(validUntil, -1), language)),
        reason: reason === '' ? texts.noReason : reason,
      }))}
      councils={councils.map(({ id: key, name, day, startTime, endTime }) => ({
        id: key,
        name,
        day: formatDay(day, language),
        when: `${formatDayWithWeekday(day, language)}, ${formatTimeOfDay(startTime, language)}–${formatTimeOfDay(endTime, language)}`,
      }))}
      asksConsent={isSecretary}
      asksAgreement={isSecretary && unit.operatedBy === 'private'}
    />,
    refused === undefined ? 200 : 422,
  )
}
