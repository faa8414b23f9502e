import { formatInstant } from '../../kernel/instant.ts'
import { isBadInput } from '../../platform/command.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, type FormState } from '../../ui/index.ts'
import { namesOf } from '../people/index.ts'
import { answerCorrection } from './correction.commands.ts'
import { correctionsPath } from './correction.paths.ts'
import { listCorrections } from './correction.store.ts'
import { correctionTexts } from './correction.texts.ts'
import { CorrectionsPage } from './correction.views.tsx'

/** The requests for correction, and the answers to them. */
export const correctionRoutes = [
  get('/rattelser', 'data-protection:read', (request) => page(request, emptyForm)),

  post('/rattelser/:id/svar', 'data-protection:edit', async (request) => {
    const id = request.id()
    const form = await request.form()
    const answer = { id, outcome: fieldText(form, `outcome.${id}`), answer: fieldText(form, `answer.${id}`) }
    const outcome = await request.run(answerCorrection, answer)
    if (outcome.ok) return request.redirect(correctionsPath(request.place))
    const { errors } = correctionTexts(request.language)
    const said = (field: string, code: string) => ({
      field: field === '' ? '' : `${field}.${id}`,
      message: errors[code] ?? code,
    })
    return page(request, {
      values: form,
      errors: isBadInput(outcome)
        ? outcome.issues.map(({ field, code }) => said(field, code))
        : [said(outcome.field ?? '', outcome.code)],
    })
  }),
]

async function page(request: PageRequest, form: FormState): Promise<Response> {
  const { language, place, scope } = request
  const texts = correctionTexts(language)
  const { rows, names } = await request.read(async (tx) => ({
    rows: await listCorrections(tx, scope),
    names: await namesOf(tx, scope),
  }))
  const lines = rows.map(({ request: it, name }) => ({
    id: it.id,
    name,
    when: formatInstant(it.askedAt, language),
    wrong: it.wrong,
    should: it.should,
    aboutRegistered: it.registeredForId !== null,
    outcome: it.outcome ?? undefined,
    answered:
      it.outcome === null || it.handledAt === null
        ? ''
        : texts.answered(
            texts.outcomes[it.outcome],
            names.get(it.handledById ?? '') ?? '',
            formatInstant(it.handledAt, language),
          ),
    answer: it.answer,
    mayAnswer: it.outcome === null && it.personId !== scope.personId && may(scope, 'data-protection:edit'),
  }))
  const body = <CorrectionsPage language={language} place={place} lines={lines} form={form} />
  return request.page(texts.title, body, form.errors.length > 0 ? 422 : 200)
}
