import { startOfDay } from '../../kernel/instant.ts'
import type { Typesetter } from '../../platform/documents/typst.ts'
import { get, type PageRequest } from '../../platform/http/page.ts'
import { getMeeting } from '../directory/index.ts'
import { settingsFor } from '../guidelines/index.ts'
import { typesetterInLook } from '../municipalities/index.ts'
import { namesOf } from '../people/index.ts'
import { filesOf, type FrozenReport, printReport, readReport } from '../reports/index.ts'
import { listDecisionsAt } from '../visits/index.ts'
import { decisionLine } from './meetings.decisions.page.ts'
import { type MeetingPackage, meetingPackage } from './meetings.package.ts'
import { itemsOf } from './meetings.items.basis.ts'
import { meetingsTexts } from './meetings.texts.ts'

/** The meeting's papers as one file, for the secretary. */
export const papersRoutes = [
  get('/sammantraden/:id/handlingar.zip', 'meetings:prepare', async (request) => {
    const typesetter = await typesetterInLook(request)
    const content = await packageContent(request, typesetter, request.id())
    const { name, bytes } = await meetingPackage(typesetter, content)
    return request.file(bytes, { type: 'application/zip', name })
  }),
]

type Paper = {
  readonly reportId: string
  readonly frozen: FrozenReport
  readonly kept: Uint8Array | undefined
  readonly attachments: Awaited<ReturnType<typeof filesOf>>
}

/**
 * Returns what the meeting's package holds, in Swedish, the language of the authority. A report whose file the
 * background work has not kept yet is printed from what was frozen: the bytes are the same.
 */
async function packageContent(
  request: PageRequest,
  typesetter: Typesetter,
  meetingId: string,
): Promise<MeetingPackage> {
  const { scope, municipality, committee } = request
  const { meeting, items, names, papers, decisions, terms } = await request.read(async (tx) => {
    const listed = await itemsOf(tx, scope, meetingId)
    const papers: Paper[] = []
    for (const { reportId, version } of listed.filter(({ kind }) => kind === 'paper')) {
      // The papers go to the whole committee: what is marked as secret is left out, whoever fetches them.
      const { frozen, pdf } = await readReport(tx, scope, reportId, { version, forOthers: true })
      papers.push({ reportId, frozen, kept: pdf, attachments: await filesOf(tx, scope, reportId, frozen) })
    }
    return {
      meeting: await getMeeting(tx, scope, meetingId),
      items: listed,
      names: await namesOf(tx, scope),
      papers,
      decisions: await listDecisionsAt(tx, scope, meetingId),
      terms: (await settingsFor(tx, scope, scope.today))?.terms ?? [],
    }
  })
  const written = await Promise.all(
    papers.map(async ({ reportId, frozen, kept, attachments }) => ({
      reportId,
      attachments,
      title: frozen.title,
      units: frozen.units.map(({ name }) => name),
      visitDay: frozen.visit.day,
      authors: frozen.authors.map(({ name }) => name),
      registrationNumber: frozen.registrationNumber,
      version: frozen.version,
      drawnUp: frozen.drawnUp,
      pdf: kept ?? (await printReport(typesetter, frozen)),
    })),
  )
  const texts = meetingsTexts('sv')
  return {
    language: 'sv',
    municipality: municipality.name,
    committee: committee.name,
    meetingDay: meeting.day,
    createdAt: startOfDay(scope.today),
    written,
    oral: items.flatMap(({ kind, units, visitDay, speakerId, line }) =>
      kind === 'oral-report' || kind === 'oral-summary'
        ? [{ kind, units, visitDay, line, speaker: speakerId === null ? undefined : names.get(speakerId) }]
        : [],
    ),
    discussion: items
      .filter(({ kind }) => kind === 'discussion')
      .flatMap(({ units, visitDay, authors, points }) => {
        const said = points.length > 0 ? points : [texts.discussVisit(units.join(', '))]
        return said.map((text) => ({ text, units, visitDay, raisedBy: authors }))
      }),
    decisions: decisions.map((it) => decisionLine(it, 'sv', terms)),
    marks: municipality.isDemo ? [texts.fictional] : [],
  }
}
