import { addDays, type Day, isoFromDay } from '../../kernel/date.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { NotFound } from '../../kernel/errors.ts'
import { get, type PageRequest, type PageRoute, post } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, formatDay, formOf, type FormState } from '../../ui/index.ts'
import { settingsFor } from '../guidelines/index.ts'
import {
  addCommitteeNews,
  addReferralEntry,
  changeCommitteeNews,
  changeReferralEntry,
  moveReferralEntry,
  removeCommitteeNews,
  removeReferralEntry,
} from './briefing.commands.ts'
import {
  briefingPath,
  newNewsPath,
  newReferralPath,
  newsEntryPath,
  newsRemovalPath,
  referralMovePath,
  referralPath,
  referralRemovalPath,
} from './briefing.paths.ts'
import { listNews, listReferrals, type NewsRow } from './briefing.store.ts'
import { briefingError, briefingTexts } from './briefing.texts.ts'
import { Briefing, type BriefingProps } from './briefing.views.tsx'
import { NewsForm, ReferralForm } from './briefing-forms.views.tsx'
import { refusedWith } from './refused.page.ts'
import { visitsPath } from './visits.paths.ts'

const refused = refusedWith(briefingError)

/** The committee's own guide to whom one turns, and what is going on in it. */
export const briefingRoutes: readonly PageRoute[] = [
  get('/forberedelser', 'visits:read', (request) => listPage(request)),

  get('/forberedelser/vart/ny', 'preparation:edit', (request) => newReferralPage(request)),
  post('/forberedelser/vart/ny', 'preparation:edit', async (request) => {
    const form = await request.form()
    const outcome = await request.run(addReferralEntry, form)
    if (outcome.ok) return request.redirect(briefingPath(request.place, 'added'))
    return newReferralPage(request, refused(form, outcome, request.language))
  }),
  get('/forberedelser/vart/:id', 'preparation:edit', (request) => referralPage(request)),
  post('/forberedelser/vart/:id', 'preparation:edit', async (request) => {
    const form = await request.form()
    const outcome = await request.run(changeReferralEntry, { ...form, id: request.id() })
    if (outcome.ok) return request.redirect(briefingPath(request.place, 'changed'))
    return referralPage(request, refused(form, outcome, request.language))
  }),
  post('/forberedelser/vart/:id/flytta', 'preparation:edit', async (request) => {
    const form = await request.form()
    const outcome = await request.run(moveReferralEntry, { ...form, id: request.id() })
    if (outcome.ok) return request.redirect(`${briefingPath(request.place, 'moved')}#vart`)
    return listPage(request, refused({}, outcome, request.language))
  }),
  post('/forberedelser/vart/:id/ta-bort', 'preparation:edit', async (request) => {
    const form = await request.form()
    const outcome = await request.run(removeReferralEntry, { ...form, id: request.id() })
    if (outcome.ok) return request.redirect(briefingPath(request.place, 'removed'))
    return listPage(request, refused({}, outcome, request.language))
  }),

  get('/forberedelser/nytt/ny', 'preparation:edit', (request) => newNewsPage(request)),
  post('/forberedelser/nytt/ny', 'preparation:edit', async (request) => {
    const form = await request.form()
    const outcome = await request.run(addCommitteeNews, form)
    if (outcome.ok) return request.redirect(briefingPath(request.place, 'added'))
    return newNewsPage(request, refused(form, outcome, request.language))
  }),
  get('/forberedelser/nytt/:id', 'preparation:edit', (request) => newsPage(request)),
  post('/forberedelser/nytt/:id', 'preparation:edit', async (request) => {
    const form = await request.form()
    const outcome = await request.run(changeCommitteeNews, { ...form, id: request.id() })
    if (outcome.ok) return request.redirect(briefingPath(request.place, 'changed'))
    return newsPage(request, refused(form, outcome, request.language))
  }),
  post('/forberedelser/nytt/:id/ta-bort', 'preparation:edit', async (request) => {
    const form = await request.form()
    const outcome = await request.run(removeCommitteeNews, { ...form, id: request.id() })
    if (outcome.ok) return request.redirect(briefingPath(request.place, 'removed'))
    return listPage(request, refused({}, outcome, request.language))
  }),
]

async function listPage(request: PageRequest, back?: FormState): Promise<Response> {
  const props = await request.read((tx) => briefingProps(tx, request, back ?? emptyForm))
  return request.page(briefingTexts(request.language).title, <Briefing {...props} />, back ? 422 : 200)
}

