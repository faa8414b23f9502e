import { describeGuideline, settingsOn } from '../../engine/index.ts'
import { yearOf } from '../../kernel/date.ts'
import type { ReadTx } from '../../platform/db/database.ts'
import { get, type PageRequest } from '../../platform/http/page.ts'
import { may, type Scope } from '../../platform/scope.ts'
import { formatDay } from '../../ui/index.ts'
import { appointmentsFacts } from '../appointments/index.ts'
import { claimsFacts } from '../claims/index.ts'
import { directoryFacts } from '../directory/index.ts'
import { judge, programmeNames } from '../guidelines/index.ts'
import { meetingsFacts } from '../meetings/index.ts'
import { peopleFacts } from '../people/index.ts'
import { reportsFacts } from '../reports/index.ts'
import { visitsFacts } from '../visits/index.ts'
import { coverageCsv } from './summaries.csv.ts'
import { dayThatSpeaksFor, type Departure, summarise, summaryYears, yearFees } from './summaries.rules.ts'
import { summariesTexts } from './summaries.texts.ts'
import { type SummaryPageProps, SummaryPage } from './summaries.views.tsx'

/** The year's page and its rows as a file. */
export const summariesRoutes = [
  get('/sammanstallning', 'summaries:read', async (request) => {
    const props = await request.read((tx) => summaryOf(tx, request))
    return request.page(props.title, <SummaryPage {...props} />)
  }),

  get('/sammanstallning/besok.csv', 'summaries:read', async (request) => {
    const { summary, names } = await request.read((tx) => summaryOf(tx, request))
    const bytes = coverageCsv(summary.coverage, request.language, names)
    return request.file(bytes, {
      type: 'text/csv; charset=utf-8',
      name: summariesTexts(request.language).csvName(summary.year),
    })
  }),
]

/** Gathers the whole programme in one statement and sums up the year that is asked for. */
async function summaryOf(tx: ReadTx, request: PageRequest): Promise<SummaryPageProps> {
  const { scope, language, place } = request
  const { programme, evaluation, rules } = await judge(tx, scope, wholeProgramme(scope))
  const years = summaryYears(programme, scope.today)
  const year = years.find((it) => String(it) === request.query('ar')) ?? yearOf(scope.today)
  const settings = settingsOn(rules.guidelines, rules.interpretations, dayThatSpeaksFor(year, scope.today))
  const texts = summariesTexts(language)
  const names = programmeNames(programme)
  const said = new Map(
    rules.guidelines.flatMap((guideline) =>
      describeGuideline(guideline, language, dayThatSpeaksFor(year, scope.today), rules.interpretations).map(
        ({ id, kind, sentence }) => [ruleKey({ source: guideline.id, rule: id, kind }), sentence] as const,
      ),
    ),
  )
  const days = new Map(programme.visits.map(({ id, day }) => [id, day]))
  const use = settings?.use
  const named =
    use === undefined || use.summary.value === 'silent' ? undefined : { ...use.summary.value, basis: use.summary.basis }
  const followUp = use === undefined || use.qualityFollowUp.value === 'silent' ? undefined : use.qualityFollowUp
  const source = settings?.title ?? ''
  return {
    language,
    place,
    title: texts.title(named?.name[language] ?? texts.unnamed, year),
    years,
    summary: summarise({
      programme,
      evaluation,
      year,
      today: scope.today,
      audiences: settings?.visits.audiences.map(({ audience }) => audience) ?? [],
    }),
    names,
    visitText: (id) => {
      const day = days.get(id)
      return texts.visitOn(names({ type: 'visit', id }), day === undefined ? '' : formatDay(day, language))
    },
    ruleText: (departure: Departure) => said.get(ruleKey(departure)) ?? departure.rule,
    purpose: named && {
      text: named.purpose[language],
      rule: said.get(ruleKey(named.basis)) ?? '',
      clause: named.basis.clause,
      source,
    },
    followUp: followUp && {
      part: followUp.value === 'part',
      rule: said.get(ruleKey(followUp.basis)) ?? '',
      clause: followUp.basis.clause,
      source,
    },
    hasGuideline: settings !== undefined,
    fees: may(scope, 'claims:read-all') ? yearFees({ programme, evaluation, year }) : undefined,
  }
}

function ruleKey({ source, rule, kind }: Pick<Departure, 'source' | 'rule' | 'kind'>): string {
  return [source, rule, kind].join(' ')
}

function wholeProgramme(scope: Scope) {
  return {
    ...directoryFacts(scope),
    ...peopleFacts(scope),
    ...appointmentsFacts(scope),
    ...visitsFacts(scope),
    ...reportsFacts(scope),
    ...meetingsFacts(scope),
    ...claimsFacts(scope),
  }
}
