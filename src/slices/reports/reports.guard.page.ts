import type { Settings } from '../../engine/index.ts'
import { inStockholm } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx, Tx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { formatDay } from '../../ui/index.ts'
import { wordsOf } from '../../engine/rules/words.ts'
import { getUnit } from '../directory/index.ts'
import { settingsFor } from '../guidelines/index.ts'
import { getMunicipality } from '../municipalities/index.ts'
import { listHolders } from '../people/index.ts'
import { type DraftFields, freeTopic, textField } from './reports.fields.rules.ts'
import { guardDraft, type LaterText, undecidedLater } from './reports.guard.basis.ts'
import {
  type ConcernWay,
  concernWays,
  type Flagged,
  flaggedIn,
  groundFor,
  type HitKind,
  matterOf,
  piecesOf,
  removableHits,
} from './reports.guard.rules.ts'
import { findTakenAway, type TakenAway } from './reports.guard.store.ts'
import { guardTexts } from './reports.guard.texts.ts'
import { reportGuide } from './reports.guide.rules.ts'
import { handOverPath } from './reports.handover.paths.ts'
import { type HandOverRow, listHandOvers } from './reports.handover.store.ts'
import { handOverTexts } from './reports.handover.texts.ts'
import type { ReportRow } from './reports.store.ts'
import { reportsTexts } from './reports.texts.ts'

/** One sentence that the author is asked about, in words. */
export type GuardNote = {
  readonly field: string
  readonly tag: string
  /** The heading that the field stands under. */
  readonly where: string
  readonly pieces: readonly { readonly text: string; readonly seen: boolean }[]
  /** How the sentence begins: for telling apart buttons that say the same. */
  readonly begins: string
  /** What the guard saw, why it matters, and what the guideline says of it. */
  readonly seen: readonly { readonly what: string; readonly why: string; readonly says?: string | undefined }[]
  readonly canTakeWords: boolean
  /** What the button for handing over says; absent for what is nobody's matter. */
  readonly handOver?: string | undefined
  /** The ways to report concern, where the sentence points to abuse or danger. */
  readonly concern?: Concern | undefined
  /** What is good to know before it is handed over. */
  readonly before?: string | undefined
}

/** The ways to report concern, what fits best first, and whom to ask. */
export type Concern = { readonly ways: readonly ConcernWay[]; readonly address: string }

/** Something that was handed over instead of reported, in a line, for its sender. */
export type HandOverLine = {
  readonly id: string
  readonly line: string
  readonly answer?: string | undefined
  readonly href: string
  readonly label: string
  /** Nobody has opened it, and the report is still a draft. */
  readonly canTakeBack: boolean
}

/** What a draft's page shows of the guard. */
export type DraftGuard = {
  readonly concern?: Concern | undefined
  /** What nobody has decided on yet, by field. */
  readonly notes: ReadonlyMap<string, readonly GuardNote[]>
  readonly handOvers: readonly HandOverLine[]
}

/** What the page of the check shows. */
export type GuardPage = {
  readonly concern?: Concern | undefined
  readonly open: readonly GuardNote[]
  readonly kept: readonly GuardNote[]
  /** How many more are shown when these are decided on. */
  readonly more: number
  readonly taken?: TakenAway | undefined
  readonly handOvers: readonly HandOverLine[]
}

/** Who looks: the author, or the author for whom the secretary writes. */
export type Asking = { readonly language: Language; readonly place: PlaceSlugs; readonly personId: string }

/** So many sentences are shown on a page; a text that somebody has pasted by mistake can have thousands. */
const mostOnPage = 50
const mostAtField = 10

/** Returns what the draft's page shows of the guard, of the fields as they are saved unless others are given. */
export async function draftGuard(
  tx: ReadTx | Tx,
  scope: Scope,
  report: ReportRow,
  { language, place, personId }: Asking,
  fields?: DraftFields,
): Promise<DraftGuard> {
  const guarded = await guardDraft(tx, scope, report, fields)
  const handOvers = await listHandOvers(tx, scope, { personId, reportId: report.id })
  const words = await wordsFor(tx, scope, report, guarded.settings, language)
  const open = Map.groupBy(
    guarded.sentences.filter(({ isKept }) => !isKept),
    ({ field }) => field,
  )
  return {
    concern: await concernIn(tx, scope, [...guarded.sentences, ...seenIn(handOvers, personId)]),
    notes: new Map([...open].map(([field, sentences]) => [field, sentences.slice(0, mostAtField).map(words)])),
    handOvers: linesOf(handOvers, { language, place, personId }),
  }
}

