import { inStockholm } from '../../kernel/instant.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { formatDay, type FormState, formOf } from '../../ui/index.ts'
import { yearOf } from '../../kernel/date.ts'
import { programmeNames, settingsFor } from '../guidelines/index.ts'
import { namesOf } from '../people/index.ts'
import { extraOfVisit } from './extra.basis.ts'
import { askExtra, decideExtra } from './extra.commands.ts'
import { askable, decidable, deciderName, mattersOf, requestOf, yearRows } from './extra.page.ts'
import { decidesAs, type ExtraMatter, type NeededDecision } from './extra.rules.ts'
import { latestDelegation } from './extra.store.ts'
import { extraTexts } from './extra.texts.ts'
import { DecisionView, RequestView } from './extra.views.tsx'
import { judgeVisit } from './visits.basis.ts'
import { explainer } from './visits.guideline-page.ts'
import { namer, titleOf } from './visits.page.ts'
import { extraDecisionPath, extraRequestPath, visitPath } from './visits.paths.ts'
import { refusedVisitForm } from './visits.refused-page.ts'
import { getVisit } from './visits.store.ts'

/** Asking for a visit beyond the usual number, and the decision about it. */
export const extraRoutes = [
  get('/besok/:id/begaran', 'visits:initiate', (request) => requestPage(request, formOf({}))),
  post('/besok/:id/begaran', 'visits:initiate', async (request) => {
    const form = await request.form()
    const outcome = await request.run(askExtra, { ...form, visit: request.id() })
    if (outcome.ok) return request.redirect(visitPath(request.place, request.id(), 'asked'))
    return requestPage(request, refusedVisitForm(form, outcome, request.language), fieldText(form, 'about'))
  }),

  get('/besok/:id/beslut', 'visits:decide-extra', (request) => decisionPage(request)),
  post('/besok/:id/beslut', 'visits:decide-extra', async (request) => {
    const form = await request.form()
    const outcome = await request.run(decideExtra, { ...form, visit: request.id() })
    if (outcome.ok) return request.redirect(visitPath(request.place, request.id(), 'decided'))
    return decisionPage(request, refusedVisitForm(form, outcome, request.language), fieldText(form, 'about'))
  }),
]

/** What is to be decided about the visit, with what turns it into words. */
async function readExtra(tx: ReadTx, request: PageRequest) {
  const { scope, language } = request
  const visit = await getVisit(tx, scope, request.id())
  const judgement = await judgeVisit(tx, scope, visit.id, () => ({}))
  const { rules, programme } = judgement
  return {
    visit,
    judgement,
    extra: extraOfVisit(judgement, visit, { now: request.now, today: scope.today }),
    explain: explainer(rules, visit.day, language, programmeNames(programme)),
    names: namer(await namesOf(tx, scope), language),
    terms: (await settingsFor(tx, scope, visit.day))?.terms ?? [],
  }
}

function chosen(matters: readonly ExtraMatter[], wanted: string | undefined): ExtraMatter {
  return matters.find((it) => it === wanted) ?? matters[0] ?? (wanted === 'extra-fee' ? 'extra-fee' : 'extra-visit')
}

async function requestPage(request: PageRequest, form: FormState, about = request.query('om')) {
  const { language, place, scope } = request
  const { visit, extra, explain, names, terms } = await request.read((tx) => readExtra(tx, request))
  const open = askable(visit, extra.needed, scope)
  const matter = chosen(mattersOf(open), about)
  const asked = open.filter((it) => it.about === matter)
  return request.page(
    extraTexts(language).askTitle[matter],
    <RequestView
      language={language}
      form={form}
      action={extraRequestPath(place, visit.id)}
      backHref={visitPath(place, visit.id)}
      visit={titleOf(visit, language)}
      matter={matter}
      persons={asked.map(({ personId }) => ({ value: personId, label: names(personId) }))}
      decider={deciderName(asked[0]?.decidedBy ?? 'chair', language, terms)}
      lines={explain.linesOf(asked.map(({ finding }) => finding))}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

async function decisionPage(request: PageRequest, refused?: FormState, about = request.query('om')) {
  const { language, place, scope } = request
  const texts = extraTexts(language)
  const { read, delegation } = await request.read(async (tx) => {
    const found = await readExtra(tx, request)
    const matter = chosen(mattersOf(decidable(found.visit, found.extra.needed, scope)), about)
    return { read: found, delegation: await latestDelegation(tx, scope, matter) }
  })
  const { visit, judgement, extra, explain, names, terms } = read
  const all = decidable(visit, extra.needed, scope)
  const matter = chosen(mattersOf(all), about)
  const open = all.filter((it) => it.about === matter)
  const other = mattersOf(all).find((it) => it !== matter)
  const registered = open.find((it) => decidesAs(scope, it) === 'registered')
  const [only, ...others] = open
  const person = others.length === 0 ? (only?.personId ?? '') : ''
  const form = refused ?? formOf({ delegation, person })
  const consideredOf = (needed: NeededDecision) => {
    const asked = requestOf(visit, needed)
    const name = names(needed.personId)
    return {
      id: needed.personId,
      heading: texts.year(name, yearOf(visit.day)),
      asked: asked && texts.asked(names(asked.askedById), formatDay(inStockholm(asked.askedAt).day, language)),
      reason: asked?.reason ?? '',
      year: yearRows(judgement, { visit, personId: needed.personId, today: scope.today }, language),
    }
  }
  return request.page(
    texts.decisionTitle[matter],
    <DecisionView
      language={language}
      form={form}
      action={extraDecisionPath(place, visit.id)}
      version={visit.version}
      backHref={visitPath(place, visit.id)}
      visit={titleOf(visit, language)}
      matter={matter}
      persons={open.map(({ personId }) => ({ value: personId, label: names(personId) }))}
      lines={explain.linesOf(open.map(({ finding }) => finding))}
      considered={open.map(consideredOf)}
      registeredFor={registered && deciderName(registered.decidedBy, language, terms)}
      other={other && { label: texts.decisionOther[other], href: extraDecisionPath(place, visit.id, other) }}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}
