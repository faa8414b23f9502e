import { capital } from '../../kernel/language.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { isoFromDay } from '../../kernel/date.ts'
import { NotAllowed, NotFound } from '../../kernel/errors.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { type FormState, formOf } from '../../ui/index.ts'
import { settingsFor } from '../guidelines/index.ts'
import { noteNotice } from './planning.commands.ts'
import { visitNoticePath } from './planning.paths.ts'
import { declineGuidance, noticeGuidance } from './planning.rules.ts'
import { planningTexts } from './planning.texts.ts'
import { DeclineView, NoticeView } from './planning.views.tsx'
import { visitMovePath } from './times.paths.ts'
import { concernedBy, declineVisit } from './visits.commands.ts'
import { titleOf } from './visits.page.ts'
import { visitDeclinePath, visitPath } from './visits.paths.ts'
import { refusedVisitForm } from './visits.refused-page.ts'
import { mayNoteAttendance, mayPlan } from './visits.rules.ts'
import { getVisit } from './visits.store.ts'
import { visitFormTexts } from './visits-forms.texts.ts'

/** Declining a visit, and noting when notice of it was given. */
export const planningRoutes = [
  get('/besok/:id/avbojt', 'visits:plan', (request) => declinePage(request)),
  post('/besok/:id/avbojt', 'visits:plan', async (request) => {
    const form = await request.form()
    const outcome = await request.run(declineVisit, { ...form, visit: request.id() })
    if (outcome.ok) return request.redirect(visitPath(request.place, request.id(), 'declined'))
    return declinePage(request, refusedVisitForm(form, outcome, request.language))
  }),

  get('/besok/:id/forvarning', 'visits:attend', (request) => noticePage(request)),
  post('/besok/:id/forvarning', 'visits:attend', async (request) => {
    const form = await request.form()
    const outcome = await request.run(noteNotice, { ...form, visit: request.id() })
    if (outcome.ok) return request.redirect(visitPath(request.place, request.id()))
    return noticePage(request, refusedVisitForm(form, outcome, request.language))
  }),
]

function read({ read: reading, scope, id }: PageRequest) {
  return reading(async (tx) => {
    const visit = await getVisit(tx, scope, id())
    return { visit, settings: await settingsFor(tx, scope, visit.day) }
  })
}

async function declinePage(request: PageRequest, refused?: FormState) {
  const { language, place, scope } = request
  const { visit, settings } = await read(request)
  if (!mayPlan(scope, concernedBy(visit))) throw new NotAllowed('visits.decline')
  return request.page(
    visitFormTexts(language).endings.decline.title,
    <DeclineView
      language={language}
      form={refused ?? formOf({})}
      action={visitDeclinePath(place, visit.id)}
      version={visit.version}
      backHref={visitPath(place, visit.id)}
      about={titleOf(visit, language)}
      guidance={declineGuidance(settings)}
      moveHref={visitMovePath(place, visit.id)}
    />,
    refused === undefined ? 200 : 422,
  )
}

async function noticePage(request: PageRequest, refused?: FormState) {
  const { language, place, scope } = request
  const { visit, settings } = await read(request)
  const guidance = noticeGuidance(settings, visit.form)
  if (guidance === undefined) throw new NotFound('notice')
  if (!mayNoteAttendance(scope, concernedBy(visit))) throw new NotAllowed('visits.note-notice')
  const words = wordsOf(language, settings?.terms ?? [])
  const start = { on: visit.noticeOn === null ? '' : isoFromDay(visit.noticeOn), says: visit.noticeSays }
  return request.page(
    planningTexts(language).noticeTitle,
    <NoticeView
      language={language}
      form={refused ?? formOf(start)}
      action={visitNoticePath(place, visit.id)}
      version={visit.version}
      backHref={visitPath(place, visit.id)}
      about={titleOf(visit, language)}
      guidance={guidance}
      says={guidance.says.map((code) => ({ value: code, label: capital(words.label(code)) }))}
    />,
    refused === undefined ? 200 : 422,
  )
}
