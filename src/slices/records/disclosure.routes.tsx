import type { Language } from '../../kernel/language.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { isoFromDay } from '../../kernel/date.ts'
import { refuse } from '../../kernel/result.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post, type RawForm } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, formatDay, type FormState, formOf } from '../../ui/index.ts'
import { listUnits } from '../directory/index.ts'
import { namesOf } from '../people/index.ts'
import { foundDocuments } from './disclosure.basis.ts'
import { chooseDocuments, closeDisclosure, fetchPackage, handOut, registerDisclosure } from './disclosure.commands.ts'
import { dropDocument } from './disclosure.document.commands.ts'
import { readFindFilter } from './disclosure.forms.ts'
import { groundText } from './disclosure.masking.rules.ts'
import { disclosedPackage } from './disclosure-package.routes.tsx'
import {
  closeDisclosurePath,
  disclosureDocumentPath,
  disclosureDocumentsPath,
  disclosureDropPath,
  disclosurePackagePath,
  disclosurePath,
  disclosuresPath,
  type FindQuery,
  handOutPath,
  newDisclosurePath,
} from './disclosure.paths.ts'
import { isLate, isOpen, outcomeOf } from './disclosure.rules.ts'
import {
  type DisclosureRow,
  getDisclosure,
  hasPackage,
  listDisclosures,
  listDocuments,
  masksOf,
} from './disclosure.store.ts'
import { disclosureTexts } from './disclosure.texts.ts'
import { type ChosenLine, DisclosureDetails, DisclosureList, RegisterDisclosure } from './disclosure.views.tsx'
import { documentRoutes } from './disclosure-document.routes.tsx'
import { disposedOf } from './disposal.store.ts'
import { restrictedReports } from './disclosure.restricted.store.ts'

/** Requests for official documents, from the day they come in till the copies are handed out. */
export const disclosureRoutes = [
  get('/utlamnande', 'disclosures:read', async (request) => {
    const { scope, language, place, now } = request
    const rows = await request.read((tx) => listDisclosures(tx, scope))
    const lines = rows.map((row) => ({
      ...row,
      href: disclosurePath(place, row.id),
      received: formatInstant(row.receivedAt, language),
      closed: row.closedAt === null ? '' : formatInstant(row.closedAt, language),
      isLate: isLate(row, now),
    }))
    return request.page(
      disclosureTexts(language).title,
      <DisclosureList
        language={language}
        open={lines.filter(isOpen)}
        closed={lines.filter((line) => !isOpen(line))}
        newHref={may(scope, 'disclosures:handle') ? newDisclosurePath(place) : undefined}
      />,
    )
  }),

  get('/utlamnande/ny', 'disclosures:handle', (request) =>
    registerPage(request, formOf({ day: isoFromDay(request.scope.today) })),
  ),

  post('/utlamnande', 'disclosures:handle', async (request) => {
    const form = await request.form()
    const outcome = await request.run(registerDisclosure, form)
    if (outcome.ok) return request.redirect(disclosurePath(request.place, outcome.value.id))
    return registerPage(request, refusedForm(form, outcome, disclosureTexts(request.language).errors))
  }),

  get('/utlamnande/:id', 'disclosures:read', (request) => disclosurePage(request, emptyForm)),

  post('/utlamnande/:id/handlingar', 'disclosures:handle', async (request) => {
    const form = await request.form()
    const outcome = await request.run(chooseDocuments, { ...form, id: request.id() })
    return answer(request, outcome, form)
  }),

  post('/utlamnande/:id/handlingar/:documentId/bort', 'disclosures:handle', async (request) => {
    const outcome = await request.run(dropDocument, { id: request.id(), documentId: request.id('documentId') })
    return answer(request, outcome, {})
  }),

  ...documentRoutes,

  post('/utlamnande/:id/lamna-ut', 'disclosures:handle', async (request) => {
    const form = await request.form()
    const prepared = await disclosedPackage(request, request.id())
    if (prepared === undefined) return answer(request, refuse('disclosure.undecided'), form)
    if (prepared.isRestricted && fieldText(form, 'restrictionTried') !== 'yes')
      return answer(request, refuse('disclosure.restriction-untried', {}, 'restrictionTried'), form)
    const outcome = await request.run(handOut, {
      ...form,
      id: request.id(),
      name: prepared.name,
      package: prepared.bytes,
      sha256: prepared.sha256,
    })
    return answer(request, outcome, form)
  }),

  post('/utlamnande/:id/avsluta', 'disclosures:handle', async (request) => {
    const form = await request.form()
    return answer(request, await request.run(closeDisclosure, { ...form, id: request.id() }), form)
  }),

  get('/utlamnande/:id/handlingar.zip', 'disclosures:read', async (request) => {
    const outcome = await request.run(fetchPackage, { id: request.id() })
    if (!outcome.ok) throw new Error(`the package could not be fetched: ${outcome.code}`)
    return request.file(outcome.value.bytes, { type: 'application/zip', name: outcome.value.name })
  }),
]

