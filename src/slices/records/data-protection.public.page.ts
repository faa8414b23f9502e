import type { Language } from '../../kernel/language.ts'
import { systemScope } from '../../platform/scope.ts'
import type { Day } from '../../kernel/date.ts'
import type { At, ReadTx } from '../../platform/db/database.ts'
import { officerContact, ruleInWords } from './data-protection.page.ts'
import { installationFacts, listPublicCommittees } from './data-protection.store.ts'
import { dataProtectionTexts } from './data-protection.texts.ts'
import { retentionKinds, rulesOn } from './retention.rules.ts'
import { listRules } from './retention.store.ts'
import { retentionTexts } from './retention.texts.ts'

type Part = { readonly heading: string; readonly paragraphs: readonly string[] }
type Asking = {
  readonly read: <T>(at: At, work: (tx: ReadTx) => Promise<T>) => Promise<T>
  readonly today: Day
  readonly language: Language
}

/** Returns what everybody may read about personal data in the municipality, from what is really there: no names, no numbers. */
export async function personalDataParts(
  { read, today, language }: Asking,
  municipalityId: string,
): Promise<readonly Part[]> {
  const texts = dataProtectionTexts(language).public
  const committees = await read({ municipalityId }, (tx) => listPublicCommittees(tx))
  const found = await Promise.all(
    committees.map(async ({ id, name }) => {
      const scope = systemScope({ municipalityId, committeeId: id, today })
      return read(scope, async (tx) => ({
        name,
        facts: await installationFacts(tx, scope),
        officer: await officerContact(tx, scope),
        rules: rulesOn(await listRules(tx, scope), today),
      }))
    }),
  )
  const hasNumbers = found.some(({ facts }) => facts.numbersForSignIn + facts.numbersForPayroll > 0)
  return [
    { heading: texts.what, paragraphs: [...texts.whatText, hasNumbers ? texts.numbers.some : texts.numbers.none] },
    { heading: texts.why, paragraphs: texts.whyText },
    ...found.map(({ name, facts, officer }) => ({
      heading: texts.contact(name),
      paragraphs: [
        texts.responsible(name, facts.functionAddress),
        officer === undefined ? texts.noOfficer : texts.officer(officer),
      ],
    })),
    ...found.map(({ name, rules }) => ({ heading: texts.howLong(name), paragraphs: decided(rules, language) })),
    { heading: texts.rights, paragraphs: texts.rightsText },
  ]
}

function decided(rules: ReturnType<typeof rulesOn>, language: Language): readonly string[] {
  const { kinds } = retentionTexts(language)
  const lines = retentionKinds.flatMap((kind) => {
    const rule = rules.get(kind)
    return rule === undefined ? [] : [`${kinds[kind]}: ${ruleInWords(rule, language)}.`]
  })
  return lines.length === 0 ? [dataProtectionTexts(language).public.noRules] : lines
}
