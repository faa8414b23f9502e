import { inStockholm } from '../../kernel/instant.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { emptyForm, type FormState } from '../../ui/index.ts'
import { leavesPath } from '../appointments/leave.paths.ts'
import { inviteParticipant, removeParticipant } from './participants.commands.ts'
import { participantsPage, replacementsPage } from './participants.page.ts'
import { participantsPath, replacementsPath } from './participants.paths.ts'
import { participantsTexts } from './participants.texts.ts'
import { ParticipantsView, ReplacementsView } from './participants.views.tsx'
import { refusedVisitForm } from './visits.refused-page.ts'
import { getVisit } from './visits.store.ts'

/** Who takes part in a visit, and the visits where somebody needs to be replaced: for the secretary. */
export const participantsRoutes = [
  get('/besok/ersattare', 'people:act-for', (request) => replacements(request)),
  post('/besok/ersattare', 'people:act-for', async (request) => {
    const form = await request.form()
    const outcome = await request.run(removeParticipant, form)
    if (outcome.ok) return request.redirect(replacementsPath(request.place, 'replaced'))
    return replacements(request, refusedVisitForm({}, outcome, request.language))
  }),

  get('/besok/:id/deltagare', 'people:act-for', (request) => participants(request)),
  post('/besok/:id/deltagare', 'people:act-for', async (request) => {
    const { what, ...form } = await request.form()
    const visit = request.id()
    const isInviting = fieldText({ what: what ?? '' }, 'what') === 'invite'
    const outcome = isInviting
      ? await request.run(inviteParticipant, { ...form, visit })
      : await request.run(removeParticipant, { ...form, visit })
    if (outcome.ok) return request.redirect(participantsPath(request.place, visit, isInviting ? 'invited' : 'removed'))
    return participants(request, refusedVisitForm(form, outcome, request.language))
  }),
]

async function participants(request: PageRequest, refused?: FormState) {
  const { language, place, scope } = request
  const page = await request.read(async (tx) => participantsPage(tx, request, await getVisit(tx, scope, request.id())))
  const texts = participantsTexts(language)
  return request.page(
    texts.title,
    <ParticipantsView
      {...page}
      language={language}
      form={refused ?? emptyForm}
      action={participantsPath(place, request.id())}
      notice={texts.notices[request.query('klart') ?? '']}
    />,
    refused === undefined ? 200 : 422,
  )
}

async function replacements(request: PageRequest, refused?: FormState) {
  const { language, place, scope, now } = request
  const visits = await request.read((tx) => replacementsPage(tx, { scope, language, place, now: inStockholm(now) }))
  const texts = participantsTexts(language)
  return request.page(
    texts.replacementsTitle,
    <ReplacementsView
      language={language}
      form={refused ?? emptyForm}
      action={replacementsPath(place)}
      notice={texts.replacementNotices[request.query('klart') ?? '']}
      leavesHref={leavesPath(place)}
      visits={visits}
    />,
    refused === undefined ? 200 : 422,
  )
}