async function briefingProps(tx: ReadTx, request: PageRequest, form: FormState): Promise<BriefingProps> {
  const { scope, language, place } = request
  const texts = briefingTexts(language)
  const edits = may(scope, 'preparation:edit')
  const settings = await settingsFor(tx, scope, scope.today)
  const news = await listNews(tx, scope, edits ? undefined : scope.today)
  return {
    language,
    visitsHref: visitsPath(place),
    notice: texts.notices[request.query('klart') ?? ''],
    form,
    fixed: (settings?.conversation.referralGuide ?? []).map(({ question, turnTo, basis }) => ({
      question: question[language],
      turnTo: turnTo[language],
      clause: basis.clause,
    })),
    referrals: (await listReferrals(tx, scope)).map((row) => ({
      ...row,
      changeHref: referralPath(place, row.id),
      moveAction: referralMovePath(place, row.id),
    })),
    news: news.map((row) => ({
      ...row,
      period: texts.newsPeriod(formatDay(row.validFrom, language), formatDay(addDays(row.validUntil, -1), language)),
      state: stateOf(row, scope.today, texts),
      changeHref: newsEntryPath(place, row.id),
    })),
    edit: edits ? { newReferralHref: newReferralPath(place), newNewsHref: newNewsPath(place) } : undefined,
  }
}

function stateOf(
  { validFrom, validUntil }: NewsRow,
  today: Day,
  texts: ReturnType<typeof briefingTexts>,
): BriefingProps['news'][number]['state'] {
  if (validUntil <= today) return { tone: 'neutral', label: texts.newsShownBefore }
  return validFrom > today ? { tone: 'info', label: texts.newsShownLater } : { tone: 'good', label: texts.newsShownNow }
}

function newReferralPage(request: PageRequest, back?: FormState): Response {
  const { language, place } = request
  return request.page(
    briefingTexts(language).referralNewTitle,
    <ReferralForm
      language={language}
      form={back ?? emptyForm}
      action={newReferralPath(place)}
      cancelHref={briefingPath(place)}
    />,
    back ? 422 : 200,
  )
}

async function referralPage(request: PageRequest, back?: FormState): Promise<Response> {
  const { language, place, scope } = request
  const rows = await request.read((tx) => listReferrals(tx, scope))
  const row = rows.find(({ id }) => id === request.id())
  if (row === undefined) return gone(request, back)
  const { question, turnTo, reachedBy, version } = row
  return request.page(
    briefingTexts(language).referralChangeTitle,
    <ReferralForm
      language={language}
      form={back ?? formOf({ question, turnTo, reachedBy })}
      action={referralPath(place, row.id)}
      cancelHref={briefingPath(place)}
      existing={{ version, removeAction: referralRemovalPath(place, row.id) }}
    />,
    back ? 422 : 200,
  )
}

/** News is shown for a month unless the one who writes says otherwise. */
const usualDays = 30

function newNewsPage(request: PageRequest, back?: FormState): Response {
  const { language, place, scope } = request
  const usual = { from: isoFromDay(scope.today), to: isoFromDay(addDays(scope.today, usualDays)) }
  return request.page(
    briefingTexts(language).newsNewTitle,
    <NewsForm
      language={language}
      form={back ?? formOf(usual)}
      action={newNewsPath(place)}
      cancelHref={briefingPath(place)}
    />,
    back ? 422 : 200,
  )
}

async function newsPage(request: PageRequest, back?: FormState): Promise<Response> {
  const { language, place, scope } = request
  const rows = await request.read((tx) => listNews(tx, scope))
  const row = rows.find(({ id }) => id === request.id())
  if (row === undefined) return gone(request, back)
  const { text, validFrom, validUntil, version } = row
  const saved = { text, from: isoFromDay(validFrom), to: isoFromDay(addDays(validUntil, -1)) }
  return request.page(
    briefingTexts(language).newsChangeTitle,
    <NewsForm
      language={language}
      form={back ?? formOf(saved)}
      action={newsEntryPath(place, row.id)}
      cancelHref={briefingPath(place)}
      existing={{ version, removeAction: newsRemovalPath(place, row.id) }}
    />,
    back ? 422 : 200,
  )
}

/** Somebody has taken it away while this one changed it: what was typed cannot be saved, and the list says why. */
function gone(request: PageRequest, back: FormState | undefined): Promise<Response> {
  if (back === undefined) throw new NotFound('briefing entry')
  return listPage(request, { values: {}, errors: back.errors.filter(({ field }) => field === '') })
}
