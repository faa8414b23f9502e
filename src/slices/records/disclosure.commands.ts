import { z } from 'zod'
import { fromStockholm, startOfDay } from '../../kernel/instant.ts'
import { done, type Refusal, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { readDocument } from './disclosure.basis.ts'
import { chooseForm, closeForm, handOutInput, registerForm } from './disclosure.forms.ts'
import { groundText } from './disclosure.masking.rules.ts'
import { isOpen, outcomeOf } from './disclosure.rules.ts'
import {
  addDisclosure,
  addDocuments,
  addPackage,
  emptyExamined,
  getDisclosure,
  getPackage,
  listDocuments,
  lockDisclosure,
  nextNumber,
  saveDisclosure,
} from './disclosure.store.ts'
import { lockRetention } from './retention.store.ts'
import type { DisclosureRefusal } from './disclosure.texts.ts'

/** Registers a request for official documents. */
export const registerDisclosure = command({
  name: 'records.register-disclosure',
  allow: 'disclosures:handle',
  input: registerForm,
  run: async ({ tx, scope, now, note }, { day, time, ...request }) => {
    if (day > scope.today) return no('disclosure.in-future', 'day')
    const received = time === undefined ? startOfDay(day) : fromStockholm(day, time)
    if (received > now) return no('disclosure.in-future', 'time')
    const [id, number] = [newId(), await nextNumber(tx, scope)]
    await addDisclosure(tx, {
      ...request,
      id,
      number,
      municipalityId: scope.municipalityId,
      committeeId: scope.committeeId,
      // Without a time of its own, what came today came now.
      receivedAt: time === undefined && day === scope.today ? now : received,
      state: 'received',
      registeredAt: now,
      registeredBy: actor(scope.personId),
    })
    note({ type: 'disclosure', id }, { number, cameAs: request.cameAs, asked: request.asked })
    return done({ id })
  },
})

/** Chooses documents for the request, with their text as it is now. */
export const chooseDocuments = command({
  name: 'records.choose-documents',
  allow: 'disclosures:handle',
  input: chooseForm,
  run: async (context, { id, document }) => {
    const { tx, scope, note } = context
    // Nothing is disposed of while it is being chosen.
    await lockRetention(tx, scope)
    if (!isOpen(await lockDisclosure(tx, scope, id))) return no('disclosure.closed')
    const rows: Parameters<typeof addDocuments>[1][number][] = []
    for (const wanted of document) {
      const read = await readDocument(tx, scope, wanted)
      rows.push({
        ...wanted,
        ...read,
        id: newId(),
        municipalityId: scope.municipalityId,
        committeeId: scope.committeeId,
        disclosureId: id,
      })
    }
    const added = await addDocuments(tx, rows)
    await saveDisclosure(tx, scope, id, { state: 'examining' })
    note({ type: 'disclosure', id }, { chosen: document.map(({ kind, subject }) => `${kind} ${subject}`), added })
    return done({ added })
  },
})

/**
 * Hands out: keeps the package that was made of the documents as they stood at `version`, closes the request and empties
 * what was only needed till now. Two at the same time: one does it.
 */
export const handOut = command({
  name: 'records.hand-out',
  allow: 'disclosures:handle',
  input: handOutInput,
  run: async ({ tx, scope, now, note }, input) => {
    const request = await lockDisclosure(tx, scope, input.id)
    if (!isOpen(request)) return no('disclosure.closed')
    if (request.version !== input.version) return no('disclosure.changed')
    const documents = await listDocuments(tx, scope, input.id)
    const outcome = outcomeOf(documents)
    if (outcome === undefined) return no('disclosure.undecided')
    const { sha256 } = input
    await addPackage(tx, {
      ...owner(scope),
      disclosureId: input.id,
      name: input.name,
      bytes: Buffer.from(input.package),
      sha256,
    })
    await close(
      { tx, scope, now },
      { id: input.id, state: outcome, handedHow: outcome === 'refused' ? undefined : input.how },
    )
    note(
      { type: 'disclosure', id: input.id },
      {
        outcome,
        how: input.how,
        sha256,
        documents: documents.map(({ kind, subject, decision }) => `${kind} ${subject}: ${decision}`),
      },
    )
    for (const { kind, subject, decision } of documents)
      if (kind !== 'summary' && decision !== 'refused') note({ type: kind, id: subject }, { handedOut: decision })
    return done({ outcome })
  },
})

/** Closes the request without handing anything out. */
export const closeDisclosure = command({
  name: 'records.close-disclosure',
  allow: 'disclosures:handle',
  input: closeForm,
  run: async ({ tx, scope, now, note }, { id, as, ground, told }) => {
    if (!isOpen(await lockDisclosure(tx, scope, id))) return no('disclosure.closed')
    await close({ tx, scope, now }, { id, state: as, ground, told })
    note({ type: 'disclosure', id }, { outcome: as, ground: ground && groundText(ground) })
    return done({})
  },
})

/** Fetches what was handed out once more: noted, since it leaves the system. */
export const fetchPackage = command({
  name: 'records.fetch-disclosure',
  allow: 'disclosures:read',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ tx, scope, note }, { id }) => {
    await getDisclosure(tx, scope, id)
    const { name, bytes, sha256 } = await getPackage(tx, scope, id)
    note({ type: 'disclosure', id }, { fetched: sha256 })
    return done({ name, bytes })
  },
})

type Closing = {
  readonly id: string
  readonly state: 'handed-out' | 'partly' | 'refused' | 'withdrawn'
  readonly handedHow?: 'email' | 'post' | 'on-site' | 'other' | undefined
  readonly ground?: { readonly law: 'OSL' | 'TF'; readonly provision: string } | undefined
  readonly told?: string
}

/** The address of the one who asked goes first: nobody needs it any more. */
async function close(
  { tx, scope, now }: Pick<CommandContext, 'tx' | 'scope' | 'now'>,
  { id, state, handedHow, ground, told = '' }: Closing,
): Promise<void> {
  await saveDisclosure(tx, scope, id, {
    state,
    contact: '',
    closedAt: now,
    closedBy: actor(scope.personId),
    handedHow: handedHow ?? null,
    law: ground?.law ?? null,
    provision: ground?.provision ?? '',
    told,
  })
  await emptyExamined(tx, scope, id)
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
