import { type Day, isoFromDay } from '../kernel/date.ts'
import type { Language } from '../kernel/language.ts'
import { claimsCompareWords } from './claims-compare-words.ts'
import { type Arguments, type Command, exitCodes, WrongUse } from './command.ts'
import { todayOf, todayOption } from './day.ts'
import { formatOf, formatOption, printJson } from './format.ts'
import { languageOf, languageOption } from './language.ts'

/** Computes every claim that has gone to payroll again, and says which would be another amount today. */
export const claimsCompareCommand: Command = {
  name: 'claims compare',
  summary: 'Compute claims again and compare them with what went to payroll.',
  maximum: 0,
  options: [
    { name: 'year', value: 'YEAR', help: 'only visits of this calendar year' },
    { name: 'municipality', value: 'SLUG', help: 'only this municipality' },
    todayOption,
    formatOption,
    languageOption,
  ],
  details: [
    'The database is the one that the settings name: DATABASE_URL with SECRET_KEY, or DATA_DIR (default ./data). A server\n' +
      'that runs on DATA_DIR may go on running. Nothing is changed.',
    'The exit code is 0 when there is no difference to decide and 1 when there is. What somebody has let stand, or has had\n' +
      'corrected in the next batch, is shown and does not count.',
  ],
  run: async (given) => {
    const asked = readAsked(given)
    const [{ openExisting }, { readSettings }, { compareEverywhere }] = await Promise.all([
      import('../platform/db/open-existing.ts'),
      import('../platform/settings.ts'),
      import('../slices.ts'),
    ])
    const database = await openExisting(readSettings(process.env))
    const compared = await compareEverywhere(database, asked).finally(() => database.close())
    if (asked.slug !== undefined && compared.length === 0)
      throw new WrongUse(`no municipality with a committee is called "${asked.slug}"`)
    const committees = compared.map((it) => ({ ...it, open: openIn(it.differences) }))
    if (asked.format === 'json') printJson(asJson(committees, asked))
    else console.log(asText(committees, asked.language))
    return committees.every(({ open }) => open === 0) ? exitCodes.good : exitCodes.findings
  },
}

type Asked = {
  readonly year: number | undefined
  readonly slug: string | undefined
  readonly today: Day
  readonly format: ReturnType<typeof formatOf>
  readonly language: Language
}

function readAsked(given: Arguments): Asked {
  const year = given.one('year')
  if (year !== undefined && !/^\d{4}$/.test(year)) throw new WrongUse(`--year is a year such as 2026, not "${year}"`)
  return {
    year: year === undefined ? undefined : Number(year),
    slug: given.one('municipality'),
    today: todayOf(given),
    format: formatOf(given),
    language: languageOf(given),
  }
}

type Compared = Awaited<ReturnType<typeof import('../slices.ts').compareEverywhere>>[number]
type Committee = Compared & { readonly open: number }

function openIn(differences: Compared['differences']): number {
  return differences.filter(({ standing }) => standing === 'open').length
}

/** So many of a committee are as telling as all. */
const shown = 100

function asText(committees: readonly Committee[], language: Language): string {
  const words = claimsCompareWords[language]
  if (committees.length === 0) return words.none
  const lines = committees.flatMap(({ municipality, committee, compared, open, differences }) => {
    const more = differences.length - shown
    return [
      words.committee([municipality.name, committee.name], { compared, open }),
      ...differences
        .slice(0, shown)
        .map(({ claimId, standing, ...it }) => `  ${words.difference({ ...it, claim: claimId }, standing)}`),
      ...(more > 0 ? [`  ${words.more(more)}`] : []),
    ]
  })
  return [...lines, words.total(sumOf(committees))].join('\n')
}

function sumOf(committees: readonly Committee[]) {
  const sum = (of: (it: Committee) => number) => committees.reduce((all, it) => all + of(it), 0)
  return { compared: sum((it) => it.compared), open: sum((it) => it.open) }
}

function asJson(committees: readonly Committee[], { today, year }: Asked): object {
  return {
    format: 'namndkontakt/claims-compared@1',
    today: isoFromDay(today),
    ...(year === undefined ? {} : { year }),
    ...sumOf(committees),
    committees: committees.map(({ municipality, committee, compared, open, differences }) => ({
      municipality: municipality.slug,
      committee: committee.slug,
      compared,
      open,
      differences: differences.map(({ claimId, day, exported, computed, standing, lines }) => ({
        claim: claimId,
        day: isoFromDay(day),
        exported,
        computed,
        standing,
        lines: lines.map(({ component, feeKind, ...amounts }) => ({ component, feeKind: feeKind ?? '', ...amounts })),
      })),
    })),
  }
}
