import { adoptedBy, diffGuidelines, statusOn } from '../../engine/index.ts'
import type { Day } from '../../kernel/date.ts'
import { NotFound } from '../../kernel/errors.ts'
import { formatInstant } from '../../kernel/instant.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type PersonScope } from '../../platform/scope.ts'
import { type Choice, formOf } from '../../ui/index.ts'
import { type Choosable, type Choosables, listChoosable, newestOf } from './choosable.store.ts'
import { comparePath } from './compare.paths.ts'
import { compareTexts } from './compare.texts.ts'
import type { ComparePageProps } from './compare.views.tsx'
import { draftPath } from './editor.paths.ts'
import { guidelinePath } from './guidelines.paths.ts'
import { shownStatus } from './presented.views.tsx'

type Asked = {
  readonly scope: PersonScope
  readonly language: Language
  readonly place: PlaceSlugs
  /** Ids of versions or drafts. */
  readonly from: string | undefined
  readonly to: string | undefined
}

/** Returns two versions beside each other; where none is chosen the one in force and the newest. Throws `NotFound`. */
export async function comparePage(tx: ReadTx, { scope, language, place, from, to }: Asked): Promise<ComparePageProps> {
  const choosables = await listChoosable(tx, scope, { drafts: may(scope, 'guideline:edit') })
  const { all, unreadable, rules } = choosables
  const before = from ? chosen(all, from) : inForce(choosables, scope.today)
  const after = to ? chosen(all, to) : (newestOf(all.filter((it) => it !== before)) ?? before)
  const isPair = before !== undefined && after !== undefined && before !== after
  return {
    language,
    form: formOf({ fran: before?.id ?? '', till: after?.id ?? '' }),
    choices: choosableChoices(choosables, language, scope.today),
    unreadable: unreadable.map(({ id, title }) => ({
      id,
      title: title || compareTexts(language).untitled,
      href: draftPath(place, id),
    })),
    compared: isPair
      ? {
          diff: diffGuidelines({
            before: before.guideline,
            after: after.guideline,
            language,
            interpretations: rules.interpretations,
          }),
          before: before.guideline,
          after: after.guideline,
        }
      : undefined,
    action: comparePath(place),
    swapHref: isPair ? comparePath(place, { from: after.id, to: before.id }) : undefined,
    guidelineHref: guidelinePath(place),
  }
}

/** Returns versions and drafts for a form: what each is called and where it stands. */
export function choosableChoices({ all }: Choosables, language: Language, today: Day): readonly Choice[] {
  const texts = compareTexts(language)
  const guidelines = all.flatMap(({ is, guideline }) => (is === 'version' ? [guideline] : []))
  return all.map((it) => ({
    value: it.id,
    label: texts.labelled(
      it.title || texts.untitled,
      it.is === 'draft'
        ? texts.draftOf(formatInstant(it.savedAt, language))
        : shownStatus(it.guideline, guidelines, today, language).text.toLowerCase(),
    ),
  }))
}

function chosen(all: readonly Choosable[], id: string): Choosable {
  const found = all.find((it) => it.id === id)
  if (found === undefined) throw new NotFound('guideline version')
  return found
}

/** The committee's own version in force; without one, the first that was saved. */
function inForce({ all, rules }: Choosables, today: Day): Choosable | undefined {
  const adopted = adoptedBy(rules.guidelines, rules.interpretations)
  const holds = all.find(
    ({ is, guideline }) =>
      is === 'version' &&
      guideline.issuer.committee !== undefined &&
      statusOn(guideline, adopted, today).is === 'adopted',
  )
  return holds ?? all[0]
}
