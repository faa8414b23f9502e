import { capital } from '../../kernel/language.ts'
import type { Refusal } from '../../kernel/result.ts'
import { type BadInput, isBadInput } from '../../platform/command.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { emptyForm, formatDay, type FormState } from '../../ui/index.ts'
import { typesetterInLook } from '../municipalities/index.ts'
import { listRegisteredFor, namesOf, onBehalfTexts } from '../people/index.ts'
import { askCorrection, sayOfRegistered } from './correction.commands.ts'
import { officerContact } from './data-protection.page.ts'
import { ownDataJson } from './own-data.export.ts'
import { ownData, shownRow } from './own-data.page.ts'
import { ownDataPath } from './own-data.paths.ts'
import { ownDataPdf } from './own-data.pdf.ts'
import { ownDataTexts } from './own-data.texts.ts'
import { OwnDataPage } from './own-data.views.tsx'

/** Everything that is kept about the one who asks: the page, its files, and ways to have it corrected. */
export const ownDataRoutes = [
  get('/mina-uppgifter', 'account:own', (request) => ownDataPage(request, emptyForm)),

  get('/mina-uppgifter/mina-uppgifter.json', 'account:own', async (request) => {
    const { language, municipality, committee, person, now } = request
    const parts = await request.read((tx) => ownData(tx, request.scope, language))
    const about = { municipality: municipality.name, committee: committee.name, name: person.name, made: now }
    const name = ownDataTexts(language).fileName('json')
    return request.file(ownDataJson(parts, about), { type: 'application/json', name })
  }),

  get('/mina-uppgifter/mina-uppgifter.pdf', 'account:own', async (request) => {
    const { language, municipality, committee, person, now } = request
    const parts = await request.read((tx) => ownData(tx, request.scope, language))
    const bytes = await ownDataPdf(await typesetterInLook(request), {
      language,
      municipality: municipality.name,
      committee: committee.name,
      isDemo: municipality.isDemo,
      name: person.name,
      made: now,
      parts: parts.map((it) => ({ ...it, rows: it.rows.map((row) => shownRow(row, language)) })),
    })
    const name = ownDataTexts(language).fileName('pdf')
    return request.file(bytes, { type: 'application/pdf', name, inline: true })
  }),

  post('/mina-uppgifter/rattelse', 'account:own', async (request) => {
    const form = await request.form()
    const outcome = await request.run(askCorrection, {
      wrong: fieldText(form, 'wrong'),
      should: fieldText(form, 'should'),
    })
    if (outcome.ok) return request.redirect(`${ownDataPath(request.place)}?klart=rattelse`)
    return ownDataPage(request, { values: form, errors: errorsOf(request, outcome) })
  }),

  post('/mina-uppgifter/registrerat/:id', 'account:own', async (request) => {
    const id = request.id()
    const form = await request.form()
    const said = { id, right: fieldText(form, `right.${id}`), said: fieldText(form, `said.${id}`) }
    const outcome = await request.run(sayOfRegistered, said)
    if (outcome.ok) return request.redirect(`${ownDataPath(request.place)}?klart=svar`)
    // The page's fields carry the row in their names.
    const errors = errorsOf(request, outcome).map((it) =>
      it.field === '' ? it : { ...it, field: `${it.field}.${id}` },
    )
    return ownDataPage(request, { values: form, errors })
  }),
]

async function ownDataPage(request: PageRequest, form: FormState): Promise<Response> {
  const { language, place, committee, scope } = request
  const texts = ownDataTexts(language)
  const registeredTexts = onBehalfTexts(language)
  const read = await request.read(async (tx) => ({
    parts: await ownData(tx, scope, language),
    registered: await listRegisteredFor(tx, scope, { personId: scope.personId }),
    names: await namesOf(tx, scope),
    officer: await officerContact(tx, scope),
  }))
  const notices: Readonly<Record<string, string>> = { rattelse: texts.correctionAsked, svar: texts.saidThanks }
  return request.page(
    texts.title,
    <OwnDataPage
      language={language}
      place={place}
      committee={committee.name}
      notice={notices[request.query('klart') ?? '']}
      officer={read.officer}
      registered={read.registered.map(({ id, kind, about, aboutDay, calledOn, registeredById, right }) => ({
        id,
        what: capital(registeredTexts.line(registeredTexts.kinds[kind], about, aboutDay)),
        by: texts.registeredBy(read.names.get(registeredById) ?? '', formatDay(calledOn, language)),
        said: right === null ? undefined : right ? 'right' : 'wrong',
      }))}
      parts={read.parts.map((it) => ({ ...it, rows: it.rows.map((row) => shownRow(row, language)) }))}
      form={form}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

function errorsOf({ language }: PageRequest, outcome: Refusal | BadInput): FormState['errors'] {
  const { errors } = ownDataTexts(language)
  const said = (field: string, code: string) => ({ field, message: errors[code] ?? code })
  if (isBadInput(outcome)) return outcome.issues.map(({ field, code }) => said(field, code))
  return [said(outcome.field ?? '', outcome.code)]
}
