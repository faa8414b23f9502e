import { isoFromDay } from '../../kernel/date.ts'
import { roles } from '../../kernel/permissions.ts'
import { withQuery } from '../../kernel/place.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { may } from '../../platform/scope.ts'
import { type FormState, formOf } from '../../ui/index.ts'
import { listUnits } from '../directory/index.ts'
import {
  editPerson,
  endRole,
  getHolding,
  getPerson,
  giveRole,
  listHoldings,
  peopleTexts,
  registerPerson,
} from '../people/index.ts'
import { lockOut } from './register.commands.ts'
import {
  editPersonPath,
  endRolePath,
  giveRolePath,
  lockPath,
  newPersonPath,
  personPath,
  registerPath,
} from './register.paths.ts'
import { readRegister, registerPageSize } from './register.store.ts'
import { registerTexts } from './register.texts.ts'
import {
  EditPersonPage,
  EndRolePage,
  GiveRolePage,
  LockPage,
  NewPersonPage,
  RegisterPage,
  registeredRole,
} from './register.views.tsx'

/** The committee's register of people, and the forms that change it. */
export const registerRoutes = [
  get('/installningar/personer', 'people:read', async (request) => {
    const { language, place, scope, now } = request
    const search = (request.query('sok') ?? '').trim().slice(0, 100)
    const page = pageNumber(request.query('sida'))
    const { rows, total } = await request.read((tx) =>
      readRegister(tx, scope, { search, roles: rolesCalled(language, search), page, now }),
    )
    const hrefAt = (at: number) =>
      withQuery(registerPath(place), { sok: search === '' ? undefined : search, sida: at === 1 ? undefined : at })
    if (rows.length === 0 && page > 1) return request.redirect(hrefAt(1))
    return request.page(
      registerTexts(language).title,
      <RegisterPage
        language={language}
        form={formOf({ sok: search })}
        action={registerPath(place)}
        rows={rows}
        total={total}
        hrefOf={(id) => personPath(place, id)}
        newHref={may(scope, 'people:administer') ? newPersonPath(place) : undefined}
        page={page}
        pages={Math.ceil(total / registerPageSize)}
        pageHref={hrefAt}
      />,
    )
  }),

  get('/installningar/personer/ny', 'people:administer', (request) =>
    newPersonPage(request, formOf({ validFrom: isoFromDay(request.scope.today) })),
  ),

  post('/installningar/personer/ny', 'people:administer', async (request) => {
    const form = await request.form()
    const outcome = await request.run(registerPerson, form)
    if (!outcome.ok) return newPersonPage(request, refused(request, form, outcome))
    const { id, isKnown } = outcome.value
    return request.redirect(personPath(request.place, id, isKnown ? 'taken-in' : 'registered'))
  }),

  get('/installningar/personer/:id/uppgifter', 'people:administer', (request) => editPage(request)),

  post('/installningar/personer/:id/uppgifter', 'people:administer', async (request) => {
    const form = await request.form()
    const outcome = await request.run(editPerson, { ...form, personId: request.id() })
    if (outcome.ok) return request.redirect(personPath(request.place, request.id(), 'saved'))
    return editPage(request, refused(request, form, outcome))
  }),

  get('/installningar/personer/:id/roller/ny', 'people:administer', (request) =>
    giveRolePage(request, formOf({ validFrom: isoFromDay(request.scope.today) })),
  ),

  post('/installningar/personer/:id/roller/ny', 'people:administer', async (request) => {
    const form = await request.form()
    const outcome = await request.run(giveRole, { ...form, personId: request.id() })
    if (outcome.ok) return request.redirect(personPath(request.place, request.id(), 'role-given'))
    return giveRolePage(request, refused(request, form, outcome))
  }),

  get('/installningar/personer/:id/roller/:holding', 'people:administer', (request) =>
    endRolePage(request, formOf({ lastDay: isoFromDay(request.scope.today) })),
  ),

  post('/installningar/personer/:id/roller/:holding', 'people:administer', async (request) => {
    const form = await request.form()
    const ids = { personId: request.id(), holdingId: request.id('holding') }
    const outcome = await request.run(endRole, { ...form, ...ids })
    if (outcome.ok) return request.redirect(personPath(request.place, request.id(), 'role-ended'))
    return endRolePage(request, refused(request, form, outcome))
  }),

  get('/installningar/personer/:id/las', 'people:administer', (request) => lockPage(request, formOf({}))),

  post('/installningar/personer/:id/las', 'people:administer', async (request) => {
    const form = await request.form()
    const outcome = await request.run(lockOut, { ...form, personId: request.id() })
    if (outcome.ok) return request.redirect(personPath(request.place, request.id(), 'locked'))
    return lockPage(request, refused(request, form, outcome))
  }),
]

