import type { Language } from '../../kernel/language.ts'
import { formatDay } from '../../ui/index.ts'
import type { MeetingRow } from '../directory/index.ts'
import type { ReportBasis } from './reports.basis.ts'
import { namesText } from './reports.page.ts'
import { reportsTexts } from './reports.texts.ts'

/** Returns what happens when the report is made final, a sentence each: to whom it goes, and to which meeting. */
export function finaliseHappens(input: {
  readonly language: Language
  readonly basis: Pick<ReportBasis, 'guide' | 'managers'>
  readonly meeting: Pick<MeetingRow, 'day' | 'papersDeadline'> | undefined
  readonly hasQuestions: boolean
}): readonly string[] {
  const { language, basis, meeting, hasQuestions } = input
  const { guide, managers } = basis
  const texts = reportsTexts(language)
  const toManagers = managers.length === 0 ? texts.finalNoManager : texts.finalToManagers(namesText(managers, language))
  const toMeeting = meeting
    ? texts.finalToMeeting(formatDay(meeting.day, language), formatDay(meeting.papersDeadline, language))
    : texts.finalNoMeeting
  return [
    texts.finalOfficial,
    ...(guide.toManager ? [toManagers] : []),
    texts.finalToCommittee,
    toMeeting,
    ...(guide.oralSummary ? [texts.finalOralSummary] : []),
    ...(guide.discussion && hasQuestions ? [texts.finalDiscussion] : []),
    ...(guide.feeNeedsReport ? [texts.finalFee] : []),
  ]
}