function registerPage(request: PageRequest, form: FormState): Response {
  const { language, place } = request
  return request.page(
    disclosureTexts(language).register,
    <RegisterDisclosure
      language={language}
      form={form}
      action={disclosuresPath(place)}
      cancelHref={disclosuresPath(place)}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

type Answered = Parameters<typeof refusedForm>[1] | { readonly ok: true }

function answer(request: PageRequest, outcome: Answered, form: RawForm): Promise<Response> | Response {
  if (outcome.ok) return request.redirect(disclosurePath(request.place, request.id()))
  return disclosurePage(request, refusedForm(form, outcome, disclosureTexts(request.language).errors))
}

async function disclosurePage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place, now } = request
  const id = request.id()
  const texts = disclosureTexts(language)
  // A refused choice comes back with what was looked for.
  const asked = (name: string) =>
    typeof form.values[name] === 'string' ? fieldText(form.values as RawForm, name) : request.query(name)
  const { filter, isAsked } = readFindFilter(asked)
  const handles = may(scope, 'disclosures:handle')
  const { row, documents, masks, names, units, found, disposed, restricted, isPacked } = await request.read(
    async (tx) => {
      const row = await getDisclosure(tx, scope, id)
      const documents = await listDocuments(tx, scope, id)
      const reports = documents.flatMap(({ kind, subject }) => (kind === 'report' ? [subject] : []))
      return {
        row,
        documents,
        masks: await masksOf(
          tx,
          scope,
          documents.map((document) => document.id),
        ),
        names: await namesOf(tx, scope),
        units: await listUnits(tx, scope),
        found: handles && isOpen(row) && isAsked ? await foundDocuments(tx, scope, filter) : undefined,
        disposed: await disposedOf(tx, scope, ['report', 'claim']),
        restricted: await restrictedReports(tx, scope, reports),
        isPacked: await hasPackage(tx, scope, id),
      }
    },
  )
  const works = handles && isOpen(row)
  const outcome = outcomeOf(documents)
  const lines = documents.map((document): ChosenLine => {
    const grounds = document.decision === 'masked' ? (masks.get(document.id) ?? []).map(({ ground }) => ground) : []
    const refusal = document.law === null ? [] : [{ law: document.law, provision: document.provision }]
    return {
      id: document.id,
      title: document.title,
      href: document.content === undefined ? undefined : disclosureDocumentPath(place, id, document.id),
      day: formatDay(document.day, language),
      decision: document.decision ?? undefined,
      grounds: [...new Set([...grounds, ...refusal].map(groundText))].join(', '),
      isRestricted: document.kind === 'report' && restricted.has(document.subject),
      isDisposed: disposed.has(`${document.kind} ${document.subject}`),
      dropAction: works ? disclosureDropPath(place, id, document.id) : undefined,
    }
  })
  const searched: FindQuery = {
    fran: asked('fran'),
    till: asked('till'),
    enhet: asked('enhet'),
    slag: asked('slag'),
    ord: asked('ord'),
  }
  return request.page(
    texts.numbered(row.number),
    <DisclosureDetails
      language={language}
      number={row.number}
      state={row.state}
      isLate={isLate(row, now)}
      facts={facts(row, language, (personId) => names.get(personId ?? '') ?? '')}
      asked={row.asked}
      documents={lines}
      form={form}
      listHref={disclosuresPath(place)}
      find={
        works
          ? {
              form: formOf(Object.fromEntries(Object.entries(searched).map(([name, value]) => [name, value ?? '']))),
              action: disclosurePath(place, id),
              units: units.map((unit) => ({ value: unit.id, label: unit.name })),
              found: found && {
                isCut: found.isCut,
                choices: found.documents.map(({ kind, subject, title, day }) => ({
                  value: `${kind}:${subject}`,
                  label: title,
                  hint: formatDay(day, language),
                })),
              },
              chooseAction: disclosureDocumentsPath(place, id),
            }
          : undefined
      }
      handOut={
        works && outcome !== undefined
          ? { action: handOutPath(place, id), version: row.version, refusesAll: outcome === 'refused' }
          : undefined
      }
      closeAction={works ? closeDisclosurePath(place, id) : undefined}
      packageHref={isPacked ? disclosurePackagePath(place, id) : undefined}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

function facts(row: DisclosureRow, language: Language, nameOf: (personId: string | null) => string) {
  const texts = disclosureTexts(language)
  const said = [
    {
      term: texts.receivedLabel,
      description: `${formatInstant(row.receivedAt, language)}, ${texts.waysIn[row.cameAs].toLowerCase()}`,
    },
    { term: texts.contactLabel, description: row.contact },
    {
      term: texts.closedLabel,
      description:
        row.closedAt === null ? '' : texts.byWhom(formatInstant(row.closedAt, language), nameOf(row.closedBy)),
    },
    { term: texts.handedLabel, description: row.handedHow === null ? '' : texts.waysOut[row.handedHow] },
    {
      term: texts.groundLabel,
      description: row.law === null ? '' : groundText({ law: row.law, provision: row.provision }),
    },
    { term: texts.toldLabel, description: row.told },
  ]
  return said.filter(({ description }) => description !== '')
}
