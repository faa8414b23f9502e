import type { Settings } from '../../engine/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import { may, type Scope } from '../../platform/scope.ts'
import type { Definition } from '../../ui/index.ts'
import { visitNoticePath } from './planning.paths.ts'
import { noticeGuidance } from './planning.rules.ts'
import { planningTexts } from './planning.texts.ts'
import { mayNoteAttendance } from './visits.rules.ts'
import type { VisitRow } from './visits.store.ts'
import { initiatorName } from './visits-words.texts.ts'

type About = { readonly settings: Settings | undefined; readonly language: Language }

/** Returns what is planned and noted of a visit beside its programme, for the page of the visit. */
export function planningFacts(visit: VisitRow, { settings, language }: About): readonly Definition[] {
  const texts = planningTexts(language)
  const terms = settings?.terms ?? []
  const words = wordsOf(language, terms)
  const asksNotice = noticeGuidance(settings, visit.form) !== undefined
  const shown = (present: boolean, term: string, description: string) => (present ? [{ term, description }] : [])
  const notice =
    visit.noticeOn === null
      ? texts.noticeNone
      : texts.noticeSaid(texts.formatDay(visit.noticeOn), words.labels(visit.noticeSays))
  return [
    ...shown(visit.forum !== '', texts.forumTerm, visit.forum),
    ...shown(visit.toMeet !== '', texts.toMeetTerm, visit.toMeet),
    ...shown(
      visit.consulted.length > 0,
      texts.consultedTerm,
      visit.consulted.map((role) => initiatorName(role, language, terms)).join(', '),
    ),
    ...shown(asksNotice || visit.noticeOn !== null, texts.noticeTerm, notice),
    ...(visit.declinedReason === null || visit.declinedOn === null
      ? []
      : [
          {
            term: texts.declinedTerm,
            description: texts.declinedOn(texts.causes[visit.declinedReason], texts.formatDay(visit.declinedOn)),
          },
        ]),
  ]
}

/** Returns where notice of the visit is noted, for those who can and where the guideline asks for it. */
export function noticeHrefOf(
  { scope, place }: { readonly scope: Scope; readonly place: PlaceSlugs },
  visit: VisitRow,
  settings: Settings | undefined,
): string | undefined {
  const concerned = {
    unitIds: visit.units.map(({ id }) => id),
    invitedIds: visit.invitations.map(({ personId }) => personId),
    initiatedBy: visit.initiatedBy,
  }
  const isOff = visit.state === 'declined' || visit.state === 'cancelled'
  if (isOff || noticeGuidance(settings, visit.form) === undefined) return undefined
  return may(scope, 'visits:attend') && mayNoteAttendance(scope, concerned)
    ? visitNoticePath(place, visit.id)
    : undefined
}
