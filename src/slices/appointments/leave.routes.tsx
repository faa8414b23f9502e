import { addDays, isoFromDay } from '../../kernel/date.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { formatDay, type FormState, formOf } from '../../ui/index.ts'
import { listRepresentatives, namesOf } from '../people/index.ts'
import { replacementsPath } from '../visits/participants.paths.ts'
import { appointmentsPath } from './appointments.paths.ts'
import { listAppointments, listGroups } from './appointments.store.ts'
import { endLeave, registerLeave } from './leave.commands.ts'
import { leaveEndPath, leavesPath, newLeavePath } from './leave.paths.ts'
import { getLeave, type LeaveRow, listLeaves } from './leave.store.ts'
import { leaveTexts } from './leave.texts.ts'
import { EndLeavePage, LeavesPage, NewLeavePage } from './leave.views.tsx'

/** Contact politicians' leaves, for the secretary. */
export const leaveRoutes = [
  get('/uppdrag/ledigheter', 'appointments:decide', async (request) => {
    const { language, place, scope } = request
    const texts = leaveTexts(language)
    const { leaves, names } = await request.read(async (tx) => ({
      leaves: await listLeaves(tx, scope, scope.today),
      names: await namesOf(tx, scope),
    }))
    return request.page(
      texts.title,
      <LeavesPage
        language={language}
        notice={texts.notices[request.query('klart') ?? '']}
        appointmentsHref={appointmentsPath(place)}
        newHref={newLeavePath(place)}
        affectedHref={replacementsPath(place)}
        leaves={leaves.map((leave) => ({
          id: leave.id,
          name: names.get(leave.personId) ?? '',
          when: spanOf(leave, request),
          standIn: leave.standInId === null ? undefined : names.get(leave.standInId),
          endHref: leaveEndPath(place, leave.id),
        }))}
      />,
    )
  }),

  get('/uppdrag/ledigheter/ny', 'appointments:decide', (request) => newPage(request)),
  post('/uppdrag/ledigheter/ny', 'appointments:decide', async (request) => {
    const form = await request.form()
    const outcome = await request.run(registerLeave, form)
    // Which visits ahead it touches is what comes next.
    if (outcome.ok) return request.redirect(replacementsPath(request.place, 'leave'))
    return newPage(request, refusedForm(form, outcome, leaveTexts(request.language).errors))
  }),

  get('/uppdrag/ledigheter/:id/avslut', 'appointments:decide', (request) => endPage(request)),
  post('/uppdrag/ledigheter/:id/avslut', 'appointments:decide', async (request) => {
    const form = await request.form()
    const outcome = await request.run(endLeave, { ...form, id: request.id() })
    if (outcome.ok) return request.redirect(leavesPath(request.place, 'ended'))
    return endPage(request, refusedForm(form, outcome, leaveTexts(request.language).errors))
  }),
]

function spanOf({ validFrom, validUntil }: LeaveRow, { language }: PageRequest): string {
  const texts = leaveTexts(language)
  const from = formatDay(validFrom, language)
  return validUntil === null ? texts.open(from) : texts.span(from, formatDay(addDays(validUntil, -1), language))
}

async function newPage(request: PageRequest, refused?: FormState) {
  const { language, place, scope } = request
  const texts = leaveTexts(language)
  const { contacts, representatives } = await request.read(async (tx) => {
    const appointed = await listAppointments(tx, scope, scope.today)
    const groups = await listGroups(tx, scope, scope.today)
    const all = [...appointed, ...groups.flatMap(({ members }) => members)]
    return {
      contacts: [...new Map(all.map(({ personId, name }) => [personId, name]))],
      representatives: await listRepresentatives(tx, scope),
    }
  })
  const byLabel = (one: { readonly label: string }, other: { readonly label: string }) =>
    one.label.localeCompare(other.label, 'sv')
  return request.page(
    texts.newTitle,
    <NewLeavePage
      language={language}
      form={refused ?? formOf({ from: isoFromDay(scope.today) })}
      action={newLeavePath(place)}
      cancelHref={leavesPath(place)}
      persons={contacts.map(([value, label]) => ({ value, label })).sort(byLabel)}
      standIns={representatives
        .map(({ id, name, seatKind }) => ({ value: id, label: `${name} (${texts.seats[seatKind]})` }))
        .sort(byLabel)}
    />,
    refused === undefined ? 200 : 422,
  )
}

async function endPage(request: PageRequest, refused?: FormState) {
  const { language, place, scope } = request
  const { leave, names } = await request.read(async (tx) => ({
    leave: await getLeave(tx, scope, request.id()),
    names: await namesOf(tx, scope),
  }))
  return request.page(
    leaveTexts(language).endTitle,
    <EndLeavePage
      language={language}
      form={refused ?? formOf({ until: isoFromDay(scope.today) })}
      action={leaveEndPath(place, leave.id)}
      cancelHref={leavesPath(place)}
      name={names.get(leave.personId) ?? ''}
    />,
    refused === undefined ? 200 : 422,
  )
}
