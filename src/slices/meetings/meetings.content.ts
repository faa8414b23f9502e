import type { PageRequest } from '../../platform/http/page.ts'
import { getMeeting } from '../directory/index.ts'
import { namesOf } from '../people/index.ts'
import { type FrozenReport, getFrozen, printReport, reportPdfBytes } from '../reports/index.ts'
import type { MeetingPackage } from './meetings.package.ts'
import { listItems } from './meetings.store.ts'
import { meetingsTexts } from './meetings.texts.ts'

type Paper = { readonly reportId: string; readonly frozen: FrozenReport; readonly kept: Uint8Array | undefined }

/**
 * Returns what the meeting's package holds, in Swedish, the language of the authority. A report whose file the
 * background work has not kept yet is printed from what was frozen: the bytes are the same.
 */
export async function packageContent(
  request: PageRequest,
  meetingId: string,
): Promise<Omit<MeetingPackage, 'createdAt'>> {
  const { scope, municipality, committee, typesetter } = request
  const { meeting, items, names, papers } = await request.read(async (tx) => {
    const listed = await listItems(tx, scope, meetingId)
    const papers: Paper[] = []
    for (const { reportId } of listed.filter(({ kind }) => kind === 'paper')) {
      const frozen = await getFrozen(tx, scope, reportId)
      papers.push({ reportId, frozen, kept: await reportPdfBytes(tx, scope, reportId) })
    }
    return { meeting: await getMeeting(tx, scope, meetingId), items: listed, names: await namesOf(tx, scope), papers }
  })
  const written = await Promise.all(
    papers.map(async ({ reportId, frozen, kept }) => ({
      reportId,
      title: frozen.title,
      units: frozen.units.map(({ name }) => name),
      visitDay: frozen.visit.day,
      authors: frozen.authors.map(({ name }) => name),
      registrationNumber: frozen.registrationNumber,
      version: 1,
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
    written,
    oral: items.flatMap(({ kind, units, visitDay, speakerId }) =>
      kind === 'oral-report' || kind === 'oral-summary'
        ? [{ kind, units, visitDay, speaker: speakerId === null ? undefined : names.get(speakerId) }]
        : [],
    ),
    discussion: items
      .filter(({ kind }) => kind === 'discussion')
      .flatMap(({ units, visitDay, authors, points }) => {
        const said = points.length > 0 ? points : [texts.discussVisit(units.join(', '))]
        return said.map((text) => ({ text, units, visitDay, raisedBy: authors }))
      }),
    marks: municipality.isDemo ? [texts.fictional] : [],
  }
}
