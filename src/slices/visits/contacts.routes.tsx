import { isoFromDay } from '../../kernel/date.ts'
import { NotAllowed } from '../../kernel/errors.ts'
import { get, type PageRequest, type PageRoute, post } from '../../platform/http/page.ts'
import { emptyForm, formatDay, formOf, type FormState } from '../../ui/index.ts'
import { changeContact, noteContact, removeContact } from './contacts.commands.ts'
import { contactChoices, contactListPage, contactValues } from './contacts.page.ts'
import { contactPath, contactRemovalPath, contactsPath, newContactPath } from './contacts.paths.ts'
import { getContact } from './contacts.store.ts'
import { contactError, contactsTexts } from './contacts.texts.ts'
import { refusedWith } from './refused.page.ts'
import { ContactForm, ContactList, TakenContact } from './contacts.views.tsx'

/** Contacts outside visits: the list, noting one, changing it and taking it away. */
export const contactsRoutes: readonly PageRoute[] = [
  get('/kontakter', 'contacts:read', async (request) => {
    const props = await request.read((tx) => contactListPage(tx, request))
    const status = props.form.errors.length > 0 ? 422 : 200
    return request.page(contactsTexts(request.language).title, <ContactList {...props} />, status)
  }),

  get('/kontakter/ny', 'contacts:note', (request) => newPage(request)),
  post('/kontakter/ny', 'contacts:note', async (request) => {
    const form = await request.form()
    const outcome = await request.run(noteContact, form)
    if (outcome.ok) return request.redirect(contactsPath(request.place, { notice: 'noted' }))
    return newPage(request, refused(form, outcome, request.language))
  }),

  get('/kontakter/:id', 'contacts:note', (request) => changePage(request)),
  post('/kontakter/:id', 'contacts:note', async (request) => {
    const form = await request.form()
    const outcome = await request.run(changeContact, { ...form, id: request.id() })
    if (outcome.ok) return request.redirect(contactsPath(request.place, { notice: 'changed' }))
    return changePage(request, refused(form, outcome, request.language))
  }),

  post('/kontakter/:id/ta-bort', 'contacts:note', async (request) => {
    const form = await request.form()
    const outcome = await request.run(removeContact, { ...form, id: request.id() })
    if (outcome.ok) return request.redirect(contactsPath(request.place, { notice: 'removed' }))
    return changePage(request, refused({}, outcome, request.language))
  }),
]

const refused = refusedWith(contactError)

async function newPage(request: PageRequest, back?: FormState): Promise<Response> {
  const { language, place, scope } = request
  const { only, ...choices } = await request.read((tx) => contactChoices(tx, request))
  const asked = `unit:${request.query('enhet') ?? ''}`
  const where = choices.wheres.some(({ value }) => value === asked) ? asked : only
  const form = back ?? formOf({ day: isoFromDay(scope.today), where })
  return request.page(
    contactsTexts(language).newTitle,
    <ContactForm
      language={language}
      form={form}
      action={newContactPath(place)}
      cancelHref={contactsPath(place)}
      {...choices}
    />,
    back ? 422 : 200,
  )
}

async function changePage(request: PageRequest, back?: FormState): Promise<Response> {
  const { language, place, scope } = request
  const texts = contactsTexts(language)
  const { contact, choices } = await request.read(async (tx) => ({
    contact: await getContact(tx, scope, request.id()),
    choices: await contactChoices(tx, request),
  }))
  if (contact.personId !== scope.personId) throw new NotAllowed('contact of somebody else')
  const status = back ? 422 : 200
  if (contact.takenAt !== null) {
    const shown = { ...contact, day: formatDay(contact.day, language) }
    const view = (
      <TakenContact
        language={language}
        listHref={contactsPath(place)}
        form={{ ...emptyForm, errors: back?.errors ?? [] }}
        contact={shown}
      />
    )
    return request.page(texts.takenHeading, view, status)
  }
  const saved = contactValues(contact, choices.referrals, isoFromDay)
  const isTyped = back !== undefined && Object.keys(back.values).length > 0
  const current = choices.wheres.some(({ value }) => value === saved.where)
  return request.page(
    texts.changeTitle,
    <ContactForm
      language={language}
      form={{ values: isTyped ? back.values : saved, errors: back?.errors ?? [] }}
      action={contactPath(place, contact.id)}
      cancelHref={contactsPath(place)}
      wheres={current ? choices.wheres : [{ value: saved.where, label: contact.where }, ...choices.wheres]}
      referrals={choices.referrals}
      existing={{ version: contact.version, removeAction: contactRemovalPath(place, contact.id) }}
    />,
    status,
  )
}
