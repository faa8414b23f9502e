import { wordsOf } from '../../engine/rules/words.ts'
import type { Language } from '../../kernel/language.ts'
import type { Refusal } from '../../kernel/result.ts'
import type { BadInput, Outcome } from '../../platform/command.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { fieldText } from '../../platform/http/form-fields.ts'
import { get, type PageRequest, post } from '../../platform/http/page.ts'
import { may } from '../../platform/scope.ts'
import { emptyForm, formatDay, type FormState } from '../../ui/index.ts'
import { getMeeting } from '../directory/index.ts'
import { settingsFor } from '../guidelines/index.ts'
import { namesOf } from '../people/index.ts'
import { restrictionTexts } from '../reports/index.ts'
import { reportPath, reportPdfPath } from '../reports/reports.paths.ts'
import { listDecisionsAt, listUnreportedDecisions, type ReportedDecision } from '../visits/index.ts'
import { visitPath } from '../visits/visits.paths.ts'
import { addLateReport, noteItemDone, noteNotification } from './meetings.commands.ts'
import { decisionLine } from './meetings.decisions.page.ts'
import type { LinkedDecision } from './meetings.decisions.views.tsx'
import { takeBackSpoken } from './meetings.oral.commands.ts'
import { meetingSpokenPath, takeBackPath } from './meetings.oral.paths.ts'
import { spokenRoutes } from './meetings.oral.routes.tsx'
import { listVisitsBefore } from './meetings.oral.store.ts'
import { spokenError, spokenTexts } from './meetings.oral.texts.ts'
import { papersRoutes } from './meetings.papers.routes.tsx'
import {
  meetingItemPath,
  meetingItemsPath,
  meetingNotificationPath,
  meetingPackagePath,
  meetingPath,
  meetingsPath,
} from './meetings.paths.ts'
import { canBeNoted, takesItems, takesPapers } from './meetings.rules.ts'
import { itemsOf } from './meetings.items.basis.ts'
import { type ItemRow, listMeetingRows, listUnplaced } from './meetings.store.ts'
import { meetingError, meetingsTexts } from './meetings.texts.ts'
import { type Item, MeetingDetails, MeetingList } from './meetings.views.tsx'

/** Meetings: the calendar with what is on each list, one meeting, its package, and what was noted afterwards. */
export const meetingsRoutes = [
  get('/sammantraden', 'meetings:read', async (request) => {
    const { scope, language, place } = request
    const prepares = may(scope, 'meetings:prepare')
    const { rows, waiting } = await request.read(async (tx) => ({
      rows: await listMeetingRows(tx, scope),
      waiting: prepares ? await linkedDecisions(tx, request, await listUnreportedDecisions(tx, scope)) : [],
    }))
    const lines = rows.map(({ day, papersDeadline, ...row }) => ({
      ...row,
      href: meetingPath(place, row.id),
      day: formatDay(day, language),
      deadline: formatDay(papersDeadline, language),
      isComing: takesItems({ day }, scope.today),
    }))
    const coming = lines.filter(({ isComing }) => isComing).toReversed()
    const past = lines.filter(({ isComing }) => !isComing)
    return request.page(
      meetingsTexts(language).title,
      <MeetingList language={language} coming={coming} past={past} waiting={waiting} />,
    )
  }),

  get('/sammantraden/:id', 'meetings:read', (request) => meetingPage(request, emptyForm)),

  ...papersRoutes,
  ...spokenRoutes,

  post('/sammantraden/:id/punkter', 'meetings:prepare', async (request) => {
    const form = await request.form()
    const outcome = await request.run(addLateReport, { ...form, meetingId: request.id() })
    return answer(request, outcome, (field) => field, form)
  }),

  post('/sammantraden/:id/punkter/:itemId', 'meetings:prepare', async (request) => {
    const itemId = request.id('itemId')
    const form = await request.form()
    const nameOf = (field: string) => `${field === '' ? 'paragraph' : field}.${itemId}`
    const outcome = await request.run(noteItemDone, {
      meetingId: request.id(),
      itemId,
      paragraph: fieldText(form, nameOf('paragraph')),
      note: fieldText(form, nameOf('note')),
    })
    return answer(request, outcome, nameOf, form)
  }),

  post('/sammantraden/:id/punkter/:itemId/ta-tillbaka', 'meetings:prepare', async (request) => {
    const outcome = await request.run(takeBackSpoken, { meetingId: request.id(), itemId: request.id('itemId') })
    return answer(request, outcome, (field) => field, {})
  }),

  post('/sammantraden/:id/delgivning', 'meetings:prepare', async (request) => {
    const form = await request.form()
    const outcome = await request.run(noteNotification, {
      meetingId: request.id(),
      paragraph: fieldText(form, 'paragraph'),
    })
    return answer(request, outcome, (field) => field, form)
  }),
]

/** Back to the meeting when it went well; else its page again with what was typed and what is wrong. */
function answer(
  request: PageRequest,
  outcome: Outcome<unknown>,
  nameOf: (field: string) => string,
  values: FormState['values'],
): Promise<Response> | Response {
  if (outcome.ok) return request.redirect(meetingPath(request.place, request.id()))
  return meetingPage(request, { values, errors: errorsOf(outcome, request.language, nameOf) })
}

