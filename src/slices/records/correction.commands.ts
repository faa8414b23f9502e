import { NotFound } from '../../kernel/errors.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail.ts'
import { getPerson, getRegisteredFor, listHolders, type PersonRow, saveSaid } from '../people/index.ts'
import { hasPersonalNumber } from '../reports/index.ts'
import { correctionAnswerForm, correctionForm, saidForm } from './correction.forms.ts'
import { addCorrection, answerRequest, lockCorrection } from './correction.store.ts'
import { correctionTexts } from './correction.texts.ts'

/** A person asks to have something that is kept about them corrected; the secretaries are told. */
export const askCorrection = command({
  name: 'records.ask-correction',
  allow: 'account:own',
  input: correctionForm,
  run: async (context, { wrong, should }): Promise<Result<undefined>> => {
    const number = personalNumberIn({ wrong, should })
    if (number) return number
    await ask(context, { wrong, should })
    return done(undefined)
  },
})

/** The person says whether what was registered for them is right; what is wrong becomes a request for correction. */
export const sayOfRegistered = command({
  name: 'records.say-of-registered',
  allow: 'account:own',
  input: saidForm,
  run: async (context, { id, right, said }): Promise<Result<undefined>> => {
    const { tx, scope, now, note } = context
    const row = await getRegisteredFor(tx, scope, id)
    if (row.personId !== scope.personId) throw new NotFound('what was registered')
    const number = personalNumberIn({ said })
    if (number) return number
    if (!(await saveSaid(tx, id, { right: right === 'yes', saidAt: now, said })))
      return refuse('corrections.said-already')
    note({ type: row.subjectType, id: row.subjectId }, { registeredFor: id, right: right === 'yes' })
    if (right === 'no') await ask(context, { wrong: said, should: '', registeredForId: id })
    return done(undefined)
  },
})

/**
 * The office answers a request: corrected, or refused with a reason. The log keeps that it was answered and how, not
 * what was wrong.
 */
export const answerCorrection = command({
  name: 'records.answer-correction',
  allow: 'data-protection:edit',
  input: correctionAnswerForm,
  run: async ({ tx, scope, now, note }, { id, outcome, answer }): Promise<Result<undefined>> => {
    const request = await lockCorrection(tx, scope, id)
    if (request.handledAt !== null) return refuse('corrections.answered-already')
    if (scope.personId === undefined || request.personId === scope.personId) return refuse('corrections.own-request')
    const number = personalNumberIn({ answer })
    if (number) return number
    await answerRequest(tx, id, { outcome, answer, handledAt: now, handledById: scope.personId })
    note({ type: 'correction', id }, { outcome, person: request.personId })
    const asker = await getPerson(tx, scope, request.personId)
    const texts = correctionTexts(asker.language)
    await tell({ tx, scope, now }, asker, texts.answeredSubject, texts.answeredText(outcome, answer))
    return done(undefined)
  },
})

async function ask(
  { tx, scope, now, note }: CommandContext,
  asked: { readonly wrong: string; readonly should: string; readonly registeredForId?: string },
): Promise<void> {
  const { municipalityId, committeeId, personId } = scope
  if (personId === undefined) throw new Error('a person asks')
  const id = newId()
  await addCorrection(tx, { ...asked, id, municipalityId, committeeId, personId, askedAt: now })
  note({ type: 'correction', id }, { person: personId })
  const { name } = await getPerson(tx, scope, personId)
  const secretaries = new Map((await listHolders(tx, scope, 'secretary')).map((it) => [it.id, it]))
  for (const secretary of secretaries.values()) {
    const texts = correctionTexts(secretary.language)
    await tell({ tx, scope, now }, secretary, texts.askedSubject, texts.askedText(name))
  }
}

async function tell(
  { tx, scope, now }: Pick<CommandContext, 'tx' | 'scope' | 'now'>,
  { id, email }: Pick<PersonRow, 'id' | 'email'>,
  subject: string,
  text: string,
): Promise<void> {
  const { municipalityId } = scope
  await queueMail(tx, { municipalityId, personId: id, address: email, subject, text, queuedAt: now })
}

/** Letters and open texts carry no personal numbers; the field is named, the number is not repeated. */
function personalNumberIn(texts: Readonly<Record<string, string>>): Refusal | undefined {
  const [field] = Object.entries(texts).find(([, text]) => hasPersonalNumber(text)) ?? []
  return field === undefined ? undefined : refuse('corrections.personal-number', {}, field)
}
