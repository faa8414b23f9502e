import { z } from 'zod'
import type { Facts, VisitFacts } from '../facts.ts'
import type { Force } from '../finding.ts'
import { audience, broken, type CompiledRule, defineRule, localised, type Run } from './kind.ts'
import { deliveredOn } from './report-delivery.ts'

const values = z.strictObject({
  topics: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(50),
        audiences: z.array(audience).min(1),
        topic: localised,
        /** What helps the one who reports on the topic: shown under its heading. */
        help: localised.optional(),
      }),
    )
    .min(1),
  /** Binding topics are all to be taken up; examples help. */
  binding: z.boolean().default(false),
  /** The same questions are asked everywhere, so that units can be compared. */
  comparable: z.boolean().default(false),
})
type Values = z.infer<typeof values>

/**
 * What to talk about, and with whom. What a report takes up is judged only where it tells (`topics` of a report);
 * otherwise the topics guide.
 */
export const conversationTopics = defineRule({
  kind: 'conversation.topics',
  title: { sv: 'Samtalets ämnen', en: 'Topics of the conversation' },
  ask: {
    topics: { sv: 'Vilka ämnen handlar samtalet om?', en: 'Which topics is the conversation about?' },
    'topics.id': { sv: 'Vad kallas ämnet i filen?', en: 'What is the topic called in the file?' },
    'topics.audiences': { sv: 'Vilka pratar man med om det?', en: 'With whom is it talked about?' },
    'topics.topic': { sv: 'Vad handlar det om?', en: 'What is it about?' },
    'topics.help': {
      sv: 'Vilken kort hjälp står under ämnet i rapporten?',
      en: 'What short help stands under the topic in the report?',
      help: {
        sv: 'En mening eller två, om riktlinjen säger mer om ämnet. Lämna tomt annars.',
        en: 'A sentence or two, if the guideline says more of the topic. Leave empty otherwise.',
      },
    },
    binding: {
      sv: 'Ska alla ämnen tas upp, eller är de exempel?',
      en: 'Are all topics to be taken up, or are they examples?',
      help: { sv: 'Svara ja om alla ska tas upp.', en: 'Answer yes where all are to be taken up.' },
    },
    comparable: {
      sv: 'Ska samma frågor ställas överallt, så att enheter kan jämföras?',
      en: 'Are the same questions asked everywhere, so that units can be compared?',
    },
  },
  values,
  visit(run, rule, visit) {
    if (!rule.values.binding || !visit.happened) return
    const told = toldBy(run.facts, [visit])
    if (told === undefined) return
    const lacking = lackingIn(rule.values, told, visit)
    run.emit(rule, lacking.length === 0 ? 'satisfied' : broken(rule), lacking.length === 0 ? 'taken-up' : 'left-out', {
      subject: visit.subject,
      related: visit.related,
      day: visit.day,
      values: named(lacking),
    })
  },
  year(run, rule, year) {
    if (!rule.values.comparable) return
    const reported = [...year.byUnit].flatMap(([unit, visits]) => {
      const held = visits.filter(
        (it) => it.happened && it.reports.some((report) => deliveredOn(run.facts, report) !== undefined),
      )
      return held.length === 0 ? [] : [{ unit, told: toldBy(run.facts, held) }]
    })
    // Where no report tells its topics there is nothing to compare, and the questions only guide.
    if (reported.every(({ told }) => told === undefined)) return
    for (const { unit, told } of reported)
      judgeUnit(run, rule, { unit, told, year: year.year, over: year.until <= run.today })
  },
  describe: {
    sv: ({ topics, binding, comparable }, words) =>
      `${binding ? 'Samtalet tar upp' : 'Samtalet kan handla om'} ${words.list(topics.map((it) => it.topic.sv.toLowerCase()))}.${comparable ? ' Samma frågor ställs överallt, så att enheter kan jämföras.' : ''}`,
    en: ({ topics, binding, comparable }, words) =>
      `${binding ? 'The conversation takes up' : 'The conversation may be about'} ${words.list(topics.map((it) => it.topic.en.toLowerCase()))}.${comparable ? ' The same questions are asked everywhere, so that units can be compared.' : ''}`,
  },
  sentences: {
    sv: {
      'taken-up': () => 'Rapporten tar upp alla ämnen som ska tas upp.',
      'left-out': (say) => `Rapporten tar inte upp ${say.text('lackingSv')}.`,
      comparable: (say) => `${say.subject} har fått samma frågor som andra under ${say.number('year')}.`,
      'not-asked': (say) =>
        `${say.subject} kan inte jämföras med andra under ${say.number('year')}: rapporterna tar inte upp ${say.text('lackingSv')}.`,
      'not-told': (say) =>
        `Det går inte att avgöra om ${say.subject} har fått samma frågor som andra under ${say.number('year')}: rapporterna säger inte vilka ämnen de tar upp.`,
    },
    en: {
      'taken-up': () => 'The report takes up every topic that is to be taken up.',
      'left-out': (say) => `The report does not take up ${say.text('lackingEn')}.`,
      comparable: (say) => `${say.subject} has been asked the same questions as others in ${say.number('year')}.`,
      'not-asked': (say) =>
        `${say.subject} cannot be compared with others in ${say.number('year')}: the reports do not take up ${say.text('lackingEn')}.`,
      'not-told': (say) =>
        `Whether ${say.subject} has been asked the same questions as others in ${say.number('year')} cannot be told: the reports do not say which topics they take up.`,
    },
  },
})

