import { adoptedBy, describeCollisions } from '../../engine/index.ts'
import { NotFound } from '../../kernel/errors.ts'
import { isoFromDay } from '../../kernel/date.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { refusedForm } from '../../platform/http/refused-form.ts'
import { may } from '../../platform/scope.ts'
import { type FormState, formatDay, formOf } from '../../ui/index.ts'
import { listMeetings } from '../directory/index.ts'
import { adoptGuideline, answerSilence, registerReview } from './guidelines.commands.ts'
import { adoptionPath, guidelinePath, interpretationPath, reviewPath } from './guidelines.paths.ts'
import { tryOutsPath } from '../overview/try-out.paths.ts'
import { comparePath } from './compare.paths.ts'
import { draftsPath } from './editor.paths.ts'
import { presentFeeRules, presentGuideline } from './presented.views.tsx'
import { getVersion, readShelf } from './guidelines.store.ts'
import { guidelinesTexts } from './guidelines.texts.ts'
import { AdoptionPage, AnswerPage, ReviewPage } from './guidelines-forms.views.tsx'
import { GuidelinePage } from './guidelines.views.tsx'
import { guidelineOf, rulebookOf } from './rulebook.store.ts'

/** The guideline read back, its adoption, and the committee's answers to what it leaves open. */
export const guidelinesRoutes = [
  get('/riktlinje', 'guideline:read', async (request) => {
    const { language, place, scope } = request
    const { versions, rules } = await request.read(async (tx) => {
      const shelf = await readShelf(tx, scope)
      return { versions: shelf.versions, rules: await rulebookOf(tx, shelf) }
    })
    const all = adoptedBy(rules.guidelines, rules.interpretations)
    const shown = versions.flatMap((version, index) => {
      const guideline = rules.guidelines[index]
      const interpretations = rules.interpretations[index]
      if (guideline === undefined || interpretations === undefined) return []
      return [
        presentGuideline({
          versionId: version.id,
          guideline,
          interpretations,
          all,
          language,
          place,
          today: scope.today,
          mayInterpret: may(scope, 'guideline:interpret'),
          mayAdopt: may(scope, 'guideline:adopt'),
        }),
      ]
    })
    return request.page(
      guidelinesTexts(language).title,
      <GuidelinePage
        language={language}
        notice={guidelinesTexts(language).notices[request.query('klart') ?? '']}
        guidelines={shown.reverse()}
        collisions={describeCollisions(rules, language, scope.today)}
        feeRules={rules.feeRules.map((it) => presentFeeRules(it, language))}
        draftsHref={may(scope, 'guideline:edit') ? draftsPath(place) : undefined}
        compareHref={comparePath(place)}
        tryOutHref={may(scope, 'guideline:try-out') ? tryOutsPath(place) : undefined}
      />,
    )
  }),

  get('/riktlinje/:id/antagande', 'guideline:adopt', async (request) => {
    return adoptionPage(request, formOf({ validFrom: isoFromDay(request.scope.today) }))
  }),

  post('/riktlinje/:id/antagande', 'guideline:adopt', async (request) => {
    const form = await request.form()
    const outcome = await request.run(adoptGuideline, { ...form, versionId: request.id() })
    if (outcome.ok) return request.redirect(guidelinePath(request.place, 'adopted'))
    return adoptionPage(request, refusedForm(form, outcome, guidelinesTexts(request.language).errors))
  }),

  get('/riktlinje/:id/uppfoljning', 'guideline:adopt', async (request) => {
    const today = isoFromDay(request.scope.today)
    return reviewPage(request, formOf({ reviewedOn: today, paragraph: '', outcome: '' }))
  }),

  post('/riktlinje/:id/uppfoljning', 'guideline:adopt', async (request) => {
    const form = await request.form()
    const outcome = await request.run(registerReview, { ...form, versionId: request.id() })
    if (outcome.ok) return request.redirect(guidelinePath(request.place, 'reviewed'))
    return reviewPage(request, refusedForm(form, outcome, guidelinesTexts(request.language).errors))
  }),

  get('/riktlinje/:id/tolkningar/:silence', 'guideline:interpret', async (request) => {
    const today = isoFromDay(request.scope.today)
    return answerPage(
      request,
      formOf({ decidedBy: request.committee.name, decidedOn: today, paragraph: '', validFrom: today }),
    )
  }),

  post('/riktlinje/:id/tolkningar/:silence', 'guideline:interpret', async (request) => {
    const form = await request.form()
    const outcome = await request.run(answerSilence, {
      ...form,
      answer: fieldText(form, 'answer'),
      versionId: request.id(),
      silenceId: request.param('silence'),
    })
    if (outcome.ok) return request.redirect(guidelinePath(request.place, 'answered'))
    return answerPage(request, refusedForm(form, outcome, guidelinesTexts(request.language).errors))
  }),
]

async function adoptionPage(request: PageRequest, form: FormState) {
  const { language, place, scope } = request
  const { version, meetings } = await request.read(async (tx) => ({
    version: await getVersion(tx, scope, request.id()),
    meetings: await listMeetings(tx, scope),
  }))
  const texts = guidelinesTexts(language)
  return request.page(
    texts.adoptTitle,
    <AdoptionPage
      language={language}
      title={version.title}
      form={form}
      action={adoptionPath(place, version.id)}
      cancelHref={guidelinePath(place)}
      meetings={meetings
        .filter(({ day }) => day <= scope.today)
        .reverse()
        .map(({ id, day }) => ({ value: id, label: texts.meetingChoice(formatDay(day, language)) }))}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

async function reviewPage(request: PageRequest, form: FormState) {
  const { language, place, scope } = request
  const version = await request.read((tx) => getVersion(tx, scope, request.id()))
  return request.page(
    guidelinesTexts(language).reviewTitle,
    <ReviewPage
      language={language}
      title={version.title}
      form={form}
      action={reviewPath(place, version.id)}
      cancelHref={guidelinePath(place)}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

async function answerPage(request: PageRequest, form: FormState) {
  const { language, place, scope } = request
  const { version, silence } = await request.read((tx) => findSilence(tx, scope, request))
  const texts = guidelinesTexts(language)
  const yesNo = [
    { value: 'true', label: texts.yes },
    { value: 'false', label: texts.no },
  ]
  const choices = silence.choices?.map(({ value, label }) => ({ value: String(value), label: label[language] })) ?? []
  return request.page(
    texts.answerTitle,
    <AnswerPage
      language={language}
      question={silence.question[language]}
      choices={choices.some(({ value }) => value === 'true') ? yesNo : choices}
      form={form}
      action={interpretationPath(place, version.id, silence.id)}
      cancelHref={guidelinePath(place)}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

type Read = Parameters<Parameters<PageRequest['read']>[0]>[0]

async function findSilence(tx: Read, scope: PageRequest['scope'], request: PageRequest) {
  const version = await getVersion(tx, scope, request.id())
  const guideline = await guidelineOf(tx, version)
  const silence = guideline.silences.find(({ id }) => id === request.param('silence'))
  if (!silence || !may(scope, 'guideline:interpret')) throw new NotFound('silence')
  return { version, silence }
}
