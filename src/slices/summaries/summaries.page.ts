import { describeGuideline, factsUnder, settingsOn, termsOf } from '../../engine/index.ts'
import { yearOf, yearPeriod } from '../../kernel/date.ts'
import type { Language } from '../../kernel/language.ts'
import type { PlaceSlugs } from '../../kernel/place.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { may, type Scope } from '../../platform/scope.ts'
import { formatDay } from '../../ui/index.ts'
import { programmeNames } from '../guidelines/index.ts'
import { contactCounts } from '../visits/index.ts'
import { judgeProgramme } from './summaries.basis.ts'
import { contactRows } from './summaries.contacts.rules.ts'
import { dayThatSpeaksFor, type Departure, summarise, summaryYears, yearFees } from './summaries.rules.ts'
import { summariesTexts } from './summaries.texts.ts'
import type { SummaryPageProps } from './summaries.views.tsx'

type Asked = {
  readonly scope: Scope
  readonly language: Language
  readonly place: PlaceSlugs
  /** As it stands in the address. Another than those there are shows the running year. */
  readonly year: string | undefined
}

/** Returns the year's page, named and described as the guideline that speaks for the year says (HED-12, SOC-04, SON-06). */
export async function summaryPage(
  tx: ReadTx,
  { scope, language, place, year: wanted }: Asked,
): Promise<SummaryPageProps> {
  const { programme, evaluation, rules } = await judgeProgramme(tx, scope)
  const years = summaryYears(programme, scope.today)
  const year = years.find((it) => String(it) === wanted) ?? yearOf(scope.today)
  const day = dayThatSpeaksFor(year, scope.today)
  const settings = settingsOn(rules.guidelines, rules.interpretations, day)
  const texts = summariesTexts(language)
  const names = programmeNames(programme)
  const terms = termsOf(rules.guidelines, rules.feeRules)
  const days = new Map(programme.visits.map((visit) => [visit.id, visit.day]))
  const visitOfReport = new Map(programme.reports.map(({ id, visit }) => [id, visit]))
  const said = new Map(
    rules.guidelines.flatMap((guideline) =>
      describeGuideline(guideline, language, day, rules.interpretations).map(
        ({ id, kind, sentence }) => [ruleKey({ source: guideline.id, rule: id, kind }), sentence] as const,
      ),
    ),
  )
  const source = settings?.title ?? ''
  const named = settings?.use.summary
  const followUp = settings?.use.qualityFollowUp
  const hasName = named !== undefined && named.value !== 'silent'
  return {
    language,
    place,
    title: texts.title(hasName ? named.value.name[language] : texts.unnamed, year),
    years,
    summary: summarise({
      facts: factsUnder(rules, programme, scope.today),
      evaluation,
      year,
      audiences: settings?.visits.audiences.map(({ audience }) => audience) ?? [],
    }),
    names,
    terms,
    visitText: (id) => {
      const visitDay = days.get(id)
      return texts.visitOn(names({ type: 'visit', id }), visitDay === undefined ? '' : formatDay(visitDay, language))
    },
    visitOf: ({ type, id }) => (type === 'visit' ? id : type === 'report' ? visitOfReport.get(id) : undefined),
    ruleText: (departure) => said.get(ruleKey(departure)) ?? departure.rule,
    purpose: hasName
      ? {
          text: named.value.purpose[language],
          rule: said.get(ruleKey(named.basis)) ?? '',
          clause: named.basis.clause,
          source,
        }
      : undefined,
    followUp:
      followUp === undefined || followUp.value === 'silent'
        ? undefined
        : {
            part: followUp.value === 'part',
            rule: said.get(ruleKey(followUp.basis)) ?? '',
            clause: followUp.basis.clause,
            source,
          },
    hasGuideline: settings !== undefined,
    contacts: may(scope, 'contacts:read') ? contactRows(await contactCounts(tx, scope, yearPeriod(year))) : [],
    fees: may(scope, 'claims:read-all') ? yearFees({ programme, evaluation, year }) : undefined,
  }
}

function ruleKey({ source, rule, kind }: Pick<Departure, 'source' | 'rule' | 'kind'>): string {
  return [source, rule, kind].join(' ')
}
