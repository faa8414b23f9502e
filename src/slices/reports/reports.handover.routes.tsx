import { withQuery } from '../../kernel/place.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { emptyForm, formOf, type FormState } from '../../ui/index.ts'
import { answerHandOver, openHandOver, receiveHandOver } from './reports.handover.commands.ts'
import { handOverItem } from './reports.handover.page.ts'
import { handOverAnswerPath, handOverPath, handOverReceivedPath, handOversPath } from './reports.handover.paths.ts'
import { getHandOver, listHandOvers } from './reports.handover.store.ts'
import { handOverTexts } from './reports.handover.texts.ts'
import { reportsPath } from './reports.paths.ts'
import { HandOverList, HandOverPage } from './reports-handover.views.tsx'

/** What was handed over instead of reported: for its sender and its receivers, and nobody else. */
export const handOverRoutes = [
  get('/overlamnat', 'reports:read', async (request) => {
    const { scope, language, place } = request
    const { personId } = scope
    const rows = await request.read((tx) => listHandOvers(tx, scope, { personId }))
    const items = rows.map((row) => ({ row, item: handOverItem(row, { language, place, personId }) }))
    return request.page(
      handOverTexts(language).title,
      <HandOverList
        language={language}
        reportsHref={reportsPath(place)}
        received={items.filter(({ row }) => row.to.some((to) => to.personId === personId)).map(({ item }) => item)}
        sent={items.filter(({ row }) => row.handedOverBy === personId).map(({ item }) => item)}
      />,
    )
  }),

  get('/overlamnat/:id', 'reports:read', (request) => itemPage(request, emptyForm)),

  post('/overlamnat/:id/mottaget', 'hand-overs:receive', async (request) => {
    await request.run(receiveHandOver, { id: request.id() })
    return request.redirect(withQuery(handOverPath(request.place, request.id()), { gjort: 'mottaget' }))
  }),

  post('/overlamnat/:id/svar', 'hand-overs:receive', async (request) => {
    const form = await request.form()
    const outcome = await request.run(answerHandOver, { ...form, id: request.id() })
    if (outcome.ok) return request.redirect(withQuery(handOverPath(request.place, request.id()), { gjort: 'svarat' }))
    return itemPage(request, refusedForm(form, outcome, handOverTexts(request.language).errors))
  }),
]

async function itemPage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const { personId } = scope
  const id = request.id()
  const read = () => request.read((tx) => getHandOver(tx, scope, personId, id))
  const before = await read()
  const mine = before.to.find((to) => to.personId === personId)
  // From now on the sender cannot take it back; written before anything is shown.
  if (mine !== undefined && mine.openedAt === undefined) await request.run(openHandOver, { id })
  const row = mine === undefined ? before : await read()
  const texts = handOverTexts(language)
  const notices = new Map([
    ['mottaget', texts.receivedNow],
    ['svarat', texts.answeredNow],
  ])
  const shown = form.errors.length > 0 ? form : formOf({ answer: row.answer })
  return request.page(
    texts.itemTitle(row.units),
    <HandOverPage
      language={language}
      item={handOverItem(row, { language, place, personId })}
      listHref={handOversPath(place)}
      actions={mine && { receive: handOverReceivedPath(place, id), answer: handOverAnswerPath(place, id) }}
      notice={form.errors.length > 0 ? undefined : notices.get(request.query('gjort') ?? '')}
      form={mine === undefined ? emptyForm : shown}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}