function errorsOf(
  outcome: Refusal | BadInput,
  language: Language,
  nameOf: (field: string) => string,
): FormState['errors'] {
  const texts = meetingsTexts(language)
  const issues = 'issues' in outcome ? outcome.issues : [{ field: outcome.field ?? '', code: outcome.code }]
  const taken = spokenTexts(language)
  return issues.map(({ field, code }) => ({
    field: nameOf(field),
    message: code in taken.errors ? spokenError(taken, code) : meetingError(texts, code),
  }))
}

async function meetingPage(request: PageRequest, form: FormState): Promise<Response> {
  const { scope, language, place } = request
  const id = request.id()
  const texts = meetingsTexts(language)
  const { meeting, items, names, unplaced, decisions, visits } = await request.read(async (tx) => ({
    meeting: await getMeeting(tx, scope, id),
    visits: await listVisitsBefore(tx, scope, { meetingId: id, day: (await getMeeting(tx, scope, id)).day }),
    items: await itemsOf(tx, scope, id),
    names: await namesOf(tx, scope),
    unplaced: await listUnplaced(tx, scope),
    decisions: await linkedDecisions(tx, request, await listDecisionsAt(tx, scope, id)),
  }))
  const prepares = may(scope, 'meetings:prepare')
  const notes = prepares && canBeNoted(meeting, scope.today)
  const shown = items.map((item) =>
    shownItem(item, {
      request,
      names,
      action: notes ? meetingItemPath(place, id, item.id) : undefined,
      takeBack: notes ? takeBackPath(place, id, item.id) : undefined,
    }),
  )
  const of = (...kinds: readonly Item['kind'][]) => shown.filter(({ kind }) => kinds.includes(kind))
  const deadline = formatDay(meeting.papersDeadline, language)
  const papers = of('paper')
  return request.page(
    texts.meetingTitle(formatDay(meeting.day, language)),
    <MeetingDetails
      language={language}
      day={formatDay(meeting.day, language)}
      place={meeting.place}
      deadline={takesPapers(meeting, scope.today) ? texts.deadlineOpen(deadline) : texts.deadlinePassed(deadline)}
      papers={papers}
      oral={of('oral-report', 'oral-summary')}
      discussion={of('discussion')}
      decisions={decisions}
      packageHref={prepares && items.length + decisions.length > 0 ? meetingPackagePath(place, id) : undefined}
      notifyAction={
        notes && papers.some(({ doneUnder }) => doneUnder === undefined)
          ? meetingNotificationPath(place, id)
          : undefined
      }
      late={
        prepares && takesItems(meeting, scope.today)
          ? {
              action: meetingItemsPath(place, id),
              choices: unplaced.map(({ id: report, units, day, number }) => ({
                value: report,
                label: texts.lateChoice(wordsOf(language).list(units), formatDay(day, language), number ?? ''),
              })),
            }
          : undefined
      }
      spoken={
        notes
          ? {
              action: meetingSpokenPath(place, id),
              choices: visits.map(({ id: visit, units, day }) => ({
                value: visit,
                label: spokenTexts(language).visitChoice(wordsOf(language).list(units), formatDay(day, language)),
              })),
            }
          : undefined
      }
      notYet={prepares && !notes && items.length > 0}
      form={form}
      listHref={meetingsPath(place)}
    />,
    form.errors.length > 0 ? 422 : 200,
  )
}

/** Decisions in words, each with the way to its visit. */
async function linkedDecisions(
  tx: ReadTx,
  { scope, language, place }: PageRequest,
  decisions: readonly ReportedDecision[],
): Promise<readonly LinkedDecision[]> {
  const terms = decisions.length === 0 ? [] : ((await settingsFor(tx, scope, scope.today))?.terms ?? [])
  return decisions.map((it) => ({ ...decisionLine(it, language, terms), href: visitPath(place, it.visitId) }))
}

type Showing = {
  readonly request: PageRequest
  readonly names: ReadonlyMap<string, string>
  readonly action: string | undefined
  readonly takeBack: string | undefined
}

function shownItem(item: ItemRow, { request, names, action, takeBack }: Showing): Item {
  const { language, place } = request
  const texts = meetingsTexts(language)
  const secrecy = item.isRestricted ? [restrictionTexts(language).mark] : []
  return {
    id: item.id,
    kind: item.kind,
    units: wordsOf(language).list(item.units),
    visitDay: formatDay(item.visitDay, language),
    authors: wordsOf(language).list(item.authors),
    number: [item.registrationNumber ?? '', ...secrecy].filter((it) => it !== '').join(' · '),
    // What is said of a visit whose report is a draft stands there without a way into the draft.
    reportHref: item.isDraft ? undefined : reportPath(place, item.reportId),
    spoken: {
      isGiven: item.givenAt !== null,
      wasDiscussed: item.wasDiscussed,
      takeBack:
        takeBack === undefined || item.doneAt !== null
          ? undefined
          : { action: takeBack, what: `${texts.kinds[item.kind]}, ${wordsOf(language).list(item.units)}` },
    },
    pdfHref: item.kind === 'paper' ? reportPdfPath(place, item.reportId) : undefined,
    speaker: (item.speakerId === null ? undefined : names.get(item.speakerId)) ?? texts.noSpeaker,
    points: item.kind === 'discussion' && item.points.length === 0 ? secrecy : item.points,
    line: item.line,
    doneUnder: item.doneAt === null ? undefined : (item.paragraph ?? ''),
    note: item.note,
    action,
  }
}
