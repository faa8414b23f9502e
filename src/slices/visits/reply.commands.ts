import { z } from 'zod'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { command } from '../../platform/command.ts'
import { hashToken } from '../../platform/tokens.ts'
import { type ReplyState, replyState } from './reply.rules.ts'
import { lockReplyLink, markReplied } from './reply.store.ts'
import { answerInvitation } from './visits.commands.ts'
import { getVisit } from './visits.store.ts'

/** What became of it: the answer is kept, or the sentence that says why not. */
export type Reply =
  | { readonly state: 'answered'; readonly answer: 'accepted' | 'declined' }
  | { readonly state: Exclude<ReplyState, 'open'> }
  | { readonly state: 'refused'; readonly code: string; readonly facts: Readonly<Record<string, unknown>> }

/**
 * Answers an invitation in the name of the one whom the link was sent to, by the same rules as on the page. A link that
 * does not answer any more leaves a row in the log and changes nothing; without an answer it is only that row.
 */
export const replyByLink = command({
  name: 'visits.reply',
  allow: 'system',
  input: z.strictObject({ token: z.string().max(100), answer: z.enum(['accepted', 'declined']).optional() }),
  run: async (context, { token, answer }): Promise<Result<Reply>> => {
    const { tx, scope, now } = context
    const link = await lockReplyLink(tx, hashToken(token))
    if (link === undefined) return refuse('visits.no-such-link')
    const { personId, visitId } = link
    const visit = await getVisit(tx, scope, visitId)
    const state = replyState(link, visit, now)
    const note = (content: Readonly<Record<string, unknown>>) =>
      context.note({ type: 'visit', id: visitId }, { ...content, byLink: true }, personId)
    if (state !== 'open') {
      note({ refused: state })
      return done({ state })
    }
    if (answer === undefined) return refuse('visits.nothing-answered')
    const outcome = await answerInvitation.run(
      {
        ...context,
        scope: { ...scope, personId, roles: ['politician'], byLink: true },
        note: (_subject, content = {}) => note(content),
      },
      { visit: visitId, person: personId, sequence: link.sequence, answer, message: '' },
    )
    if (!outcome.ok) {
      note({ refused: outcome.code })
      return done({ state: 'refused', code: outcome.code, facts: outcome.facts })
    }
    await markReplied(tx, link.id, now)
    return done({ state: 'answered', answer })
  },
})
