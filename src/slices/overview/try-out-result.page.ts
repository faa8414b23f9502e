import { kindTitle } from '../../engine/index.ts'
import type { Language } from '../../kernel/language.ts'
import { formatKronor, type Ore } from '../../kernel/money.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import { type Finding as ShownFinding, formatDay } from '../../ui/index.ts'
import { shownFinding } from '../guidelines/index.ts'
import { type ResultPart, resultParts, tryOutPath } from './try-out.paths.ts'
import { type Measure, measures, type Numbers, type ToldFinding, type TryOutResult } from './try-out.rules.ts'
import { tryOutTexts } from './try-out.texts.ts'
import type { ShownChange, ShownResult, ShownRow } from './try-out-result.views.tsx'

type Asked = {
  readonly id: string
  readonly part: ResultPart
  readonly page: number
  readonly language: Language
  readonly place: PlaceSlugs
}

const rowsOnPage = 15
const findingsOnPage = 25
/** The rest of a row's sentences stand under "Nytt" and "Borta". */
const sentencesInRow = 8

/** Returns a result as its page shows it: the totals, and one part at a time. */
export function presentResult(result: TryOutResult, asked: Asked): ShownResult {
  const { id, part, language, place } = asked
  const texts = tryOutTexts(language)
  const { appeared, disappeared } = result
  return {
    visits: result.visits,
    before: result.before.map(({ title }) => title),
    beforeIds: result.before.map((it) => it.id).join(', '),
    afterId: result.after.id,
    borrowed: result.borrowed.length,
    isUnchanged:
      measures.every((measure) => result.total[measure].difference === 0) && appeared.count + disappeared.count === 0,
    totals: measures.map((measure) => ({
      key: measure,
      label: texts.measures[measure],
      before: amount(measure, result.total[measure].before),
      after: amount(measure, result.total[measure].after),
      difference: signed(measure, result.total[measure].difference, texts.same),
    })),
    part,
    tabs: resultParts.map((it) => ({
      label:
        it === 'nytt'
          ? texts.partNames.nytt(appeared.count)
          : it === 'borta'
            ? texts.partNames.borta(disappeared.count)
            : texts.partNames[it],
      href: tryOutPath(place, id, { part: it }),
      current: it === part,
    })),
    ...contentOf(result, asked),
  }
}

type Content = Pick<ShownResult, 'rows' | 'findings' | 'kept' | 'page' | 'pages' | 'hrefOf'>

function contentOf(result: TryOutResult, asked: Asked): Content {
  const { part, page: wanted, language, id, place } = asked
  const hrefOf = (page: number) => tryOutPath(place, id, { part, page })
  const told = { result, language }
  if (part === 'nytt' || part === 'borta') {
    const { items, count } = part === 'nytt' ? result.appeared : result.disappeared
    const { page, pages, shown } = paged(items, findingsOnPage, wanted)
    const kept = items.length < count ? tryOutTexts(language).kept(items.length, count) : undefined
    return { findings: shown.map((it) => sentenceOf(it, told)), kept, page, pages, hrefOf }
  }
  const all = part === 'regler' ? rulesOf(told) : subjectsOf(part === 'enheter' ? result.units : result.persons, told)
  const { page, pages, shown } = paged(all, rowsOnPage, wanted)
  return { rows: shown.map((make) => make()), page, pages, hrefOf }
}

type Telling = { readonly result: TryOutResult; readonly language: Language }

/** Sentences are made for the rows of one page alone. */
type MakeRow = () => ShownRow

function subjectsOf(rows: TryOutResult['units'], told: Telling): readonly MakeRow[] {
  return rows.map(({ id, name, numbers }) => () => ({
    key: id,
    name,
    about: undefined,
    changes: changesOf(numbers, told.language),
    ...sentencesOf(told, ({ concerns }) => concerns.includes(id)),
  }))
}

function rulesOf(told: Telling): readonly MakeRow[] {
  return told.result.rules.map(({ rule, kind, clause, numbers }) => () => ({
    key: `${rule} ${kind}`,
    name: rule,
    about: [titleOf(kind, told.language), clause].filter((it) => it !== '').join(' · '),
    changes: changesOf(numbers, told.language),
    ...sentencesOf(told, ({ finding }) => finding.rule === rule && finding.kind === kind),
  }))
}

/** What the engine finds by itself, such as that no guideline was in force, is of no kind of rule. */
function titleOf(kind: string, language: Language): string {
  try {
    return kindTitle(kind, language)
  } catch {
    return ''
  }
}

function changesOf(numbers: Numbers, language: Language): readonly ShownChange[] {
  const texts = tryOutTexts(language)
  return measures
    .filter((measure) => numbers[measure].difference !== 0)
    .map((measure) => ({
      key: measure,
      text: texts.change(
        texts.measures[measure],
        amount(measure, numbers[measure].before),
        amount(measure, numbers[measure].after),
      ),
    }))
}

function sentencesOf(told: Telling, isAbout: (it: ToldFinding) => boolean): Pick<ShownRow, 'appeared' | 'gone'> {
  const side = ({ items }: TryOutResult['appeared']) => {
    const own = items.filter(isAbout)
    return { count: own.length, items: own.slice(0, sentencesInRow).map((it) => sentenceOf(it, told)) }
  }
  return { appeared: side(told.result.appeared), gone: side(told.result.disappeared) }
}

function sentenceOf({ finding }: ToldFinding, { result, language }: Telling): ShownFinding {
  const shown = shownFinding(finding, language, ({ id }) => result.names[id] ?? id, undefined, result.terms)
  const { subject, day } = finding
  if (subject.type !== 'visit' || day === undefined) return shown
  return { ...shown, text: tryOutTexts(language).aboutVisit(formatDay(day, language), shown.text) }
}

function isMoney(measure: Measure): boolean {
  return measure === 'payable' || measure === 'expected'
}

function amount(measure: Measure, value: number): string {
  return isMoney(measure) ? formatKronor(value as Ore) : String(value)
}

function signed(measure: Measure, value: number, same: string): string {
  if (value === 0) return same
  const size = amount(measure, Math.abs(value))
  return value > 0 ? `+${size}` : `−${size}`
}

function paged<T>(all: readonly T[], size: number, wanted: number) {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(Math.max(1, wanted), pages)
  return { page, pages, shown: all.slice((page - 1) * size, page * size) }
}