type Reported = {
  readonly unit: string
  readonly told: ReadonlySet<string> | undefined
  readonly year: number
  readonly over: boolean
}

function judgeUnit(run: Run, rule: CompiledRule<Values>, { unit, told, year, over }: Reported): void {
  const lacking = told === undefined ? [] : lackingIn(rule.values, told)
  const code = told === undefined ? 'not-told' : lacking.length === 0 ? 'comparable' : 'not-asked'
  const outcome =
    code === 'not-told' ? 'cannot-tell' : code === 'comparable' ? 'satisfied' : over ? broken(rule) : 'due'
  run.emit(rule, outcome, code, {
    subject: { type: 'unit', id: unit },
    values: { year, ...named(lacking) },
    ...(code === 'not-told' ? { missing: [{ what: 'fact', fact: 'topics' }] } : {}),
  })
}

/** Returns the topics that the visits' reports, written or given at a meeting, take up together; undefined where none of them tells. */
function toldBy(facts: Facts, visits: readonly VisitFacts[]): ReadonlySet<string> | undefined {
  let told: Set<string> | undefined
  for (const { reports } of visits)
    for (const report of reports) {
      if (report.topics === undefined || deliveredOn(facts, report) === undefined) continue
      told ??= new Set()
      for (const topic of report.topics) told.add(topic)
    }
  return told
}

/** A topic for people whom the visit did not reach could not be taken up. */
function lackingIn({ topics }: Values, told: ReadonlySet<string>, visit?: VisitFacts): Values['topics'] {
  const unmet = new Set((visit?.visit.met ?? []).filter((it) => !it.met).map((it) => it.audience))
  return topics.filter(({ id, audiences }) => !told.has(id) && !audiences.every((it) => unmet.has(it)))
}

function named(topics: Values['topics']) {
  return {
    lacking: topics.map(({ id }) => id),
    lackingSv: topics.map(({ topic }) => topic.sv.toLowerCase()),
    lackingEn: topics.map(({ topic }) => topic.en.toLowerCase()),
  }
}

/** Returns how strongly a topic is meant. A may is an example whatever it is called; only a must that binds is one. */
export function topicWeight({
  binding,
  basis,
}: {
  readonly binding: boolean
  readonly basis: { readonly force: Force }
}): 'example' | 'must' | 'should' {
  if (basis.force === 'may') return 'example'
  return binding && basis.force === 'must' ? 'must' : 'should'
}