/** Returns what the guard asks about in texts that go into the report at once, by field. */
export async function laterNotes(
  tx: ReadTx | Tx,
  scope: Scope,
  report: ReportRow,
  { language, texts }: { readonly language: Language; readonly texts: readonly LaterText[] },
): Promise<DraftGuard['notes']> {
  const open = await undecidedLater(tx, scope, report, texts)
  if (open.length === 0) return new Map()
  const words = await wordsFor(tx, scope, report, await settingsFor(tx, scope, report.visitDay), language)
  const byField = Map.groupBy(open, ({ field }) => field)
  return new Map([...byField].map(([field, sentences]) => [field, sentences.slice(0, mostAtField).map(words)]))
}

/** Returns what the page of the check shows. */
export async function guardPage(
  tx: ReadTx | Tx,
  scope: Scope,
  report: ReportRow,
  { language, place, personId }: Asking,
): Promise<GuardPage> {
  const guarded = await guardDraft(tx, scope, report)
  const taken = await findTakenAway(tx, scope, report.id, personId)
  const handOvers = await listHandOvers(tx, scope, { personId, reportId: report.id })
  const words = await wordsFor(tx, scope, report, guarded.settings, language)
  const open = guarded.sentences.filter(({ isKept }) => !isKept)
  const gone = taken === undefined ? [] : flaggedIn(new Map([[taken.field, taken.text]]), { names: [] })
  return {
    // Whoever takes the sentence out of the report or hands it over can still need to know where to turn.
    concern: await concernIn(tx, scope, [...guarded.sentences, ...gone, ...seenIn(handOvers, personId)]),
    open: open.slice(0, mostOnPage).map(words),
    more: Math.max(0, open.length - mostOnPage),
    kept: guarded.sentences
      .filter(({ isKept }) => isKept)
      .slice(0, mostOnPage)
      .map(words),
    taken,
    handOvers: linesOf(handOvers, { language, place, personId }),
  }
}

function seenIn(handOvers: readonly HandOverRow[], personId: string): readonly Flagged[] {
  const own = handOvers.filter(({ handedOverBy }) => handedOverBy === personId)
  return own.flatMap(({ field, text }) => flaggedIn(new Map([[field, text]]), { names: [] }))
}

async function concernIn(tx: ReadTx | Tx, scope: Scope, sentences: readonly Flagged[]): Promise<Concern | undefined> {
  const about = sentences.filter(({ hits }) => hits.some(({ kind }) => kind === 'concern'))
  if (about.length === 0) return undefined
  const { functionAddress } = await getMunicipality(tx, scope.municipalityId)
  return { ways: concernWays(about.map(({ text }) => text)), address: functionAddress }
}

type Words = (flagged: Flagged) => GuardNote

async function wordsFor(
  tx: ReadTx | Tx,
  scope: Scope,
  report: ReportRow,
  settings: Settings | undefined,
  language: Language,
): Promise<Words> {
  const headings = fieldHeadings(settings, language)
  const unitIds = report.units.map(({ id }) => id)
  const units = await Promise.all(unitIds.map((id) => getUnit(tx, scope, id)))
  const reach = {
    hasManager: (await listHolders(tx, scope, 'manager', { unitIds })).length > 0,
    isPrivate: units.some(({ operatedBy }) => operatedBy === 'private'),
  }
  const { functionAddress: address } = await getMunicipality(tx, scope.municipalityId)
  return (flagged) => noteFor(flagged, { settings, language, reach, address, where: headings(flagged.field) })
}

type Reach = { readonly hasManager: boolean; readonly isPrivate: boolean }
type NoteParts = {
  readonly settings: Settings | undefined
  readonly language: Language
  readonly reach: Reach
  readonly where: string
  /** Whom to ask. */
  readonly address: string
}

function noteFor(flagged: Flagged, { settings, language, reach, where, address }: NoteParts): GuardNote {
  const texts = guardTexts(language)
  const { field, tag, text, hits } = flagged
  const once = new Map(hits.map((hit) => [`${hit.kind} ${hit.checkDigit}`, hit]))
  return {
    field,
    tag,
    where,
    begins: beginning(text),
    pieces: shortened(piecesOf(flagged)),
    seen: [...once.values()].map(({ kind, checkDigit }) => {
      const ground = groundFor(kind, settings, language)
      const wrong = checkDigit === 'wrong' ? texts.sawWrongDigit[kind] : undefined
      const says = ground && texts.says(ground.clause, /[.!?]$/.test(ground.says) ? ground.says : `${ground.says}.`)
      const refers = ground?.referTo && texts.refer(ground.referTo.words)
      return {
        what: wrong ?? texts.saw[kind],
        why: texts.why[kind],
        says: says && [says, refers].filter(Boolean).join(' '),
      }
    }),
    concern: hits.some(({ kind }) => kind === 'concern') ? { ways: concernWays([text]), address } : undefined,
    canTakeWords: removableHits(flagged).length > 0,
    ...handingOver(matterOf(flagged, settings), { settings, language, reach }),
  }
}

