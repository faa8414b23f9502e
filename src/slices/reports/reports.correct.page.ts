import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import { textTag } from '../../kernel/text-tag.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { formatDay, type FormState } from '../../ui/index.ts'
import { findNextMeeting, listMeetings } from '../directory/index.ts'
import { attendanceText } from './reports.after.page.ts'
import { basisOf } from './reports.basis.ts'
import { attendanceDiffers, correctableFields } from './reports.correct.basis.ts'
import { correctionPath } from './reports.correct.paths.ts'
import { correctTexts } from './reports.correct.texts.ts'
import { type FrozenReport, getFrozen } from './reports.document.store.ts'
import { laterNotes } from './reports.guard.page.ts'
import { mergeField, type TypedField } from './reports.fields.rules.ts'
import { namesText } from './reports.page.ts'
import { reportPath } from './reports.paths.ts'
import type { ReportRow } from './reports.store.ts'
import { reportsTexts } from './reports.texts.ts'
import type { CorrectionPage } from './reports-correct.views.tsx'

type Shown = {
  readonly language: Language
  readonly place: PlaceSlugs
  /** What somebody typed, when the page comes back: nothing of it is lost. */
  readonly typed?: readonly TypedField[]
  readonly values?: FormState['values']
  readonly errors?: FormState['errors']
  /** The version that the page had shown before, when another one came meanwhile. */
  readonly seen?: number | undefined
  /** The one who looks was writing in the draft when it was handed in. */
  readonly fromDraft?: boolean
}

/**
 * Returns the page of a correction: the texts as they stand, or as they were typed. Where somebody else has changed a text
 * that was typed too, both stand there; what nobody but the other has changed is shown as it stands now.
 */
export async function correctionPage(
  tx: ReadTx,
  scope: Scope,
  report: ReportRow,
  { language, place, typed = [], values = {}, errors = [], seen, fromDraft = false }: Shown,
): Promise<CorrectionPage> {
  const texts = correctTexts(language)
  const latest = await getFrozen(tx, scope, report.id)
  const basis = await basisOf(tx, scope, report.visitId, 'sv')
  const standing = withTyped(correctableFields(latest, basis.guide.topics), typed)
  const sent = new Map(typed.map((it) => [it.field, it]))
  const fields = standing.map((field) => {
    const mine = sent.get(field.field)
    const outcome = mine === undefined ? 'keep-saved' : mergeField(field.text, mine)
    const collides = outcome === 'collide'
    return {
      ...field,
      tag: textTag(field.text),
      value: outcome === 'keep-saved' ? field.text : (mine?.text ?? field.text),
      savedByOther: collides ? field.text : undefined,
    }
  })
  const changed = fields
    .filter(({ field, value, text }) => sent.has(field) && value !== text)
    .map(({ field, value, text }) => ({ field, text: value, before: text }))
  const notes = await laterNotes(tx, scope, report, { language, texts: changed })
  const isBehind = seen !== undefined && seen < latest.version
  const shown = Object.fromEntries(fields.map(({ field, value }) => [field, value]))
  const attendance = attendanceDiffers(latest.participants, basis.participants)
  return {
    language,
    title: texts.title,
    notice: fromDraft
      ? { heading: texts.finalMeanwhileHeading, text: texts.finalMeanwhile }
      : isBehind
        ? {
            heading: texts.meanwhileHeading(latest.version, latest.correction?.by.name ?? ''),
            text: latest.correction?.why ?? '',
          }
        : undefined,
    groups: groupsOf(
      fields.map((field) => ({ ...field, notes: notes.get(field.field) })),
      language,
    ),
    asksToKeep: notes.size > 0,
    attendance: attendance ? texts.attendanceHint(attendanceText(basis.participants, language)) : undefined,
    happens: [
      ...(latest.registrationNumber ? [texts.sameNumber(latest.registrationNumber, latest.version + 1)] : []),
      ...(basis.guide.toManager && basis.managers.length > 0
        ? [texts.toManagers(namesText(basis.managers, language))]
        : []),
      texts.toMembers,
      await meetingSentence(tx, scope, latest, language),
    ],
    form: { values: { ...values, ...shown }, errors },
    version: latest.version,
    action: correctionPath(place, report.id),
    backHref: reportPath(place, report.id),
  }
}

type Field = ReturnType<typeof correctableFields>[number]

/** The texts that stand, and those typed in fields that the report does not have: further proposals and questions. */
function withTyped(fields: readonly Field[], typed: readonly TypedField[]): readonly Field[] {
  const known = new Set(fields.map(({ field }) => field))
  const texts = reportsTexts('sv')
  return [
    ...fields,
    ...typed.flatMap(({ field, text }): Field[] => {
      const [kind, position] = field.split('.')
      if (known.has(field) || text === '') return []
      if (kind === 'proposal' || kind === 'question')
        return [{ field, kind, heading: texts[kind](Number(position)), text: '' }]
      return kind === 'text' ? [{ field, kind: 'topic', heading: texts.freeTopic, text: '' }] : []
    }),
  ]
}

function groupsOf<Shown extends Field>(
  fields: readonly Shown[],
  language: Language,
): readonly { readonly heading: string; readonly fields: readonly Shown[] }[] {
  const texts = reportsTexts(language)
  const topics = fields.filter(({ kind }) => kind === 'topic')
  const audiences = [...Map.groupBy(topics, ({ audience }) => audience ?? '')].map(([audience, some]) => ({
    // The kind of people was frozen in Swedish, and so is the heading it stands in.
    heading: audience === '' ? texts.topics : reportsTexts('sv').withAudience(audience),
    fields: some,
  }))
  const others = [
    ['explanation', correctTexts(language).explanations] as const,
    ['proposal', texts.proposals] as const,
    ['question', texts.questions] as const,
  ].map(([kind, heading]) => ({ heading, fields: fields.filter((field) => field.kind === kind) }))
  return [...audiences, ...others].filter((group) => group.fields.length > 0)
}

async function meetingSentence(
  tx: ReadTx,
  scope: Scope,
  { meeting }: FrozenReport,
  language: Language,
): Promise<string> {
  const texts = correctTexts(language)
  const former = (await listMeetings(tx, scope)).find(({ id }) => id === meeting?.id)
  const next = former && former.papersDeadline >= scope.today ? former : await findNextMeeting(tx, scope, scope.today)
  return next ? texts.toMeeting(formatDay(next.day, language)) : texts.toNoMeeting
}