function refused(
  { language }: PageRequest,
  form: Parameters<typeof refusedForm>[0],
  outcome: Parameters<typeof refusedForm>[1],
): FormState {
  return refusedForm(form, outcome, registerTexts(language).errors)
}

const statusOf = (form: FormState) => (form.errors.length > 0 ? 422 : 200)

/** A page that is no number is the first. */
function pageNumber(text: string | undefined): number {
  return /^[1-9]\d{0,4}$/.test(text ?? '') ? Number(text) : 1
}

/** The roles whose names hold what is searched for: people write «chef», the register knows codes. */
function rolesCalled(language: PageRequest['language'], search: string) {
  const names = peopleTexts(language).roles
  const wanted = search.toLowerCase()
  return wanted === '' ? [] : roles.filter((role) => names[role].toLowerCase().includes(wanted))
}

async function roleChoices({ language, scope, read }: PageRequest) {
  const texts = registerTexts(language)
  const names = peopleTexts(language).roles
  const units = await read((tx) => listUnits(tx, scope))
  const byName = new Intl.Collator('sv')
  return {
    roles: roles.map((role) => ({ value: role, label: names[role] })),
    units: units
      .map(({ id, name, operatedBy }) => ({
        value: id,
        label: operatedBy === 'private' ? texts.privateUnit(name) : name,
      }))
      .sort((one, other) => byName.compare(one.label, other.label)),
  }
}

async function newPersonPage(request: PageRequest, form: FormState) {
  const { language, place } = request
  const page = {
    language,
    form,
    action: newPersonPath(place),
    cancelHref: registerPath(place),
    ...(await roleChoices(request)),
  }
  return request.page(registerTexts(language).newPerson, <NewPersonPage {...page} />, statusOf(form))
}

async function personOf(request: PageRequest) {
  const person = await request.read((tx) => getPerson(tx, request.scope, request.id()))
  return { person, cancelHref: personPath(request.place, person.id) }
}

async function editPage(request: PageRequest, form?: FormState) {
  const { language, place } = request
  const { person, cancelHref } = await personOf(request)
  const isProtected = person.protectedSince !== null
  const kept = isProtected ? { name: '', email: '' } : { name: person.name, email: person.email }
  return request.page(
    registerTexts(language).editTitle,
    <EditPersonPage
      language={language}
      form={form ?? formOf({ ...kept, employmentNumber: person.employmentNumber ?? '' })}
      action={editPersonPath(place, person.id)}
      cancelHref={cancelHref}
      isProtected={isProtected}
      version={person.version}
    />,
    form ? 422 : 200,
  )
}

async function giveRolePage(request: PageRequest, form: FormState) {
  const { language, place } = request
  const { person, cancelHref } = await personOf(request)
  const choices = await roleChoices(request)
  const page = { language, form, action: giveRolePath(place, person.id), cancelHref, name: person.name, ...choices }
  return request.page(registerTexts(language).giveTitle(person.name), <GiveRolePage {...page} />, statusOf(form))
}

async function endRolePage(request: PageRequest, form: FormState) {
  const { language, place, scope } = request
  const { person, cancelHref } = await personOf(request)
  const { id } = await request.read((tx) => getHolding(tx, scope, person.id, request.id('holding')))
  const held = (await request.read((tx) => listHoldings(tx, scope, person.id))).find((it) => it.id === id)
  return request.page(
    registerTexts(language).endTitle,
    <EndRolePage
      language={language}
      form={form}
      action={endRolePath(place, person.id, id)}
      cancelHref={cancelHref}
      role={held ? registeredRole(language, held) : ''}
      name={person.name}
      version={person.version}
    />,
    statusOf(form),
  )
}

async function lockPage(request: PageRequest, form: FormState) {
  const { language, place } = request
  const { person, cancelHref } = await personOf(request)
  const page = { language, form, action: lockPath(place, person.id), cancelHref, name: person.name }
  return request.page(registerTexts(language).lockTitle(person.name), <LockPage {...page} />, statusOf(form))
}
