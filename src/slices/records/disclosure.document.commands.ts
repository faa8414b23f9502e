import { type Refusal, done, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { decisionForm, documentId, maskId, passagesForm, wordForm } from './disclosure.forms.ts'
import { countMasked, groundText, maskDocument, sentencesOf } from './disclosure.masking.rules.ts'
import { isOpen } from './disclosure.rules.ts'
import {
  addMasks,
  getDocument,
  lockDisclosure,
  masksOf,
  removeDocument,
  removeMask,
  saveDisclosure,
  saveDocument,
} from './disclosure.store.ts'
import type { DisclosureRefusal } from './disclosure.texts.ts'

/** Takes a document out of the request again. */
export const dropDocument = command({
  name: 'records.drop-document',
  allow: 'disclosures:handle',
  input: documentId,
  run: async (context, input) => {
    const refused = await openDocument(context, input)
    if ('ok' in refused) return refused
    const { tx, scope, note } = context
    await removeDocument(tx, scope, input.documentId)
    await saveDisclosure(tx, scope, input.id, {})
    note({ type: 'disclosure', id: input.id }, { dropped: `${refused.kind} ${refused.subject}` })
    return done({})
  },
})

/** Masks sentences of the document. */
export const maskPassages = command({
  name: 'records.mask-passages',
  allow: 'disclosures:handle',
  input: passagesForm,
  run: async (context, { passage, law, provision, ...input }) => {
    const document = await openDocument(context, input)
    if ('ok' in document) return document
    const { scope, note } = context
    const parts = new Map(document.content?.sections.flatMap(({ parts }) => parts.map(({ key, text }) => [key, text])))
    const known = passage.every(({ part, start, end }) =>
      sentencesOf(parts.get(part) ?? '').some((it) => it.start === start && it.end === end),
    )
    if (!known) return no('disclosure.passage-gone')
    await addMasks(
      context.tx,
      passage.map(({ part, start, end }) => ({
        ...owner(scope),
        documentId: input.documentId,
        part,
        startAt: start,
        endAt: end,
        law,
        provision,
      })),
    )
    await examineAgain(context, input)
    note(
      { type: 'disclosure', id: input.id },
      { document: input.documentId, passages: passage.length, ground: groundText({ law, provision }) },
    )
    return done({})
  },
})

/** Masks a word wherever it stands in the document. The log has the ground and not the word. */
export const maskWord = command({
  name: 'records.mask-word',
  allow: 'disclosures:handle',
  input: wordForm,
  run: async (context, { word, wholeWord, law, provision, ...input }) => {
    const document = await openDocument(context, input)
    if ('ok' in document) return document
    const mask = { id: '', word, wholeWord, ground: { law, provision } }
    const places = document.content === undefined ? 0 : countMasked(maskDocument(document.content, [mask]))
    if (places === 0) return no('disclosure.word-not-there', 'word')
    const { tx, scope, note } = context
    await addMasks(tx, [{ ...owner(scope), documentId: input.documentId, word, wholeWord, law, provision }])
    await examineAgain(context, input)
    note(
      { type: 'disclosure', id: input.id },
      { document: input.documentId, places, ground: groundText({ law, provision }) },
    )
    return done({ places })
  },
})

/** Takes a mask away. */
export const unmask = command({
  name: 'records.unmask',
  allow: 'disclosures:handle',
  input: maskId,
  run: async (context, { maskId: mask, ...input }) => {
    const document = await openDocument(context, input)
    if ('ok' in document) return document
    const { tx, scope, note } = context
    if (!(await removeMask(tx, scope, { documentId: input.documentId, maskId: mask })))
      return no('disclosure.mask-gone')
    await examineAgain(context, input)
    note({ type: 'disclosure', id: input.id }, { document: input.documentId, unmasked: mask })
    return done({})
  },
})

/** Decides about one document: handed out whole, handed out masked, or refused with the ground. */
export const decideDocument = command({
  name: 'records.decide-document',
  allow: 'disclosures:handle',
  input: decisionForm,
  run: async (context, { decision, ground, told, ...input }) => {
    const document = await openDocument(context, input)
    if ('ok' in document) return document
    const { tx, scope, now, note } = context
    const masks = (await masksOf(tx, scope, [input.documentId])).get(input.documentId) ?? []
    if (decision === 'masked' && masks.length === 0) return no('disclosure.no-masks', 'decision')
    if (decision === 'whole' && masks.length > 0) return no('disclosure.masks-left', 'decision')
    await saveDocument(tx, scope, input.documentId, {
      decision,
      law: ground?.law ?? null,
      provision: ground?.provision ?? '',
      told,
      decidedAt: now,
      decidedBy: actor(scope.personId),
    })
    await saveDisclosure(tx, scope, input.id, { state: 'examining' })
    note(
      { type: 'disclosure', id: input.id },
      { document: input.documentId, decision, ground: ground && groundText(ground) },
    )
    return done({})
  },
})

/** Returns the document of an open request, which is then locked, or the refusal. */
async function openDocument({ tx, scope }: CommandContext, of: { readonly id: string; readonly documentId: string }) {
  if (!isOpen(await lockDisclosure(tx, scope, of.id))) return no('disclosure.closed')
  return await getDocument(tx, scope, { disclosureId: of.id, documentId: of.documentId })
}

/** What was decided held for the masks as they were. */
async function examineAgain(
  { tx, scope }: CommandContext,
  of: { readonly id: string; readonly documentId: string },
): Promise<void> {
  await saveDocument(tx, scope, of.documentId, { decision: null, decidedAt: null, decidedBy: null })
  await saveDisclosure(tx, scope, of.id, { state: 'examining' })
}

function owner({ municipalityId, committeeId }: CommandContext['scope']) {
  return { municipalityId, committeeId }
}

function actor(personId: string | undefined): string {
  if (personId === undefined) throw new Error('A person handles a request')
  return personId
}

/** Returns the refusal; only codes that have a sentence can be given. */
function no(code: DisclosureRefusal, field?: string): Refusal {
  return refuse(code, {}, field)
}
