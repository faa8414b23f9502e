import { addDays } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { listLeaves } from '../appointments/index.ts'
import { namesOf } from '../people/index.ts'
import { choosableFor, listReplacements, unavailableFor } from './participants.basis.ts'
import { participantsPath } from './participants.paths.ts'
import type { Unavailable } from './participants.rules.ts'
import { participantsTexts } from './participants.texts.ts'
import type { ParticipantsPart, ParticipantsProps, ReplacementsProps } from './participants.views.tsx'
import { type Names, namer, titleOf, unitsOf } from './visits.page.ts'
import { visitPath } from './visits.paths.ts'
import { actsForOthers, hasBegun, type Moment } from './visits.rules.ts'
import type { VisitRow } from './visits.store.ts'

type Asked = { readonly scope: Scope; readonly language: Language; readonly place: PlaceSlugs }

function saying({ language }: Asked, names: Names) {
  const { why } = participantsTexts(language)
  return (it: Unavailable) => why[it.why](names(it.personId))
}

/** Returns what a visit's own page says of its participants to the one who can change them; undefined for everybody else. */
export async function participantsPart(
  tx: ReadTx,
  asked: Asked,
  visit: VisitRow,
  names: Names,
): Promise<ParticipantsPart | undefined> {
  const { scope, place } = asked
  const isOpen = (visit.state === 'proposed' || visit.state === 'booked') && visit.day >= scope.today
  if (!isOpen || !actsForOthers(scope)) return undefined
  const unavailable = await unavailableFor(tx, scope, visit)
  return { href: participantsPath(place, visit.id), unavailable: unavailable.map(saying(asked, names)) }
}

/** Returns the names of those who would be invited, with their leaves ahead and who comes then. */
export async function wouldBeInvited(
  tx: ReadTx,
  { scope, language }: Asked,
  contacts: readonly { readonly personId: string; readonly name: string }[],
): Promise<readonly string[]> {
  const texts = participantsTexts(language)
  const leaves = await listLeaves(tx, scope, scope.today)
  const names = namer(await namesOf(tx, scope), language)
  return contacts.map(({ personId, name }) => {
    const leave = leaves.find((it) => it.personId === personId)
    if (leave === undefined) return name
    const { validFrom, validUntil, standInId } = leave
    const through = validUntil === null ? undefined : texts.formatDay(addDays(validUntil, -1))
    return texts.away(name, texts.formatDay(validFrom), through, standInId === null ? undefined : names(standInId))
  })
}

/** Returns who is invited to the visit, who can be, and who cannot come. */
export async function participantsPage(
  tx: ReadTx,
  asked: Asked,
  visit: VisitRow,
): Promise<Pick<ParticipantsProps, 'visit' | 'version' | 'unavailable' | 'invited' | 'choosable'>> {
  const { scope, language, place } = asked
  const texts = participantsTexts(language)
  const names = namer(await namesOf(tx, scope), language)
  const byName = new Intl.Collator('sv')
  return {
    version: visit.version,
    visit: { title: titleOf(visit, language), href: visitPath(place, visit.id) },
    unavailable: (await unavailableFor(tx, scope, visit)).map(saying(asked, names)),
    invited: visit.invitations.map((it) => ({
      value: it.personId,
      label:
        it.standsInForId === null ? names(it.personId) : texts.inPlaceOf(names(it.personId), names(it.standsInForId)),
    })),
    choosable: (await choosableFor(tx, scope, visit))
      .map(({ id, name, as }) => ({ value: id, label: `${name} (${texts.as[as]})` }))
      .sort((a, b) => byName.compare(a.label, b.label)),
  }
}

/** Returns the visits ahead where somebody is invited who cannot come. */
export async function replacementsPage(
  tx: ReadTx,
  asked: Asked & { readonly now: Moment },
): Promise<ReplacementsProps['visits']> {
  const { scope, language, place, now } = asked
  const texts = participantsTexts(language)
  const names = namer(await namesOf(tx, scope), language)
  const found = (await listReplacements(tx, scope)).filter(({ visit }) => !hasBegun(visit, now))
  return found.map(({ visit, unavailable }) => ({
    id: visit.id,
    title: texts.visitOn(unitsOf(visit, language), texts.formatDay(visit.day)),
    href: visitPath(place, visit.id),
    version: visit.version,
    participantsHref: participantsPath(place, visit.id),
    unavailable: unavailable.map((it) => ({
      personId: it.personId,
      name: names(it.personId),
      why: saying(asked, names)(it),
      reason: it.why === 'leave' ? 'hindered' : 'left',
      standIn: it.standInId === undefined ? undefined : { id: it.standInId, name: names(it.standInId) },
    })),
  }))
}
