import { isoFromDay, parseDay, yearOf } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import { formatKronor } from '../../kernel/money.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { isId } from '../../platform/ids.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, formatDay, formatTimeOfDay, type FormState, formOf } from '../../ui/index.ts'
import { rulesInForce } from '../guidelines/index.ts'
import { payableKinds } from './claims.asked.rules.ts'
import { enterMeeting, removeEntered } from './claims.other-time.commands.ts'
import { newOtherTimePath, otherTimePath, otherTimeRemovalPath } from './claims.other-time.paths.ts'
import {
  countMeetings,
  type EnteredMeeting,
  getMeeting,
  listMeetings,
  listSeated,
  meetingYears,
} from './claims.other-time.store.ts'
import { otherTimeTexts } from './claims.other-time.texts.ts'
import { NewMeetingPage, OtherTimePage, RemoveMeetingPage } from './claims.other-time.views.tsx'
import { kindNamesFor } from './payroll.preview.page.ts'

const perPage = 50

/** Meetings that are entered from minutes, so that caps and overlapping times are right. */
export const otherTimePages = [
  get('/arvoden/ovrig-tid', 'claims:read-all', (request) => meetingList(request)),
  get('/arvoden/ovrig-tid/ny', 'fee-terms:edit', (request) =>
    newMeeting(request, formOf({ day: isoFromDay(request.scope.today) })),
  ),
  post('/arvoden/ovrig-tid/ny', 'fee-terms:edit', async (request) => {
    const form = await request.form()
    const outcome = await request.run(enterMeeting, form)
    if (outcome.ok) {
      // A meeting of another year is shown among those of its year.
      const day = parseDay(fieldText(form, 'day').trim())
      return request.redirect(otherTimePath(request.place, { year: day && yearOf(day), done: 'inlagd' }))
    }
    return newMeeting(request, refusedForm(form, outcome, otherTimeTexts(request.language).errors))
  }),
  get('/arvoden/ovrig-tid/:id/borttagande', 'fee-terms:edit', (request) => removal(request, emptyForm)),
  post('/arvoden/ovrig-tid/:id/borttagande', 'fee-terms:edit', async (request) => {
    const form = await request.form()
    const outcome = await request.run(removeEntered, { ...form, id: request.id() })
    if (outcome.ok) return request.redirect(otherTimePath(request.place, { done: 'borttagen' }))
    return removal(request, refusedForm(form, outcome, otherTimeTexts(request.language).errors))
  }),
]

async function meetingList(request: PageRequest): Promise<Response> {
  const { language, place, scope } = request
  const texts = otherTimeTexts(language)
  const asked = request.query('person')
  const person = asked !== undefined && isId(asked) ? asked : undefined
  const written = /^(19|20|21)\d{2}$/.exec(request.query('ar') ?? '')?.[0]
  const year = written === undefined ? yearOf(scope.today) : Number(written)
  const filter = { year, personId: person }
  const found = await request.read(async (tx) => {
    const pages = Math.max(1, Math.ceil((await countMeetings(tx, scope, filter)) / perPage))
    const page = Math.min(Math.max(1, Number.parseInt(request.query('sida') ?? '', 10) || 1), pages)
    const meetings = await listMeetings(tx, scope, filter, { limit: perPage, offset: (page - 1) * perPage })
    const years = new Set([yearOf(scope.today), year, ...(await meetingYears(tx, scope))])
    const nameOf = await kindNamesFor(tx, scope, language)
    return { pages, page, meetings, years, nameOf, persons: await listSeated(tx, scope) }
  })
  const done = { inlagd: texts.entered, borttagen: texts.removed }[request.query('klart') ?? '']
  const props = {
    ...found,
    language,
    place,
    year,
    person,
    done,
    years: [...found.years].sort((a, b) => b - a),
    persons: found.persons.map(({ id, name }) => ({ value: id, label: name })),
    meetings: found.meetings.map((meeting) => shown(meeting, language, found.nameOf)),
    mayEdit: may(scope, 'fee-terms:edit'),
  }
  return request.page(texts.title, <OtherTimePage {...props} />)
}

function shown(meeting: EnteredMeeting, language: Language, nameOf: (kind: string) => string) {
  const { id, personName, day, start, end, kind, amount, body, minutesOf } = meeting
  return {
    id,
    person: personName,
    day: formatDay(day, language),
    time: `${formatTimeOfDay(start, language)}–${formatTimeOfDay(end, language)}`,
    kind: nameOf(kind),
    amount: formatKronor(amount),
    body,
    minutesOf,
  }
}

async function newMeeting(request: PageRequest, form: FormState): Promise<Response> {
  const { language, place, scope } = request
  const { persons, kinds, nameOf } = await request.read(async (tx) => ({
    persons: await listSeated(tx, scope),
    kinds: payableKinds((await rulesInForce(tx, scope)).feeRules, []).filter(({ group }) => group === 'fee'),
    nameOf: await kindNamesFor(tx, scope, language),
  }))
  const props = {
    language,
    form,
    action: newOtherTimePath(place),
    cancelHref: otherTimePath(place),
    persons: persons.map(({ id, name }) => ({ value: id, label: name })),
    kinds: kinds.map(({ kind }) => ({ value: kind, label: nameOf(kind) })),
  }
  return request.page(otherTimeTexts(language).newTitle, <NewMeetingPage {...props} />, statusOf(form))
}

async function removal(request: PageRequest, form: FormState): Promise<Response> {
  const { language, place, scope } = request
  const texts = otherTimeTexts(language)
  const meeting = await request.read((tx) => getMeeting(tx, scope, request.id()))
  const { person, day, time, body, amount } = shown(meeting, language, (kind) => kind)
  const props = {
    language,
    form,
    action: otherTimeRemovalPath(place, meeting.id),
    cancelHref: otherTimePath(place),
    who: person,
    what: texts.removeWhat(body, day, time, amount),
  }
  return request.page(texts.removeTitle(person), <RemoveMeetingPage {...props} />, statusOf(form))
}

function statusOf(form: FormState): 200 | 422 {
  return form.errors.length > 0 ? 422 : 200
}
