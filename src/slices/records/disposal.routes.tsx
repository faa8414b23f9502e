import type { Language } from '../../kernel/language.ts'
import { isoFromDay } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, formatDay, type FormState } from '../../ui/index.ts'
import { typesetterInLook } from '../municipalities/index.ts'
import { namesOf } from '../people/index.ts'
import { dueItems } from './disposal.basis.ts'
import { approveDisposal, withdrawDisposal } from './disposal.commands.ts'
import { disposalPdf } from './disposal.pdf.ts'
import { getRun, listItems } from './disposal.store.ts'
import { DisposalDetails } from './disposal.views.tsx'
import {
  disposalApprovalPath,
  disposalPath,
  disposalRecordPath,
  disposalWithdrawalPath,
  holdsPath,
  retentionPath,
} from './retention.paths.ts'
import { isSameProposal, tallied } from './retention.rules.ts'
import { listRules, type RuleRow } from './retention.store.ts'
import { retentionTexts } from './retention.texts.ts'

/** How many documents of a kind a page shows; the record has them all. */
const shownItems = 100

/** A proposal from its making to the record of what is gone. */
export const disposalRoutes = [
  get('/gallring/forslag/:id', 'retention:read', (request) => disposalPage(request, emptyForm)),

  post('/gallring/forslag/:id/godkann', 'retention:approve', async (request) => {
    const outcome = await request.run(approveDisposal, { id: request.id() })
    if (outcome.ok) return request.redirect(disposalPath(request.place, request.id()))
    return disposalPage(request, refusedForm({}, outcome, retentionTexts(request.language).errors))
  }),

  post('/gallring/forslag/:id/ta-tillbaka', 'retention:propose', async (request) => {
    const outcome = await request.run(withdrawDisposal, { id: request.id() })
    if (outcome.ok) return request.redirect(retentionPath(request.place))
    return disposalPage(request, refusedForm({}, outcome, retentionTexts(request.language).errors))
  }),

  get('/gallring/forslag/:id/gallringsprotokoll.pdf', 'retention:read', async (request) => {
    const { municipality, committee } = request
    const { run, items, rules, names } = await gathered(request)
    if (run.state !== 'done' || run.decidedAt === null) throw new NotFound('record of disposal')
    const grounds = new Map(rules.map((rule) => [rule.id, ruleGround(rule, 'sv')]))
    const pdf = await disposalPdf(await typesetterInLook(request), {
      municipality: municipality.name,
      committee: committee.name,
      isDemo: municipality.isDemo,
      proposed: { at: run.proposedAt, by: names.get(run.proposedBy) ?? '' },
      decided: { at: run.decidedAt, by: names.get(run.decidedBy ?? '') ?? '' },
      items: items.map(({ kind, title, day, ruleId }) => ({ kind, title, day, ground: grounds.get(ruleId) ?? '' })),
    })
    return request.file(pdf, {
      type: 'application/pdf',
      name: `gallringsprotokoll-${isoFromDay(run.day)}.pdf`,
      inline: true,
    })
  }),
]

/** Returns what a rule rests on, in words. */
export function ruleGround({ plan, decidedOn, paragraph }: RuleRow, language: Language): string {
  return retentionTexts(language).groundOf(plan, formatDay(decidedOn, language), paragraph)
}

async function gathered(request: PageRequest) {
  const { scope } = request
  return await request.read(async (tx) => {
    const run = await getRun(tx, scope, request.id())
    const items = await listItems(tx, scope, run.id)
    return {
      run,
      items,
      rules: await listRules(tx, scope),
      names: await namesOf(tx, scope),
      isStale: run.state === 'proposed' && !isSameProposal(items, await dueItems(tx, scope, run.day)),
    }
  })
}

async function disposalPage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const texts = retentionTexts(language)
  const { run, items, rules, names, isStale } = await gathered(request)
  const grounds = new Map(rules.map((rule) => [rule.id, ruleGround(rule, language)]))
  const kinds = tallied(items).map(({ kind, count, oldest, newest, items: found }) => ({
    kind,
    count,
    oldest: formatDay(oldest, language),
    newest: formatDay(newest, language),
    ground: [...new Set(found.map(({ ruleId }) => grounds.get(ruleId) ?? ''))].join('; '),
    items: found.slice(0, shownItems).map(({ id, title, day }) => ({ id, title, day: formatDay(day, language) })),
  }))
  const isWaiting = run.state === 'proposed'
  const mayApprove = isWaiting && may(scope, 'retention:approve') && scope.personId !== run.proposedBy
  const proposes = isWaiting && may(scope, 'retention:propose')
  const title = (run.state === 'done' ? texts.recordOf : texts.proposalOf)(formatDay(run.day, language))
  const said = (at: typeof run.proposedAt, by: string | null) =>
    texts.byWhom(formatInstant(at, language), names.get(by ?? '') ?? '')
  return request.page(
    title,
    <DisposalDetails
      language={language}
      title={title}
      state={run.state}
      facts={[
        { term: texts.proposedBy, description: said(run.proposedAt, run.proposedBy) },
        ...(run.decidedAt === null || run.state === 'proposed'
          ? []
          : [{ term: texts.decidedBy[run.state], description: said(run.decidedAt, run.decidedBy) }]),
      ]}
      kinds={kinds}
      total={items.length}
      isStale={isStale}
      form={form}
      listHref={retentionPath(place)}
      approveAction={mayApprove && !isStale ? disposalApprovalPath(place, run.id) : undefined}
      waitsForOther={isWaiting && !mayApprove}
      withdrawAction={proposes ? disposalWithdrawalPath(place, run.id) : undefined}
      recordHref={run.state === 'done' ? disposalRecordPath(place, run.id) : undefined}
      hold={
        proposes
          ? {
              action: holdsPath(place),
              choices: tallied(items).flatMap(({ kind, items: found }) =>
                found.slice(0, shownItems).map((item) => ({
                  value: `${kind}:${item.subjectId}`,
                  label: `${item.title}, ${formatDay(item.day, language)}`,
                })),
              ),
            }
          : undefined
      }
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}
