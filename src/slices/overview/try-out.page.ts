import { formatInstant, type Instant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type PersonScope } from '../../platform/scope.ts'
import { type FormState, formatDay, formOf, type Tone } from '../../ui/index.ts'
import { listUnits } from '../directory/index.ts'
import { type Choosable, choosableChoices, listChoosable, newestOf } from '../guidelines/index.ts'
import { newDraftPath } from '../guidelines/editor.paths.ts'
import { guidelinePath } from '../guidelines/guidelines.paths.ts'
import { presentResult } from './try-out-result.page.ts'
import {
  newTryOutPath,
  removeTryOutPath,
  restartTryOutPath,
  type ResultPart,
  tryOutPath,
  tryOutsPath,
} from './try-out.paths.ts'
import { isStopped, isUnfinished, yearsOf } from './try-out.rules.ts'
import { getTryOut, type ListedTryOut, listTryOuts, visitDays } from './try-out.store.ts'
import { tryOutTexts } from './try-out.texts.ts'
import type { TryOutLine, TryOutPageProps, TryOutsPageProps } from './try-out.views.tsx'

type Asked = {
  readonly scope: PersonScope
  readonly language: Language
  readonly place: PlaceSlugs
  readonly now: Instant
}

/** Returns the committee's try-outs and the form in which one is started. `form`: what was typed, when it was refused. */
export async function tryOutsPage(
  tx: ReadTx,
  { scope, language, place, now }: Asked,
  { form, notice }: { readonly form?: FormState; readonly notice?: string | undefined } = {},
): Promise<TryOutsPageProps> {
  const mayEdit = may(scope, 'guideline:edit')
  const choosables = await listChoosable(tx, scope, { drafts: mayEdit })
  const years = yearsOf(await visitDays(tx, scope), scope.today)
  const rows = await listTryOuts(tx, scope)
  return {
    language,
    notice,
    guidelineHref: guidelinePath(place),
    form: form ?? beginning(choosables.all, years),
    action: newTryOutPath(place),
    choices: choosableChoices(choosables, language, scope.today),
    years,
    hasUnits: (await listUnits(tx, scope)).length > 0,
    hasProposal: choosables.all.some(isProposed),
    draftHref: mayEdit ? newDraftPath(place) : undefined,
    rows: rows.map((row) => lineOf(row, { language, place, now })),
  }
}

/** Returns one try-out: how far it has come, why it failed, or its result. Throws `NotFound`. */
export async function tryOutPage(
  tx: ReadTx,
  { scope, language, place, now }: Asked,
  { id, part, page, isStill }: Shown,
): Promise<TryOutPageProps> {
  const row = await getTryOut(tx, scope, id)
  const hasStopped = isStopped(row, now)
  return {
    language,
    ...lineOf(row, { language, place, now }),
    allHref: tryOutsPath(place),
    guidelineHref: guidelinePath(place),
    isSynthetic: row.over === 'synthetic',
    day: formatDay(row.day, language),
    progress:
      isUnfinished(row.state) && !hasStopped ? { done: row.done, total: row.total, state: row.state } : undefined,
    isStill,
    stillHref: tryOutPath(place, id, { still: true }),
    reloadHref: tryOutPath(place, id, { still: isStill }),
    problem: row.state === 'failed' ? (row.problem ?? 'fault') : undefined,
    isLost: row.state !== 'failed' && hasStopped,
    restartAction: hasStopped ? restartTryOutPath(place, id) : undefined,
    removeAction: removeTryOutPath(place, id),
    result: row.result === null ? undefined : presentResult(row.result, { id, part, page, language, place }),
  }
}

type Shown = {
  readonly id: string
  readonly part: ResultPart
  readonly page: number
  /** Asks not to be fetched again by itself. */
  readonly isStill: boolean
}

function isProposed({ is, guideline }: Choosable): boolean {
  return is === 'draft' || guideline.status === 'proposal'
}

/** The newest proposal or draft, over every year with visits; a made-up year where there are none. */
function beginning(all: readonly Choosable[], years: readonly number[]): FormState {
  const first = newestOf(all.filter(isProposed)) ?? newestOf(all)
  const [from = '', to = ''] = [years[0], years.at(-1)]
  return formOf({
    guideline: first?.id ?? '',
    over: years.length > 0 ? 'past' : 'synthetic',
    from: String(from),
    to: String(to),
  })
}

const tones = { waiting: 'neutral', running: 'info', done: 'good', failed: 'danger' } as const

function lineOf(row: ListedTryOut, { language, place, now }: Pick<Asked, 'language' | 'place' | 'now'>): TryOutLine {
  const texts = tryOutTexts(language)
  const isLost = row.state !== 'failed' && isStopped(row, now)
  const tone: Tone = isLost ? 'warning' : tones[row.state]
  return {
    id: row.id,
    title: row.title,
    href: tryOutPath(place, row.id),
    over: row.over === 'past' ? texts.pastYears(row.fromYear, row.toYear) : texts.madeUpYear(row.fromYear),
    started: texts.startedBy(formatInstant(row.startedAt, language), row.startedByName),
    state: { tone, text: isLost ? texts.lost : texts.states[row.state] },
  }
}
