import { NotAllowed } from '../../kernel/errors.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { command, type CommandContext } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { listAreas, listUnits } from '../directory/index.ts'
import { contactChangeForm, contactForm, type ContactInput, contactRemovalForm } from './contacts.forms.ts'
import { dayFault, mayChangeContact, type Where } from './contacts.rules.ts'
import { addContact, type ContactRow, deleteContact, lockContact, saveContact } from './contacts.store.ts'

/** Notes that users, relatives or an organisation have been in touch outside a visit (SNB-01). */
export const noteContact = command({
  name: 'visits.note-contact',
  allow: 'contacts:note',
  input: contactForm,
  run: async (context, input): Promise<Result<{ readonly id: string }>> => {
    const { tx, scope, now, note } = context
    const { personId } = scope
    if (personId === undefined) throw new NotAllowed('visits.note-contact')
    const fault = await faultIn(context, input)
    if (fault) return fault
    const id = newId()
    await addContact(tx, scope, { id, personId, notedAt: now, ...written(input) })
    note({ type: 'contact', id }, told(input))
    return done({ id })
  },
})

/** Changes an own contact that no report has taken up. */
export const changeContact = command({
  name: 'visits.change-contact',
  allow: 'contacts:note',
  input: contactChangeForm,
  run: async (context, { id, version, ...input }): Promise<Result<undefined>> => {
    const before = await lockContact(context.tx, context.scope, id)
    const fault = cannotChange(context, before, version) ?? (await faultIn(context, input, before))
    if (fault) return fault
    await saveContact(context.tx, id, written(input))
    context.note({ type: 'contact', id }, told(input))
    return done(undefined)
  },
})

/** Takes away an own contact that no report has taken up. */
export const removeContact = command({
  name: 'visits.remove-contact',
  allow: 'contacts:note',
  input: contactRemovalForm,
  run: async (context, { id, version }): Promise<Result<undefined>> => {
    const before = await lockContact(context.tx, context.scope, id)
    const fault = cannotChange(context, before, version)
    if (fault) return fault
    await deleteContact(context.tx, id)
    context.note({ type: 'contact', id }, told(before))
    return done(undefined)
  },
})

function cannotChange({ scope }: CommandContext, contact: ContactRow, version: number): Refusal | undefined {
  if (contact.personId !== scope.personId) throw new NotAllowed('contact of somebody else')
  if (!mayChangeContact(scope, contact)) return refuse('contacts.taken')
  return contact.version === version ? undefined : refuse('contacts.stale')
}

/** Refuses a day that cannot be, and a unit or area that is not the committee's; one that has closed since may stand. */
async function faultIn(
  { tx, scope }: CommandContext,
  { day, where }: ContactInput,
  before?: Where,
): Promise<Refusal | undefined> {
  const fault = dayFault(day, scope.today)
  if (fault) return refuse(fault, {}, 'day')
  const { unitId, areaId } = where
  const isUnchanged = before !== undefined && before.unitId === unitId && before.areaId === areaId
  const isKnown =
    isUnchanged ||
    ((unitId === null || (await listUnits(tx, scope)).some(({ id }) => id === unitId)) &&
      (areaId === null || (await listAreas(tx, scope)).some(({ id }) => id === areaId)))
  return isKnown ? undefined : refuse('contacts.where-missing', {}, 'where')
}

function written({ where, day, kind, subject, referredTo, referredOther }: ContactInput) {
  return { ...where, day, kind, subject, referredTo: referredOther === '' ? referredTo : referredOther }
}

/** What the log keeps: neither the subject nor where somebody was referred. */
function told({ kind }: Pick<ContactInput, 'kind'>) {
  return { kind }
}
