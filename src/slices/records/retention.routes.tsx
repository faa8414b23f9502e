import { isoFromDay } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Language } from '../../kernel/language.ts'
import { inStockholm } from '../../kernel/instant.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, formatDay, type FormState, formOf } from '../../ui/index.ts'
import { disposalRoutes, ruleGround } from './disposal.routes.tsx'
import { listRuns } from './disposal.store.ts'
import { endDisposalHold, holdFromDisposal, saveRetentionRule } from './retention.commands.ts'
import {
  disposalPath,
  disposalRecordPath,
  disposalsPath,
  holdEndPath,
  holdsPath,
  retentionPath,
  retentionRulePath,
} from './retention.paths.ts'
import { proposeDisposal } from './disposal.commands.ts'
import { type RetentionKind, type RetentionRule, retentionKinds, rulesOn } from './retention.rules.ts'
import { listHolds, listRules } from './retention.store.ts'
import { retentionTexts } from './retention.texts.ts'
import { RetentionOverview, RetentionRuleDetails } from './retention.views.tsx'

/** What is kept and for how long, exceptions, proposals, and records of disposal. */
export const retentionRoutes = [
  get('/gallring', 'retention:read', (request) => overviewPage(request, emptyForm)),

  get('/gallring/regler/:kind', 'retention:read', (request) =>
    rulePage(request, formOf({ validFrom: isoFromDay(request.scope.today) })),
  ),

  post('/gallring/regler/:kind', 'retention:propose', async (request) => {
    const form = await request.form()
    const outcome = await request.run(saveRetentionRule, { ...form, kind: kindOf(request) })
    if (outcome.ok) return request.redirect(retentionPath(request.place))
    return rulePage(request, refusedForm(form, outcome, retentionTexts(request.language).errors))
  }),

  post('/gallring/undantag', 'retention:propose', async (request) => {
    const form = await request.form()
    const outcome = await request.run(holdFromDisposal, form)
    if (outcome.ok) return request.redirect(`${retentionPath(request.place)}#undantag`)
    return overviewPage(request, refusedForm(form, outcome, retentionTexts(request.language).errors))
  }),

  post('/gallring/undantag/:id/upphav', 'retention:propose', async (request) => {
    const outcome = await request.run(endDisposalHold, { id: request.id() })
    if (outcome.ok) return request.redirect(`${retentionPath(request.place)}#undantag`)
    return overviewPage(request, refusedForm({}, outcome, retentionTexts(request.language).errors))
  }),

  post('/gallring/forslag', 'retention:propose', async (request) => {
    const outcome = await request.run(proposeDisposal, {})
    if (outcome.ok) return request.redirect(disposalPath(request.place, outcome.value.id))
    return overviewPage(request, refusedForm({}, outcome, retentionTexts(request.language).errors))
  }),

  ...disposalRoutes,
]

function kindOf(request: PageRequest): RetentionKind {
  const kind = retentionKinds.find((it) => it === request.param('kind'))
  if (kind === undefined) throw new NotFound('kind of document')
  return kind
}

/** The rule in words. */
function ruleText(rule: RetentionRule, language: Language): string {
  const texts = retentionTexts(language)
  if (rule.action === 'keep') return texts.keep
  if (rule.action === 'at-event') return texts.atEvent
  return texts.afterYears(rule.years ?? 0, texts.counted[rule.countedFrom])
}

async function overviewPage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const texts = retentionTexts(language)
  const { rules, holds, runs } = await request.read(async (tx) => ({
    rules: await listRules(tx, scope),
    holds: await listHolds(tx, scope),
    runs: await listRuns(tx, scope),
  }))
  const now = rulesOn(rules, scope.today)
  const proposes = may(scope, 'retention:propose')
  return request.page(
    texts.title,
    <RetentionOverview
      language={language}
      form={form}
      kinds={retentionKinds.map((kind) => {
        const rule = now.get(kind)
        return {
          kind,
          rule: rule === undefined ? texts.noRule : ruleText(rule, language),
          ground: rule === undefined ? '' : ruleGround(rule, language),
          coming: rules
            .filter((it) => it.kind === kind && it.validFrom > scope.today)
            .map((it) => texts.coming(ruleText(it, language), formatDay(it.validFrom, language))),
          href: retentionRulePath(place, kind),
        }
      })}
      holds={holds.map(({ id, kind, title, reason, setAt }) => {
        const named = retentionKinds.find((it) => it === kind)
        return {
          id,
          what: title !== '' || named === undefined ? title : texts.wholeKind(texts.kinds[named]),
          reason,
          since: formatDay(inStockholm(setAt).day, language),
          endAction: proposes ? holdEndPath(place, id) : undefined,
        }
      })}
      runs={runs.map((run) => ({
        id: run.id,
        href: disposalPath(place, run.id),
        title: (run.state === 'done' ? texts.recordOf : texts.proposalOf)(formatDay(run.day, language)),
        state: run.state,
        recordHref: run.state === 'done' ? disposalRecordPath(place, run.id) : undefined,
      }))}
      actions={proposes ? { propose: disposalsPath(place), hold: holdsPath(place) } : undefined}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

async function rulePage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const kind = kindOf(request)
  const texts = retentionTexts(language)
  const rules = await request.read((tx) => listRules(tx, scope))
  return request.page(
    texts.ruleTitle(texts.kinds[kind]),
    <RetentionRuleDetails
      language={language}
      kind={kind}
      form={form}
      listHref={retentionPath(place)}
      action={may(scope, 'retention:propose') ? retentionRulePath(place, kind) : undefined}
      versions={rules
        .filter((rule) => rule.kind === kind)
        .map((rule) => ({
          id: rule.id,
          from: texts.from(formatDay(rule.validFrom, language)),
          rule: ruleText(rule, language),
          ground: ruleGround(rule, language),
        }))}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}
