import type { PlaceSlugs } from '../../kernel/place.ts'
import { type PublicMunicipality, type PublicRequest, publicGet, publicPost } from '../../platform/http/public.ts'
import { systemScope } from '../../platform/scope.ts'
import { hashToken } from '../../platform/tokens.ts'
import { signInPath } from '../accounts/accounts.paths.ts'
import { type Reply, replyByLink } from './reply.commands.ts'
import { replyPath } from './reply.paths.ts'
import { replyState } from './reply.rules.ts'
import { findReplyLink, listCommitteesOf } from './reply.store.ts'
import { replyTexts } from './reply.texts.ts'
import { RepliedPage, ReplyPage } from './reply.views.tsx'
import { visitPath } from './visits.paths.ts'
import { sayRefusal } from './visits-refusals.texts.ts'
import { listVisits, type VisitRow } from './visits.store.ts'

/**
 * The page that the link in an invitation leads to. Opening it changes nothing: programs that look through mail open
 * every link. That a link does not answer any more is written in the log, so it is limited like a form.
 */
export const replyRoutes = [
  publicGet(
    '/:municipality/svar/:token',
    async (request) => {
      const asked = await findAsked(request)
      const token = request.param('token')
      const state = replyState(asked.link, asked.visit, request.now)
      if (state !== 'open' || asked.visit === undefined) {
        if (asked.place && state !== 'times') await answer(request, asked, { token })
        return repliedPage(request, asked, { state: state === 'open' ? 'unknown' : state })
      }
      return replyPage(request, asked.municipality, asked.visit)
    },
    { writes: true },
  ),

  publicPost('/:municipality/svar/:token', async (request) => {
    const asked = await findAsked(request)
    const { answer: said } = await request.form()
    const isOpen = replyState(asked.link, asked.visit, request.now) === 'open'
    if (isOpen && asked.visit && said !== 'accepted' && said !== 'declined')
      return replyPage(request, asked.municipality, asked.visit, true)
    const outcome = asked.place && (await answer(request, asked, { token: request.param('token'), answer: said }))
    if (!outcome?.ok) return repliedPage(request, asked, { state: 'unknown' })
    return repliedPage(request, asked, outcome.value)
  }),
]

type Asked = {
  readonly municipality: PublicMunicipality
  readonly link: Awaited<ReturnType<typeof findReplyLink>>
  readonly visit: VisitRow | undefined
  /** The committee of the visit, if the person still has a part in it. */
  readonly place: (PlaceSlugs & { readonly committeeId: string }) | undefined
}

/** A link says nothing of its committee: it is looked for in those where the person has a role today. */
async function findAsked(request: PublicRequest): Promise<Asked> {
  const municipality = await request.municipality()
  const municipalityId = municipality.id
  const { link, committees } = await request.read({ municipalityId }, async (tx) => {
    const found = await findReplyLink(tx, hashToken(request.param('token')))
    return { link: found, committees: found ? await listCommitteesOf(tx, found.personId, request.today) : [] }
  })
  for (const { id: committeeId, slug } of link ? committees : []) {
    const scope = systemScope({ municipalityId, committeeId, today: request.today })
    const [visit] = await request.read(scope, (tx) => listVisits(tx, scope, { ids: [link?.visitId ?? ''] }))
    if (visit)
      return { municipality, link, visit, place: { municipality: municipality.slug, committee: slug, committeeId } }
  }
  return { municipality, link, visit: undefined, place: undefined }
}

/** The question, or the question anew where it came back without an answer. */
function replyPage(
  request: PublicRequest,
  municipality: PublicMunicipality,
  visit: VisitRow,
  isUnanswered = false,
): Response {
  const { language } = request
  const action = replyPath(municipality.slug, request.param('token'))
  const body = <ReplyPage language={language} visit={visit} action={action} isUnanswered={isUnanswered} />
  return request.page(replyTexts(language).title, body, { municipality, status: isUnanswered ? 422 : 200 })
}

function answer(request: PublicRequest, { municipality, place }: Asked, input: object) {
  return request.runSystem(municipality.id, replyByLink, input, place?.committeeId)
}

function repliedPage(request: PublicRequest, { municipality, visit, place }: Asked, reply: Reply): Response {
  const { language } = request
  const texts = replyTexts(language)
  const isAnswered = reply.state === 'answered'
  const heading = isAnswered ? texts.answered[reply.answer] : texts.closed[reply.state]
  const text = isAnswered
    ? texts.answeredLead
    : reply.state === 'refused'
      ? sayRefusal(language, reply.code, reply.facts)
      : texts.because[reply.state]
  const isTold = isAnswered || reply.state === 'refused' || reply.state === 'times' || reply.state === 'used'
  const onward =
    place && visit && reply.state !== 'unknown'
      ? { href: visitPath(place, visit.id), label: texts.openVisit }
      : { href: signInPath(municipality.slug), label: texts.signIn }
  return request.page(
    heading,
    <RepliedPage
      language={language}
      heading={heading}
      text={text}
      visit={isTold ? visit : undefined}
      onward={onward}
    />,
    { municipality, status: statusOf(reply) },
  )
}

/** A link that answered once and does so no more is gone, not unknown (RFC 9110, 15.5.11). */
function statusOf({ state }: Reply): 200 | 404 | 410 | 422 {
  if (state === 'answered' || state === 'times') return 200
  if (state === 'unknown') return 404
  return state === 'refused' ? 422 : 410
}