function handingOver(
  kind: HitKind | undefined,
  { settings, language, reach }: Pick<NoteParts, 'settings' | 'language' | 'reach'>,
): Pick<GuardNote, 'handOver' | 'before'> {
  const texts = guardTexts(language)
  if (kind === undefined) return {}
  const referTo = groundFor(kind, settings, language)?.referTo
  if (referTo?.toManager === false) return { handOver: texts.handOverTo(referTo.words) }
  if (reach.hasManager)
    return { handOver: texts.handOverToManager, before: reach.isPrivate ? texts.toPrivate : undefined }
  return { handOver: texts.handOverTo(referTo?.words ?? handOverTexts(language).managerOfUnit) }
}

/** How much is shown of a sentence before, between and after what the guard saw. */
const mostAround = 160

function shortened(pieces: ReturnType<typeof piecesOf>): ReturnType<typeof piecesOf> {
  return pieces.map(({ text, seen }, index) => {
    if (seen || text.length <= 2 * mostAround) return { text, seen }
    const before = index === 0 ? '' : text.slice(0, mostAround)
    const after = index === pieces.length - 1 ? '' : text.slice(-mostAround)
    return { text: `${before} … ${after}`, seen }
  })
}

function beginning(text: string): string {
  const words = text.split(/\s+/, 5).join(' ')
  return words.length > 40 ? `${words.slice(0, 40)}…` : words
}

/** Returns what the field stands under, by its name. */
function fieldHeadings(settings: Settings | undefined, language: Language): (field: string) => string {
  const texts = reportsTexts(language)
  const topics = new Map(reportGuide(settings, language).topics.map(({ key, heading }) => [textField(key), heading]))
  return (field) => {
    const [kind = '', position = ''] = field.split('.')
    if (kind === 'proposal') return texts.proposal(Number(position))
    if (kind === 'question') return texts.question(Number(position))
    if (field === textField(freeTopic)) return texts.freeTopic
    return topics.get(field) ?? texts.deviations
  }
}

/** Returns what the one who looks has handed over instead of reporting it. */
export async function ownHandOvers(
  tx: ReadTx | Tx,
  scope: Scope,
  reportId: string,
  on: Omit<Asking, 'personId'>,
): Promise<readonly HandOverLine[]> {
  const { personId } = scope
  return personId === undefined
    ? []
    : linesOf(await listHandOvers(tx, scope, { personId, reportId }), { ...on, personId })
}

/** Returns what the sender sees of what was handed over, a line each. */
function linesOf(rows: readonly HandOverRow[], { language, place, personId }: Asking): readonly HandOverLine[] {
  const texts = handOverTexts(language)
  return rows
    .filter(({ handedOverBy }) => handedOverBy === personId)
    .map((row) => {
      const day = formatDay(inStockholm(row.handedOverAt).day, language)
      const names = wordsOf(language).list(row.to.map(({ name }) => name))
      return {
        id: row.id,
        line:
          row.to.length === 0
            ? texts.lineOutside(row.referredTo, day)
            : texts.lineTo(names, day, texts.states[handOverState(row)]),
        answer: row.answer === '' ? undefined : texts.lineAnswer(row.answer),
        href: handOverPath(place, row.id),
        label: texts.openLabel(row.units, day),
        canTakeBack: row.reportState === 'draft' && row.to.every(({ openedAt }) => openedAt === undefined),
      }
    })
}

/** Returns how far the hand-over has come. */
export function handOverState(
  row: Pick<HandOverRow, 'to' | 'receivedAt' | 'answeredAt'>,
): 'sent' | 'opened' | 'received' | 'answered' | 'outside' {
  if (row.to.length === 0) return 'outside'
  if (row.answeredAt !== null) return 'answered'
  if (row.receivedAt !== null) return 'received'
  return row.to.some(({ openedAt }) => openedAt !== undefined) ? 'opened' : 'sent'
}
